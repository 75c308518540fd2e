import type { BankHolidays } from './bank-holidays.ts';
import { addDays, type Day, weekday } from './day.ts';
import { isWorkingDay } from './working-days.ts';

/** Why liaison staff get a summary on a day: it begins their week, or something needs them. */
export type SummaryReason = 'weekly' | 'daily';

/**
 * Whether a summary is due: on the first working day of each week (Monday, or the day after where Monday is a bank holiday) always, on any
 * other working day only where something needs somebody, at a weekend or on a bank holiday never. Where it is not known whether a weekday
 * is a bank holiday it counts as a working day.
 *
 * @example Monday 31 May 2021 is a bank holiday → nothing; Tuesday 1 June → 'weekly'; Wednesday 2 June → 'daily' only if needed
 */
export function summaryDue(today: Day, needed: boolean, holidays: BankHolidays): SummaryReason | undefined {
  const works = (on: Day) => isWorkingDay(on, holidays) !== false;
  if (!works(today)) return undefined;
  for (let before = today; weekday(before) !== 'Monday'; ) {
    before = addDays(before, -1);
    if (works(before)) return needed ? 'daily' : undefined;
  }
  return 'weekly';
}

/** The one summary of a day: planned twice, it is there once. */
export const summaryId = (today: Day): string => `summary-${today}`;
