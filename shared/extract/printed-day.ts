import { type Day, dayFromParts, parseDay, weekday } from '../domain/day.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';

const weekdays = '(?:(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\\s{1,5})?';
const months =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

/** How pages and spreadsheets print a date: 'Thursday, 4 February, 2021', '29 Sep 2020', '29/09/2020', '2020-09-29'. UK order. */
export const printedDate = `(?:${weekdays}\\d{1,2}(?:st|nd|rd|th)?\\s{0,5}${months}\\.?,?\\s{1,5}\\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}|\\d{4}-\\d{2}-\\d{2})`;

const inWords = new RegExp(
  `^${weekdays}(\\d{1,2})(?:st|nd|rd|th)?\\s{0,5}${months}\\.?,?\\s{1,5}(\\d{4})$`,
  'i',
);
const inNumbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;
// A stamp is a local midnight with its offset: its date is the printed one, whatever that moment is called in UTC.
const stamp = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The day a printed date names. The day comes before the month; of a stamp with a time and an offset the date is taken as it is printed. A
 * weekday that the date does not fall on makes it doubtful, and what is doubtful is refused.
 *
 * @example printedDay('2021-04-01T00:00:00+01:00') → 2021-04-01, though it is 31 March in UTC
 * @example printedDay('Friday, 4 February, 2021') → refused: that day was a Thursday
 */
export function printedDay(printed: string): Day | Refusal {
  const text = printed.trim();
  const [, stamped] = stamp.exec(text) ?? [];
  if (stamped) return parseDay(stamped);
  const [, numberedDay, numberedMonth, numberedYear] = inNumbers.exec(text) ?? [];
  if (numberedDay && numberedMonth && numberedYear)
    return fromParts(numberedDay, numberedMonth, numberedYear);
  const [, named, day, month, year] = inWords.exec(text) ?? [];
  if (!day || !month || !year)
    return refuse('invalid-date', `“${text.slice(0, 40)}” is not a date such as 29 September 2020`);
  const on = fromParts(day, month, year);
  if (isRefusal(on) || !named || weekday(on).toLowerCase().startsWith(named.toLowerCase())) return on;
  return refuse('invalid-date', `“${text.slice(0, 40)}” was a ${weekday(on)}, so one of the two is wrong`);
}

function fromParts(day: string, month: string, year: string): Day | Refusal {
  const read = dayFromParts({ day, month: month.slice(0, 3), year });
  return isRefusal(read) ? refuse(read.refused, read.message) : read;
}
