import { addDays, type Day } from './day.ts';
import { type Instant, londonDay, londonTime } from './london.ts';

/** When the first run of a day begins, by the clock on the wall in London: the one that plans its mails. Later ones make good what it left. */
export const firstRunAt = '06:10';

/**
 * The day whose mails are planned next.
 *
 * @example at 06:09 in London on 9 November 2020 → 9 November; at 06:10 → 10 November
 */
export const nextRunOn = (now: Instant): Day =>
  londonTime(now) < firstRunAt ? londonDay(now) : addDays(londonDay(now), 1);
