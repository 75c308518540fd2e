import { type Row, wordsIn } from './row.ts';

/** The reference as words and, for whoever leaves its marks out, as one: '2019 127918 2019127918'. */
const referenceWords = (reference: string): string =>
  `${wordsIn([reference])} ${wordsIn([reference]).replaceAll(' ', '')}`;

// A row is searched many times and never changes: another takes its place.
const heads = new WeakMap<Row, string>();

function headOf(row: Row): string {
  const known = heads.get(row);
  if (known !== undefined) return known;
  const { reference, forceReference, title } = row;
  const head = ` ${[reference, forceReference ?? ''].map(referenceWords).join(' ')} ${wordsIn([title])}`;
  heads.set(row, head);
  return head;
}

/**
 * Whether a row answers a search: each word typed must begin a word of its references, its case's title, what was recommended or what was
 * promised. Marks and capitals make no difference; nothing typed answers to every row.
 *
 * @example 'train 2019/1279' and '2019127918' find the case 2019/127918 that recommends training; 'raining' does not
 */
export function searchFor(typed: string): (row: Row) => boolean {
  const beginnings = wordsIn([typed]).split(' ');
  return (row) =>
    beginnings.every(
      (beginning) =>
        headOf(row).includes(` ${beginning}`) ||
        row.words.startsWith(beginning) ||
        row.words.includes(` ${beginning}`),
    );
}
