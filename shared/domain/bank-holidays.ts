import { englandAndWalesRows } from './bank-holiday-data.ts';
import { asDay, type Day } from './day.ts';

/** The bank holidays of whole years, first to last. Nothing is known of any other year, not even its Christmas Day. */
export type BankHolidays = {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly names: ReadonlyMap<Day, string>;
};

/** Bank holidays from rows; every year between the first row and the last counts as complete. */
export function bankHolidaysFrom(rows: ReadonlyArray<{ day: string; name: string }>): BankHolidays {
  const names = new Map(rows.map((row) => [asDay(row.day), row.name]));
  const years = [...names.keys()].map(yearOf);
  return { firstYear: Math.min(...years), lastYear: Math.max(...years), names };
}

export const englandAndWales: BankHolidays = bankHolidaysFrom(englandAndWalesRows);

/**
 * The bank holiday on a day, or null when there is none; 'unknown' outside the years of the data. Where the holiday
 * falls on a weekend it is the substitute day that is listed: 25 December 2021, a Saturday, is null and
 * 27 December 2021 is "Christmas Day (substitute day)". A bank holiday never moves a duty; it moves mail.
 */
export function bankHolidayOn(calendar: BankHolidays, on: Day): string | null | 'unknown' {
  const year = yearOf(on);
  if (!(year >= calendar.firstYear && year <= calendar.lastYear)) return 'unknown';
  return calendar.names.get(on) ?? null;
}

function yearOf(on: Day): number {
  return Number(on.slice(0, 4));
}
