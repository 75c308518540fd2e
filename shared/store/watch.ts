import { addDays, type Day } from '../domain/day.ts';
import { type Instant, londonDay, startOfDayInLondon } from '../domain/london.ts';
import type { Night } from '../domain/night.ts';
import {
  comparedSince,
  isDueOut,
  isLedgerForgotten,
  judgedDay,
  type Trouble,
  troubleWith,
} from '../domain/watch.ts';
import { dueOnAgenda } from './agenda.ts';
import { comparisonKey } from './keys.ts';
import { nightsOfDay, ranBefore } from './lists.ts';
import { waitingOfNight } from './outbox.ts';
import { read } from './read.ts';
import type { Table } from './table.ts';

/** What is wrong with the runs of a day at a moment, or with the weekly comparison of the ledger, as the watchdog judges it. */
export async function troubleOn(table: Table, day: Day, now: Instant): Promise<Trouble | undefined> {
  return troubleOf(table, await nightsOfDay(table, day), now);
}

async function troubleOf(table: Table, nights: Night[], now: Instant): Promise<Trouble | undefined> {
  let waiting = 0;
  for (const night of nights.filter((each) => isDueOut(each, now)))
    waiting += await waitingOfNight(table, night.id);
  return troubleWith(nights, waiting) ?? ((await isForgotten(table, now)) ? 'not-compared' : undefined);
}

async function isForgotten(table: Table, now: Instant): Promise<boolean> {
  const today = londonDay(now);
  const last = await read(table, 'comparison', comparisonKey);
  const isNew = !last && !(await ranBefore(table, startOfDayInLondon(comparedSince(today))));
  return isLedgerForgotten(last?.at as Instant | undefined, isNew, today);
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
