import { addMonths, asDay, type Day, inWords, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { type Instant, londonDay } from '../../../shared/domain/london.ts';

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as a London date and time: `2020-09-28T23:30:00Z` is 'Tuesday 29 September 2020 at 00:30'. */
export const momentInWords = (at: string): string => `${inWordsWithWeekday(dayOf(at))} at ${timeInWords(at)}`;

/** The time of a moment in London: '06:10'. */
export const timeInWords = (at: string): string => londonTime.format(Date.parse(at));

/** From one moment to another: 'Monday 9 November 2020 from 06:10 to 06:12'. */
export const spanInWords = (from: string, to: string): string => {
  const end = dayOf(from) === dayOf(to) ? timeInWords(to) : momentInWords(to);
  return `${inWordsWithWeekday(dayOf(from))} from ${timeInWords(from)} to ${end}`;
};

/** The day of a moment in London. */
export const dayOf = (at: string): Day => londonDay(at as Instant);

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
