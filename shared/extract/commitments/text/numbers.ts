import { type Token, wordAt } from './tokens.ts';

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
export const values = new Map([
  ...ones.map((word, n) => [word, n] as const),
  ...tens.map((word, n) => [word, (n + 2) * 10] as const),
]);
const ordinals = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, n) => [word, n + 1] as const),
);

/** A number read from tokens, and the place after it. */
export type Numbered = { readonly n: number; readonly next: number };

/** "6", "six", "twenty-four", "a couple of", "six (6)". No ordinals, and nothing above 9,999: that is no length of time. */
export function numberAt(tokens: readonly Token[], at: number): Numbered | null {
  const read = digitsAt(tokens, at) ?? wordsOf(tokens, at);
  if (!read) return null;
  const repeated =
    wordAt(tokens, read.next) === '(' &&
    wordAt(tokens, read.next + 2) === ')' &&
    (digitsAt(tokens, read.next + 1) ?? wordsOf(tokens, read.next + 1))?.n === read.n;
  return repeated ? { n: read.n, next: read.next + 3 } : read;
}

/** "1st", "first". */
export function ordinalAt(tokens: readonly Token[], at: number): Numbered | null {
  const token = tokens[at];
  const n = token?.ordinal ? Number(token.word) : ordinals.get(token?.word ?? '');
  return n === undefined ? null : { n, next: at + 1 };
}

function digitsAt(tokens: readonly Token[], at: number): Numbered | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.ordinal || token.word.length > 4) return null;
  return { n: Number(token.word), next: at + 1 };
}

function wordsOf(tokens: readonly Token[], at: number): Numbered | null {
  const word = wordAt(tokens, at);
  if (word === 'couple') return { n: 2, next: wordAt(tokens, at + 1) === 'of' ? at + 2 : at + 1 };
  const n = values.get(word);
  if (n === undefined) return null;
  const rest = wordAt(tokens, at + 1) === '-' ? at + 2 : at + 1;
  const one = values.get(wordAt(tokens, rest));
  if (n >= 20 && one !== undefined && one > 0 && one < 10) return { n: n + one, next: rest + 1 };
  return { n, next: at + 1 };
}
