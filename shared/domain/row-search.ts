import { type Row, wordsIn } from './row.ts';

/** The reference as words and, for whoever leaves its marks out, as one: '2019 127918 2019127918'. */
const referenceWords = (reference: string): string =>
  `${wordsIn([reference])} ${wordsIn([reference]).replaceAll(' ', '')}`;

const searched = ({ reference, forceReference, title, words }: Row): string =>
  ` ${referenceWords(reference)} ${forceReference ? referenceWords(forceReference) : ''} ${wordsIn([title])} ${words}`;

/**
 * Whether a row answers a search: each word typed must begin a word of its references, its case's title, what was recommended or what was
 * promised. Marks and capitals make no difference; nothing typed answers to every row.
 *
 * @example 'train 2019/1279' and '2019127918' find the case 2019/127918 that recommends training; 'raining' does not
 */
export function searchFor(typed: string): (row: Row) => boolean {
  const beginnings = wordsIn([typed])
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ` ${word}`);
  if (beginnings.length === 0) return () => true;
  return (row) => {
    const text = searched(row);
    return beginnings.every((beginning) => text.includes(beginning));
  };
}
