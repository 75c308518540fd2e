import { inWords } from '../../../../shared/domain/day.ts';
import type { ForecastWeek } from '../../../../shared/domain/forecast.ts';

/** Where a week stands on the page. */
export const weekId = ({ from }: ForecastWeek): string => `week-${from}`;

/**
 * '9 to 15 November 2020', '30 November to 6 December 2020', '28 December 2020 to 3 January 2021'; a single day by itself.
 */
export function weekInWords({ from, until }: ForecastWeek): string {
  if (from === until) return inWords(from);
  const last = inWords(until);
  if (from.slice(0, 7) === until.slice(0, 7)) return `${Number(from.slice(8))} to ${last}`;
  const first = inWords(from);
  return from.slice(0, 4) === until.slice(0, 4) ? `${first.slice(0, -5)} to ${last}` : `${first} to ${last}`;
}
