import {
  addDays,
  addMonths,
  asDay,
  type Day,
  daysBetween,
  isBefore,
  parseDay,
  partsOf,
} from '../../../domain/day.ts';
import { isRefusal } from '../../../domain/refusal.ts';

/** A first and a last day. */
export type Closed = { readonly from: Day; readonly to: Day };

const two = (n: number) => String(n).padStart(2, '0');

/** A real day, or null: 31 June is none. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const read = parseDay(`${year}-${two(month)}-${two(date)}`);
  return isRefusal(read) ? null : read;
}

/** So many whole months that begin with a month of a year: 3 from April 2021 is 1 April to 30 June 2021. */
export function monthsFrom(year: number, month: number, months = 1): Closed {
  const from = asDay(`${year}-${two(month)}-01`);
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** The year that begins in a month: the financial year 2021/22 is (2021, 4). */
export const yearFrom = (year: number, month: number): Closed => monthsFrom(year, month, 12);

/** The year in which a year beginning in that month stands on a day: 20 November 2020 is in the financial year 2020. */
export function yearOn(on: Day, firstMonth: number): number {
  const { year, month } = partsOf(on);
  return month < firstMonth ? year - 1 : year;
}

/** The first of these yearly spans that has not ended on a day: "in January", said in November, is next year's. */
export function nextOf(on: Day, inYear: (year: number) => Closed | null): Closed | null {
  const { year } = partsOf(on);
  for (const each of [year - 1, year, year + 1, year + 2]) {
    const span = inYear(each);
    if (span && !isBefore(span.to, on)) return span;
  }
  return null;
}

/** The week, Monday to Sunday, in which a day lies, so many weeks on. */
export function weekOf(on: Day, weeks = 0): Closed {
  const sinceMonday = ((daysBetween(asDay('2020-11-23'), on) % 7) + 7) % 7;
  const from = addDays(on, weeks * 7 - sinceMonday);
  return { from, to: addDays(from, 6) };
}

/** The part of a span: thirds of a month or a season; for a year January to March, June and July, October to December. */
export function partOf(span: Closed, part: 'early' | 'mid' | 'late'): Closed {
  const days = daysBetween(span.from, span.to) + 1;
  const { from, to } = span;
  if (days < 20) return span;
  if (days < 60) {
    if (part === 'early') return { from, to: addDays(from, 9) };
    return part === 'mid'
      ? { from: addDays(from, 10), to: addDays(from, 19) }
      : { from: addDays(from, 20), to };
  }
  const [before, after] = days < 130 ? [1, 2] : days < 250 ? [2, 4] : part === 'mid' ? [5, 7] : [3, 9];
  if (part === 'early') return { from, to: addDays(addMonths(from, before), -1) };
  const late = addMonths(from, after);
  return part === 'late' ? { from: late, to } : { from: addMonths(from, before), to: addDays(late, -1) };
}

/** Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher): 4 April 2021. */
export function easter(year: number): Day | null {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * shift + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}
