import { addMonths, asDay, type Day, inWords, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { type Instant, londonDay } from '../../../shared/domain/london.ts';

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as a London date and time: `2020-09-28T23:30:00Z` is 'Tuesday 29 September 2020 at 00:30'. */
export const momentInWords = (at: string): string =>
  `${inWordsWithWeekday(londonDay(at as Instant))} at ${londonTime.format(Date.parse(at))}`;

/** '2020-11' → 'November 2020' */
export const monthInWords = (month: string): string => inWords(firstOf(month)).replace(/^\d+ /, '');

/** The month `n` months later, or undefined outside the years that are kept. */
export function monthsLater(month: string, n: number): string | undefined {
  const later = addMonthsOrNothing(firstOf(month), n);
  return later?.slice(0, 7);
}

/** A month from an address, such as '2020-11'; undefined for anything else. */
export const readMonth = (text: string | undefined): string | undefined =>
  text && /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;

/** A year from an address, such as '2020'; undefined for anything else. */
export const readYear = (text: string | undefined): string | undefined =>
  text && /^(19|2\d)\d\d$/.test(text) ? text : undefined;

const firstOf = (month: string): Day => asDay(`${month}-01`);

function addMonthsOrNothing(from: Day, n: number): Day | undefined {
  try {
    return addMonths(from, n);
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}
