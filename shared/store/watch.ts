import { addDays, type Day } from '../domain/day.ts';
import { type Instant, londonDay, startOfDayInLondon } from '../domain/london.ts';
import type { Night } from '../domain/night.ts';
import { isDueOut, judgedDay, type Trouble, troubleWith } from '../domain/watch.ts';
import { dueOnAgenda } from './agenda.ts';
import { nightsOfDay, ranBefore } from './lists.ts';
import { waitingOfNight } from './outbox.ts';
import type { Table } from './table.ts';

/** What is wrong with the runs of a day at a moment, as the watchdog judges it. */
export async function troubleOn(table: Table, day: Day, now: Instant): Promise<Trouble | undefined> {
  return troubleOf(table, await nightsOfDay(table, day), now);
}

async function troubleOf(table: Table, nights: Night[], now: Instant): Promise<Trouble | undefined> {
  let waiting = 0;
  for (const night of nights.filter((each) => isDueOut(each, now)))
    waiting += await waitingOfNight(table, night.id);
  return troubleWith(nights, waiting);
}

/**
 * What staff are told is wrong, and of which day. A tracker that has never had a run and had nothing to remind of before that day is new:
 * nobody waits for it yet.
 */
export async function troubleNow(
  table: Table,
  now: Instant,
): Promise<{ trouble: Trouble; day: Day } | undefined> {
  const today = londonDay(now);
  const runsOfToday = await nightsOfDay(table, today);
  const day = judgedDay(now, runsOfToday);
  const runs = day === today ? runsOfToday : await nightsOfDay(table, day);
  const trouble = await troubleOf(table, runs, now);
  if (!trouble || (trouble === 'missing' && !(await wasAtWork(table, day)))) return undefined;
  return { trouble, day };
}

/** Did the tracker have a run before this day, or something to plan by the day before? */
async function wasAtWork(table: Table, day: Day): Promise<boolean> {
  if (await ranBefore(table, startOfDayInLondon(day))) return true;
  for await (const _ of dueOnAgenda(table, addDays(day, -1))) return true;
  return false;
}
