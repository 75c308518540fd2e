import { type Token, wordAt } from '../text/tokens.ts';
import { date, nearDay, turnOfWeek, weekCommencing, weekdayAlone, weekend } from './days.ts';
import { months, turnOfMonth } from './months.ts';
import { partOfMonth } from './part-of-month.ts';
import type { Period, PeriodRule } from './period.ts';
import { quarter, turnOfQuarter } from './quarters.ts';
import { feast, season } from './seasons.ts';
import { calendarYear, financialYear, namedYear, newYear } from './year.ts';

/** The grammar of named times: the first row that reads something wins, so the longer reading stands above the shorter. */
const rules: readonly PeriodRule[] = [
  weekCommencing,
  partOfMonth,
  date,
  nearDay,
  weekdayAlone,
  turnOfWeek,
  weekend,
  turnOfMonth,
  turnOfQuarter,
  quarter,
  months,
  season,
  feast,
  newYear,
  namedYear,
  financialYear,
  calendarYear,
];

/** The named time that stands here, with or without its article. */
export function periodAt(tokens: readonly Token[], at: number): Period | null {
  return first(tokens, at) ?? (wordAt(tokens, at) === 'the' ? first(tokens, at + 1) : null);
}

function first(tokens: readonly Token[], at: number): Period | null {
  for (const rule of rules) {
    const read = rule(tokens, at);
    if (read) return read;
  }
  return null;
}
