import { addDays, type Day } from './day.ts';
import { type Instant, londonDay, londonTime } from './london.ts';

/** When the compliance run starts, by the clock on the wall in London: the first run of a day, and two that take up what is left over. */
export const runTimes = ['06:10', '10:10', '14:10'] as const;

/** The runs as the hours and the minute of a cron expression: '6,10,14' and '10'. */
export const runsInCron = {
  hour: runTimes.map((time) => Number(time.slice(0, 2))).join(','),
  minute: runTimes[0].slice(3),
} as const;

/** A run to come: the London day it plans for, and when it starts. */
export type NextRun = { on: Day; at: string };

/**
 * The next run to start after a moment: the last of a day is followed by the first of the next.
 *
 * @example 16 November 2020 at 06:09 → that day, 06:10; at 06:10, when that one starts → 10:10; at 14:10 → 17 November, 06:10
 */
export function nextRunAfter(now: Instant): NextRun {
  const today = londonDay(now);
  const at = runTimes.find((time) => time > londonTime(now));
  return at ? { on: today, at } : { on: addDays(today, 1), at: runTimes[0] };
}
