import { type BankHolidays, bankHolidayOn } from './bank-holidays.ts';
import { addDays, type Day, weekday } from './day.ts';

/**
 * Whether mail goes on a day: Monday to Friday and no bank holiday. A weekend is never a working day; a weekday
 * outside the years of the data is 'unknown'.
 */
export function isWorkingDay(on: Day, calendar: BankHolidays): boolean | 'unknown' {
  if (isWeekend(on)) return false;
  const holiday = bankHolidayOn(calendar, on);
  return holiday === 'unknown' ? 'unknown' : holiday === null;
}

/**
 * The day itself when it is a working day, otherwise the last one before it: 20 February 2021, a Saturday, gives
 * Friday 19 February. Null when the data cannot tell: the day is outside its years, or the working day would be.
 */
export function lastWorkingDayOnOrBefore(on: Day, calendar: BankHolidays): Day | null {
  return nearestWorkingDay(on, -1, calendar);
}

/**
 * The day itself when it is a working day, otherwise the next one: Good Friday 2 April 2021 gives Tuesday 6 April.
 * Null when the data cannot tell, as for {@link lastWorkingDayOnOrBefore}.
 */
export function firstWorkingDayOnOrAfter(on: Day, calendar: BankHolidays): Day | null {
  return nearestWorkingDay(on, 1, calendar);
}

function nearestWorkingDay(from: Day, step: 1 | -1, calendar: BankHolidays): Day | null {
  let on = from;
  while (bankHolidayOn(calendar, on) !== 'unknown') {
    if (isWorkingDay(on, calendar) === true) return on;
    on = addDays(on, step);
  }
  return null;
}

function isWeekend(on: Day): boolean {
  const name = weekday(on);
  return name === 'Saturday' || name === 'Sunday';
}
