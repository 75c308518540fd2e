import { type Day, partsOf } from '../../../domain/day.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import type { Period } from './period.ts';
import { type Closed, monthsFrom, nextOf } from './spans.ts';
import { shortYear, type YearRead, yearAt } from './year.ts';

const names = 'january february march april may june july august september october november december'.split(
  ' ',
);
const misspelt = (words: string, month: number) => words.split(' ').map((word) => [word, month] as const);
export const monthNumbers = new Map<string, number>([
  ...names.flatMap((name, n) => [[name, n + 1] as const, [name.slice(0, 3), n + 1] as const]),
  ['sept', 9],
  ...misspelt('janurary janaury januray jaunary', 1),
  ...misspelt('febuary feburary februrary febraury', 2),
  ...misspelt('agust augst', 8),
  ...misspelt('setember septmber septemeber', 9),
  ...misspelt('ocotber octobor', 10),
  ...misspelt('novemeber novemebr', 11),
  ...misspelt('decemeber decmber', 12),
]);
/** Words with another meaning: a month only with a capital, or beside a number. */
const ambiguous = new Set(['may', 'march', 'mar', 'dec', 'jan', 'sep', 'jun']);

/** The number of the month named here. */
export function monthAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  const month = monthNumbers.get(token?.word ?? '');
  if (!token || month === undefined) return null;
  if (!ambiguous.has(token.word) || token.capital) return month;
  return tokens[at - 1]?.kind === 'number' || tokens[at + 1]?.kind === 'number' ? month : null;
}

/** The year after a month's name; two figures count when they cannot be a day or carry an apostrophe: "Mar 21". */
function yearAfter(tokens: readonly Token[], at: number): YearRead | null {
  const year = yearAt(tokens, at);
  if (year) return year;
  const short = shortYear(tokens[at]);
  if (!short || tokens[at]!.ordinal || wordAt(tokens, at + 1) === '/') return null;
  return short >= 2010 && short <= 2060 ? { of: () => short, next: at + 1 } : null;
}

const joins = new Set(['/', '-', 'to', 'and', 'or']);
const tieless = new Set(['/', '-', 'to']);

/** "March", "March 2021", "next March", "November/December", "January to March 2021". */
export function months(tokens: readonly Token[], at: number): Period | null {
  const turned = wordAt(tokens, at) === 'next' || wordAt(tokens, at) === 'this';
  const first = turned ? at + 1 : at;
  const month = monthAt(tokens, first);
  if (month === null) return null;
  const year = yearAfter(tokens, first + 1);
  const join = year?.next ?? first + 1;
  const last = joins.has(wordAt(tokens, join)) ? monthAt(tokens, join + 1) : null;
  if (last !== null && (tieless.has(wordAt(tokens, join)) || isPair(tokens, at, join))) {
    const lastYear = yearAfter(tokens, join + 2);
    const next = lastYear?.next ?? join + 2;
    return { span: between(month, year, last, lastYear), next, weak: true, adverb: turned };
  }
  return { span: between(month, year, month, year), next: join, weak: !turned, adverb: turned };
}

/** "in March and April" is two months running; "by March and June" is two dates. */
function isPair(tokens: readonly Token[], at: number, join: number): boolean {
  const frame = wordAt(tokens, at - 1);
  return (
    frame !== 'by' &&
    (wordAt(tokens, join) === 'or' || frame === 'in' || frame === 'during' || frame === 'between')
  );
}

function between(first: number, firstYear: YearRead | null, last: number, lastYear: YearRead | null) {
  return (on: Day | null): Closed | null => {
    const rolls = last < first ? 1 : 0;
    const named = firstYear?.of(on) ?? null;
    const closing = lastYear?.of(on) ?? null;
    if (firstYear && named === null) return null;
    const year = named ?? (closing === null ? null : closing - rolls);
    const months = ((last - first + 12) % 12) + 1;
    if (year !== null) return stretch(year, first, closing ?? year + rolls, last, months);
    return on && !lastYear ? nextOf(on, (each) => monthsFrom(each, first, months)) : null;
  };
}

function stretch(year: number, first: number, closing: number, last: number, months: number): Closed {
  const whole = closing * 12 + last - (year * 12 + first) + 1;
  return monthsFrom(year, first, whole > 0 && whole <= 36 ? whole : months);
}

/** "this month", "next month": the calendar month, which people also count as one month on. */
export function turnOfMonth(tokens: readonly Token[], at: number): Period | null {
  const turn = wordAt(tokens, at);
  const on = turn === 'next' || turn === 'following' ? 1 : turn === 'this' || turn === 'the' ? 0 : null;
  const direct = wordAt(tokens, at + 1) === 'month' || (turn === 'month' && wordAt(tokens, at + 1) === 'end');
  if (!direct || (on === null && turn !== 'month')) return null;
  const ahead = on ?? 0;
  const span = (day: Day | null) => {
    if (!day) return null;
    const { year, month } = partsOf(day);
    return monthsFrom(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1);
  };
  const next = turn === 'month' ? at + 1 : at + 2;
  if (ahead === 1) return { span, next, adverb: true, offset: { n: 1, unit: 'month' } };
  return { span, next, adverb: true, partOnly: turn !== 'this' };
}
