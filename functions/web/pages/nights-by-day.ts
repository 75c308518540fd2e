import type { Day } from '../../../shared/domain/day.ts';
import type { Night } from '../../../shared/domain/night.ts';
import { listNights, nightsOfDay } from '../../../shared/store/lists.ts';
import type { Page } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';

/** The runs of one day, the latest first. */
export type NightsOfDay = { day: Day; nights: readonly Night[] };

/** The first of some years in which there was a run, so that no link leads to an empty year. */
export async function nearestYear(table: Table, years: readonly string[]): Promise<string | undefined> {
  for (const year of years) {
    const { items } = await listNights(table, year);
    if (items.length > 0) return year;
  }
  return undefined;
}

/**
 * One page of a year's runs by the day, the latest first. A page holds a number of runs, so it may end in the middle of a day: that day
 * is shown whole on the page it begins on and left out of the next.
 */
export async function nightsByDay(
  table: Table,
  year: string,
  cursor: string | undefined,
): Promise<Page<NightsOfDay>> {
  const { items, next } = await listNights(table, year, cursor);
  const days = [...Map.groupBy(items, ({ plannedOn }) => plannedOn)].map(([day, nights]) => ({
    day,
    nights,
  }));
  const [first, last] = [days[0], days.at(-1)];
  if (last && next) last.nights = await nightsOfDay(table, last.day);
  if (first && cursor) {
    const [latest] = await nightsOfDay(table, first.day);
    if (latest && latest.id !== items[0]?.id) days.shift();
  }
  return { items: days, next };
}
