import { asDay } from '../../shared/domain/day.ts';
import type { Duty, Row } from '../../shared/domain/row.ts';

const d = asDay;

/** A promise that runs: responded on 20 November 2020, due on 20 February 2021. */
export const sampleDuty = (of: Partial<Duty> = {}): Duty => ({
  id: '2019-127918.1.update-1',
  kind: 'update',
  sequence: 1,
  state: 'open',
  opensOn: null,
  dueOn: d('2021-02-20'),
  lateAfterOn: of.dueOn === undefined ? d('2021-02-20') : of.dueOn,
  lawOn: null,
  publishedOn: null,
  pausedOn: null,
  anchorOn: d('2020-11-20'),
  plannedFromOn: d('2020-11-20'),
  moved: 0,
  ...of,
});

/** A recommendation of 29 September 2020 that was accepted and has one promise. */
export const sampleRow = (of: Partial<Row> = {}): Row => ({
  caseId: '2019-127918',
  number: 1,
  reference: '2019/127918',
  title: 'Searches of young people',
  source: 'iopc',
  topics: [],
  madeOn: d('2020-09-29'),
  addressee: 'Essex Police',
  ownerId: 'anna',
  acceptance: 'accepted',
  start: 'Review how searches are authorised.',
  words: 'review how searches are authorised',
  duties: [sampleDuty()],
  dateProposed: false,
  links: [],
  ...of,
});
