import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as datePlusDays } from 'date-fns/addDays';
import { addMonths as datePlusMonths } from 'date-fns/addMonths';
import { getDay } from 'date-fns/getDay';
import * as z from 'zod';
import { type Refusal, refuse } from './refusal.ts';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
/** A day here begins at midnight in UTC, where no clock is ever changed. */
const millisecondsOfADay = 86_400_000;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * A calendar date in England and Wales as text: `2020-11-24`. It has no time and no time zone, because duties are
 * dates and a date kept as an instant slips to the day before for half the year. Years 1900 to 2999, real dates only,
 * so that two-digit years (`0021-03-01`) and 30 February are refused. Days sort and compare as text.
 */
export const day = z
  .string({ error: 'Enter a date as year, month and day, such as 2020-09-29' })
  .superRefine((text, context) => {
    const message = whyNotADay(text);
    if (message) context.addIssue({ code: 'custom', message });
  })
  .brand<'Day'>();

export type Day = z.infer<typeof day>;

/** The last day that is kept: there is none after it. */
export const lastDay = `${LAST_YEAR}-12-31` as Day;

export type Weekday = (typeof WEEKDAYS)[number];

/** The day a text names, or why it names none. `2020-09-29` only: no other order, no time, no spaces. */
export function parseDay(text: string): Day | Refusal {
  const message = whyNotADay(text);
  return message ? refuse('invalid-date', message) : (text as Day);
}

/** The day a text names; throws when it names none. For literals in code and for text that was checked before. */
export function asDay(text: string): Day {
  const message = whyNotADay(text);
  if (message) throw new RangeError(message);
  return text as Day;
}

/** `n` days later (earlier when negative). `addDays('2020-09-29', 55)` is `2020-11-23`. Throws RangeError outside 1900 to 2999. */
export function addDays(from: Day, n: number): Day {
  return fromDate(datePlusDays(toDate(from), whole(n)));
}

/**
 * The corresponding date `n` months later: the same day of the month, however long the months between are
 * (Dodds v Walker [1981] 1 WLR 1027: 30 September + 4 months is 30 January). Where that month has no such date, its
 * last day: `addMonths('2020-11-30', 3)` is `2021-02-28`. Add to the original anchor, never to an earlier result:
 * 30 November + 3 + 1 months in two steps would be 28 March. Throws RangeError outside 1900 to 2999.
 */
export function addMonths(from: Day, n: number): Day {
  return fromDate(datePlusMonths(toDate(from), whole(n)));
}

/** Days from one day to another: 0 for the same day, 1 to the next, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsOfADay;
}

export function isBefore(a: Day, b: Day): boolean {
  return a < b;
}

export function isAfter(a: Day, b: Day): boolean {
  return a > b;
}

export function earlier(a: Day, b: Day): Day {
  return isBefore(b, a) ? b : a;
}

export function later(a: Day, b: Day): Day {
  return isAfter(b, a) ? b : a;
}

export function weekday(on: Day): Weekday {
  return WEEKDAYS[getDay(toDate(on))]!;
}

/** `29 September 2020` */
export function inWords(on: Day): string {
  const { year, month, date } = partsOf(on);
  return dateInWords(year, month, date);
}

/** `Tuesday 29 September 2020` */
export function inWordsWithWeekday(on: Day): string {
  return `${weekday(on)} ${inWords(on)}`;
}

/**
 * What somebody typed into the three boxes of a date input. Spaces, leading zeros and month names ("9", "09", "Sep")
 * are understood; a two-digit year is not guessed at. `name` begins the message as the form's label does
 * ("Date made must include a month"); the refusal's `field` says which box is wrong.
 */
export function dayFromParts(
  typed: { day: string; month: string; year: string },
  name = 'The date',
): Day | Refusal {
  const date = squeeze(typed.day);
  const month = monthNumber(squeeze(typed.month));
  const year = squeeze(typed.year);
  const missing = Object.entries({ day: date, month, year }).filter(([, text]) => text === '');
  const [first] = missing;
  if (first && missing.length === 3) return refuse('missing-date', `Enter ${lowerFirst(name)}`, 'day');
  if (first) {
    const names = missing.map(([part]) => part).join(' and ');
    return refuse('incomplete-date', `${name} must include a ${names}`, first[0]);
  }
  if (!/^\d{4}$/.test(year)) return refuse('invalid-date', 'Year must include 4 numbers', 'year');
  if (!isYearKept(year)) return refuse('invalid-date', yearNotKept('Year'), 'year');
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (whyNotADay(text) === null) return text as Day;
  return refuse(
    'invalid-date',
    `${name} must be a real date`,
    /^0?[1-9]$|^1[0-2]$/.test(month) ? 'day' : 'month',
  );
}

/** A day and month that may not exist, in words: `30 February 2021`. For saying why a month's last day counts instead. */
export function dateInWords(year: number, month: number, date: number): string {
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

export function partsOf(on: Day): { year: number; month: number; date: number } {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), date: Number(on.slice(8)) };
}

function whyNotADay(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return `${quoted(text)} is not a date. Write year, month and day, such as 2020-09-29`;
  }
  if (!isYearKept(text.slice(0, 4))) return yearNotKept(`The year in ${quoted(text)}`);
  const date = new UTCDateMini(`${text}T00:00:00Z`);
  // An engine may read 30 February as 2 March, so the date has to come back as it went in.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    return `${quoted(text)} is not a real date`;
  }
  return null;
}

function isYearKept(year: string): boolean {
  return Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
}

function yearNotKept(subject: string): string {
  return `${subject} must be between ${FIRST_YEAR} and ${LAST_YEAR}`;
}

function quoted(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

function toDate(on: Day): Date {
  return new UTCDateMini(`${on}T00:00:00Z`);
}

function fromDate(date: Date): Day {
  const year = date.getFullYear();
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    throw new RangeError(`The date is outside the years ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  return date.toISOString().slice(0, 10) as Day;
}

function whole(n: number): number {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number`);
  return n;
}

function squeeze(typed: string): string {
  return typed.replace(/\s/g, '');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "9", "09", "Sep", "sept" and "September" all give "9" or "09"; anything else comes back as typed. */
function monthNumber(typed: string): string {
  if (typed.length < 3) return typed;
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(typed.toLowerCase()));
  return index < 0 ? typed : String(index + 1);
}
