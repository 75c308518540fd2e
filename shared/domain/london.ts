import { tzOffset } from '@date-fns/tz/tzOffset';
import * as z from 'zod';
import { asDay, type Day } from './day.ts';

const LONDON = 'Europe/London';
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** A moment in UTC as text, always ending in Z: `2020-11-24T00:00:00Z`. An offset such as `+01:00`, or none, is refused. */
export const instant = z.iso
  .datetime({ error: 'Enter a moment in UTC that ends in Z, such as 2020-09-29T09:30:00Z' })
  .brand<'Instant'>();

export type Instant = z.infer<typeof instant>;

/** Whole minutes from one moment to another, rounded down; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE);
}

/** The moment this many minutes after another, whatever the clocks do in between. */
export const minutesAfter = (from: Instant, minutes: number): Instant =>
  new Date(Date.parse(from) + minutes * MINUTE).toISOString() as Instant;

/** A moment as the database counts when it drops a record: whole seconds since 1970, rounded up. */
export const secondsSince1970 = (at: Instant): number => Math.ceil(Date.parse(at) / 1_000);

/** The time by the clock on the wall in London, to the minute: `2026-06-30T07:00:00Z` is '08:00'. */
export function londonTime(at: Instant): string {
  const moment = Date.parse(at);
  return new Date(moment + londonOffset(moment)).toISOString().slice(11, 16);
}

/** The moment a text names; throws when it names none. For literals in code and for text that was checked before. */
export function asInstant(text: string): Instant {
  return instant.parse(text);
}

/**
 * The calendar date in London at a moment: what "today" means to every duty. During British Summer Time the last
 * hour of a UTC day is already the next day: `2026-06-30T23:15:00Z` is 1 July 2026.
 * Throws RangeError outside the years 1900 to 2999.
 */
export function londonDay(at: Instant): Day {
  const moment = Date.parse(at);
  return asDay(new Date(moment + londonOffset(moment)).toISOString().slice(0, 10));
}

/** Midnight at the start of a day in London: `2020-10-25` starts at `2020-10-24T23:00:00Z`, the clocks going back at 2 am. */
export function startOfDayInLondon(on: Day): Instant {
  return londonMidnight(Date.parse(on));
}

/**
 * The first moment after a day in London. A duty is in time until then and late from it, so this is when an unmet
 * duty lapses: `2020-11-23` ends at `2020-11-24T00:00:00Z`, `2021-03-28` (a day of 23 hours) at `2021-03-28T23:00:00Z`.
 */
export function endsAt(on: Day): Instant {
  return londonMidnight(Date.parse(on) + DAY);
}

/**
 * Reckons from London's offset and never from a local date's parts: TZDate builds those through the process's own
 * time zone, and in Pacific/Apia, which had no 30 December 2011, it answers with the day after. The offset at midnight
 * UTC will do, because London has never changed its clocks between its own midnight and that of UTC.
 */
function londonMidnight(utcMidnight: number): Instant {
  const moment = new Date(utcMidnight - londonOffset(utcMidnight));
  return moment.toISOString().replace('.000Z', 'Z') as Instant;
}

function londonOffset(moment: number): number {
  return tzOffset(LONDON, new Date(moment)) * MINUTE;
}
