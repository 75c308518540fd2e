import type { Cells } from '../../shared/extract/list/columns.ts';
import { listHeader, listLine } from '../../shared/extract/list/write-list.ts';

/** A line of our own list: made on 29 September 2020, not answered. */
export const sampleCells = (of: Cells = {}): Cells => ({
  reference: '2019/127918',
  title: 'Searches of young people',
  source: 'iopc',
  legalBasis: 'paragraph-28A',
  body: 'Essex Police',
  madeOn: '2020-09-29',
  publishedDueOn: '2020-11-24',
  number: '1',
  text: 'Essex Police should review searches.',
  ...of,
});

/** What a line says of a response of 20 November 2020 that promises an update within 3 months. */
export const answeredCells: Cells = {
  acceptance: 'accepted',
  respondedOn: '2020-11-20',
  response: 'We accept this recommendation.',
  promises: '[{"quote":"within 3 months","promise":{"kind":"within","latest":3,"unit":"month"}}]',
};

/** A list of these lines, the first of them on line 2. */
export const sampleList = (...lines: Cells[]): string => listHeader() + lines.map(listLine).join('');
