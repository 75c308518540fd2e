import fc from 'fast-check';
import { columns } from '../../shared/extract/list/columns.ts';
import { republished, source, unnumbered } from '../shared/extract/page/learning-pages.ts';
import { sampleCells, sampleList } from '../support/sample-list.ts';

/** What people paste and send, and what nobody would: whole pages and lists, their pieces in any order, and pieces of anything between them. */
const anything = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '\u200b',
    '\u00a0',
    '\r\n',
    '\r',
    '\n\n',
    ' '.repeat(500),
    'a'.repeat(500),
    '(('.repeat(200),
  ),
);

const mixed = (pieces: readonly string[], between: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), anything), { maxLength: 40 })
    .chain((parts) => fc.constantFrom(...between).map((joint) => parts.join(joint)));

/** A text with some of it cut out, doubled or put elsewhere. */
const torn = (whole: string) =>
  fc
    .tuple(fc.nat(whole.length), fc.nat(whole.length), fc.nat(whole.length), anything)
    .map(
      ([a, b, c, piece]) =>
        whole.slice(0, a) + piece + whole.slice(Math.min(b, c), Math.max(b, c)) + whole.slice(b),
    );

const labels = [
  'IOPC reference',
  'Essex Police Ref: 2019/127918',
  'Recommended 29 Sep 2020',
  'Date of recommendation: Thursday, 4 February, 2021',
  'Response due 24 Nov 2020',
  'Recommendation 1',
  'Recommendations',
  'The IOPC recommends that',
  'Do you accept the recommendation? Yes',
  'Addressed to: Essex Police',
  'Linked bodies: Essex Police',
  'Accepted',
  'Not accepted:',
  'Force response',
  'Accepted action: we will',
  'Domestic abuse',
  'https://www.policeconduct.gov.uk/a',
];

const promising =
  'We will report back within between and in 4-6mths three months by the end of March 2021 31/03/2021 spring new financial year Q2 2021/22 next meeting of the board once has been completed not every . , ; ( )'.split(
    ' ',
  );

const tags = [
  '<main>',
  '</main>',
  '<h1>',
  '</h1>',
  '<p>',
  '</p>',
  '<li>',
  '<script>',
  '</script>',
  '<style>',
  '<!--',
  '<a href="',
  '&nbsp;',
  '&#x1f;',
  '<nav>',
  '</nav>',
  '<![CDATA[',
];

const cells = [
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  '\ufeff',
  "'=1",
  '=1',
  columns.join(','),
  '2020-09-29',
  '29/09/2020',
  'iopc',
  'paragraph-28A',
  '[{"quote":"x"}]',
  '1',
];

const list = sampleList(sampleCells({ summary: 'Two\nlines, "quoted"' }), sampleCells({ number: '2' }));

export const pageTexts = fc.oneof(mixed(labels, ['\n', ' ', '']), torn(republished), torn(unnumbered));
export const pageSources = fc.oneof(mixed([...tags, ...labels], ['', '\n']), torn(source));
export const lists = fc.oneof(mixed(cells, [',', '\n', '']), torn(list));
export const responses = fc.oneof(mixed(promising, [' ', '']), torn(republished));
