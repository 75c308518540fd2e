import { type Day, partsOf } from '../../../domain/day.ts';
import { type Token, wordAt, wordsAt } from '../text/tokens.ts';
import type { Period } from './period.ts';
import { yearFrom, yearOn } from './spans.ts';

/** A year read from tokens; its number may need the day of the response ("next year"). */
export type YearRead = { readonly of: (on: Day | null) => number | null; readonly next: number };

const april = 4;
const september = 9;

/** "2021", "of 2021", ", 2021", "'21", "next year", "this year". */
export function yearAt(tokens: readonly Token[], at: number): YearRead | null {
  const from = ['of', ',', 'in'].includes(wordAt(tokens, at)) ? at + 1 : at;
  const full = fullYear(tokens[from]);
  if (full && !isFinancial(tokens, from)) return { of: () => full, next: from + 1 };
  if (wordAt(tokens, from) === "'") {
    const short = shortYear(tokens[from + 1]);
    return short ? { of: () => short, next: from + 2 } : null;
  }
  const [turn, word] = [wordAt(tokens, from), wordAt(tokens, from + 1)];
  if (word !== 'year' || (turn !== 'next' && turn !== 'this')) return null;
  const on = (day: Day | null) => (day ? partsOf(day).year + Number(turn === 'next') : null);
  return { of: on, next: from + 2 };
}

export function fullYear(token: Token | undefined): number | null {
  if (token?.kind !== 'number' || token.ordinal || token.word.length !== 4) return null;
  const year = Number(token.word);
  return year >= 1990 && year <= 2099 ? year : null;
}

export function shortYear(token: Token | undefined): number | null {
  return token?.kind === 'number' && token.word.length === 2 ? 2000 + Number(token.word) : null;
}

/** The second half of "2021/22" or "2021-2022": the year after the first. */
function isFinancial(tokens: readonly Token[], at: number): boolean {
  return financialYearAt(tokens, at) !== null;
}

/** "2021/22", "2021-22", "21/22" after FY: the number of the year it begins in. */
export function financialYearAt(
  tokens: readonly Token[],
  at: number,
): { readonly year: number; readonly next: number } | null {
  const marked = wordAt(tokens, at) === 'fy' || wordsAt(tokens, at, ['financial', 'year']);
  const from = marked ? at + (wordAt(tokens, at) === 'fy' ? 1 : 2) : at;
  const first = fullYear(tokens[from]) ?? (marked ? shortYear(tokens[from]) : null);
  if (!first) return null;
  const joined = ['/', '-'].includes(wordAt(tokens, from + 1));
  const second = joined ? (fullYear(tokens[from + 2]) ?? shortYear(tokens[from + 2])) : null;
  if (second === first + 1) return { year: first, next: from + 3 };
  return marked ? { year: wordAt(tokens, from).length === 2 ? first - 1 : first, next: from + 1 } : null;
}

/** A financial year by its number: 1 April to 31 March. */
export function financialYear(tokens: readonly Token[], at: number): Period | null {
  const read = financialYearAt(tokens, at);
  if (!read) return null;
  const tail = wordsAt(tokens, read.next, ['financial', 'year']) ? read.next + 2 : read.next;
  return { span: () => yearFrom(read.year, april), next: tail, weak: true };
}

export const firstMonths = new Map([
  ['financial', april],
  ['fiscal', april],
  ['performance', april],
  ['business', april],
  ['calendar', 1],
  ['academic', september],
]);
export const turns = new Map([
  ['this', 0],
  ['the', 0],
  ['current', 0],
  ['present', 0],
  ['next', 1],
  ['coming', 1],
  ['new', 1],
  ['following', 1],
  ['forthcoming', 1],
]);

/** "this financial year", "the next financial year", "the calendar year", "next year", "the year", "year end". */
export function namedYear(tokens: readonly Token[], at: number): Period | null {
  const turn = turns.get(wordAt(tokens, at));
  const place = turn === undefined ? at : at + 1;
  const firstMonth = firstMonths.get(wordAt(tokens, place));
  const year = firstMonth === undefined ? place : place + 1;
  if (wordAt(tokens, year) !== 'year') return null;
  if (turn === undefined && firstMonth === undefined && wordAt(tokens, year + 1) !== 'end') return null;
  const month = firstMonth ?? 1;
  if (firstMonth === undefined && wordAt(tokens, at) === 'new') return null;
  return {
    span: (on) => (on ? yearFrom(yearOn(on, month) + (turn ?? 0), month) : null),
    next: year + 1,
    adverb: turn !== undefined && wordAt(tokens, at) !== 'the',
    partOnly: firstMonth === undefined && (turn === undefined || wordAt(tokens, at) === 'the'),
  };
}

/** "the new year": January, though people range from the first week to Easter. */
export function newYear(tokens: readonly Token[], at: number): Period | null {
  if (!wordsAt(tokens, at, ['new', 'year'])) return null;
  const january = (months: number) => (on: Day | null) =>
    on ? { ...yearFrom(partsOf(on).year + 1, 1), to: endOf(partsOf(on).year + 1, months) } : null;
  return {
    span: january(1),
    next: at + 2,
    whole: true,
    others: [{ reading: 'the first quarter of the year', span: january(3) }],
  };
}

const endOf = (year: number, months: number): Day => `${year}-${months === 1 ? '01' : '03'}-31` as Day;

/** A bare year: "in 2021". */
export function calendarYear(tokens: readonly Token[], at: number): Period | null {
  const year = fullYear(tokens[at]);
  return year ? { span: () => yearFrom(year, 1), next: at + 1, weak: true } : null;
}
