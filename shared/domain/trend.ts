import { addMonths, asDay, type Day, isAfter, later } from './day.ts';
import type { Standing } from './standing.ts';

/** How many recommendations stand where on a day; a standing that is not named has none. */
export type Counted = { on: Day; counts: Partial<Record<Standing, number>> };

/** A month ('2020-11') as it stood on its last counted day. Each recommendation is open; some of the open are overdue or lapsed. */
export type TrendPoint = { month: string; on: Day; open: number; overdue: number; lapsed: number };

const months = 12;

const atRest: ReadonlySet<string> = new Set<Standing>(['not-accepted', 'closed', 'withdrawn']);

/** The first day that a trend can show: the first of the month eleven months ago. */
export const trendFrom = (today: Day): Day => addMonths(asDay(`${today.slice(0, 7)}-01`), 1 - months);

/**
 * How many were open, overdue and lapsed at the end of each of the last twelve months: the last count of each, and for the month that
 * runs what is counted now. A month in which nothing was counted is left out: no figure is made up for it.
 *
 * @example counted on 30 and 31 October and on 2 November 2020, looked at on 16 November → October as on the 31st, November as on the 16th
 */
export function trendOf(tallies: readonly Counted[], now: Counted): TrendPoint[] {
  const from = trendFrom(now.on);
  const lastOf = new Map<string, Counted>();
  for (const each of [...tallies, now]) {
    if (each.on < from || isAfter(each.on, now.on)) continue;
    const month = each.on.slice(0, 7);
    const held = lastOf.get(month);
    if (!held || later(held.on, each.on) === each.on) lastOf.set(month, each);
  }
  return [...lastOf].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([month, each]) => pointOf(month, each));
}

function pointOf(month: string, { on, counts }: Counted): TrendPoint {
  const open = Object.entries(counts).reduce(
    (sum, [standing, count]) => (atRest.has(standing) ? sum : sum + count),
    0,
  );
  return { month, on, open, overdue: counts['response-overdue'] ?? 0, lapsed: counts.lapsed ?? 0 };
}
