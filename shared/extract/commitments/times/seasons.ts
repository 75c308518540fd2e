import type { Day } from '../../../domain/day.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import type { Period } from './period.ts';
import { type Closed, dayOf, easter, monthsFrom, nextOf } from './spans.ts';
import { financialYearAt, yearAt } from './year.ts';

export const seasons = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['winter', 12],
]);

/** "spring", "summer 2021", "next autumn", "winter 2020/21": meteorological seasons, three months from 1 March, June, September or December. */
export function season(tokens: readonly Token[], at: number): Period | null {
  const turned = ['next', 'this', 'the', 'coming'].includes(wordAt(tokens, at));
  const place = turned ? at + 1 : at;
  const month = seasons.get(wordAt(tokens, place));
  if (month === undefined) return null;
  const [months, end] = run(tokens, place, month);
  const inYear = (year: number): Closed => monthsFrom(year, month, months);
  const over = financialYearAt(tokens, end);
  if (over) return { span: () => inYear(over.year), next: over.next };
  const year = yearAt(tokens, end);
  const adverb = turned && wordAt(tokens, at) !== 'the';
  const span = (on: Day | null) => {
    const named = year?.of(on) ?? null;
    if (named !== null) return inYear(named);
    return year || !on ? null : nextOf(on, inYear);
  };
  return { span, next: year?.next ?? end, adverb };
}

/** "spring/summer" is six months that begin with the spring: how many months, and the place after. */
function run(tokens: readonly Token[], at: number, month: number): [months: number, next: number] {
  const joined = ['/', '-', 'or', 'and', 'into'].includes(wordAt(tokens, at + 1));
  const then = joined ? seasons.get(wordAt(tokens, at + 2)) : undefined;
  return then === (month % 12) + 3 ? [6, at + 3] : [3, at + 1];
}

export const feasts = new Map([
  ['christmas', (year: number) => dayOf(year, 12, 25)],
  ['xmas', (year: number) => dayOf(year, 12, 25)],
  ['easter', easter],
]);

/** "Christmas", "Easter 2021". */
export function feast(tokens: readonly Token[], at: number): Period | null {
  const dayIn = feasts.get(wordAt(tokens, at));
  if (!dayIn) return null;
  const year = yearAt(tokens, at + 1);
  const inYear = (of: number): Closed | null => {
    const on = dayIn(of);
    return on && { from: on, to: on };
  };
  const span = (on: Day | null) => {
    const named = year?.of(on) ?? null;
    if (named !== null) return inYear(named);
    return year || !on ? null : nextOf(on, inYear);
  };
  return { span, next: year?.next ?? at + 1 };
}
