import type { Day } from '../../../shared/domain/day.ts';
import { endsAt } from '../../../shared/domain/london.ts';

const minute = 60_000;
const wholeDay = 24 * 60 * minute;

/** Times of a London day, by the clock on the wall. */
export const times = {
  firstRun: '06:10',
  comparison: '07:30',
  watchdog: '08:00',
  betweenRuns: '09:00',
  secondRun: '10:10',
  noon: '12:00',
  thirdRun: '14:10',
  evening: '20:00',
} as const;

/** The moment of a time after three in the morning: counted back from the day's end, which is past any change of the clocks. */
export function momentOf(on: Day, time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return Date.parse(endsAt(on)) - wholeDay + (hours * 60 + minutes) * minute;
}
