import type { Found } from './found.ts';

/**
 * What could not be read, or should be looked at, in words for the person who pasted the page. `number`: the recommendation it is
 * about, by its place on the page; `field`: the field of the case or the recommendation.
 */
export type Unread = { field: string; number?: number; message: string };

const mostNotes = 5;
const lostList =
  /(?:reference to|includ(?:e|es|ing)|following|namely|specifically|as follows|to ensure that|that)\s?:\s{1,3}(?=[A-Z])(?![A-Z]\))/g;
const joinedItem = /[a-z]{2}[b-h]\)\s/g;
const joinedSentence = /[a-z]{3}[.?!][A-Z][a-z]{2}/g;

const around = (text: string, at: number) =>
  `“…${text
    .slice(Math.max(0, at - 20), at + 20)
    .replace(/\s+/g, ' ')
    .trim()}…”`;

/** Signs that a text lost something on its way to the page that was pasted: items of a list, spaces between words, its end. */
export function damageIn(text: Found<string>, of: Omit<Unread, 'message'>): Unread[] {
  const { value } = text;
  const notes: Unread[] = [];
  const note = (message: string) => {
    if (notes.length < mostNotes) notes.push({ ...of, message });
  };
  for (const { index, 0: words } of value.matchAll(lostList))
    note(
      `A list seems to be missing after ${around(value, index + words.length)}. Compare it with the page itself`,
    );
  for (const { index } of value.matchAll(joinedItem))
    note(`Words are joined at ${around(value, index)}. Compare it with the page itself`);
  for (const { index } of value.matchAll(joinedSentence))
    note(`Words are joined at ${around(value, index)}. Compare it with the page itself`);
  if (/(?:…|\.\.\.)$/.test(value)) note('It is cut off on the page. The page itself may have more');
  return notes;
}
