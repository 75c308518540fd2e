import { type Day, daysBetween, inWords, inWordsWithWeekday } from '../domain/day.ts';

/**
 * How far off a day is, in words a person says: 'today', 'tomorrow', 'in 7 days', 'yesterday', '14 days ago'.
 *
 * @example fromToday('2021-02-20', '2021-02-13') → 'in 7 days'
 */
export function fromToday(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const counted = `${Math.abs(days).toLocaleString('en-GB')} days`;
  return days > 0 ? `in ${counted}` : `${counted} ago`;
}

/** '1 day late', '14 days late', '1,078 days late' */
export const daysLate = (lastDay: Day, today: Day): string => {
  const days = daysBetween(lastDay, today);
  return `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'} late`;
};

/** 'Saturday 20 February 2021 (in 7 days)' */
export const dated = (day: Day, today: Day): string =>
  `${inWordsWithWeekday(day)} (${fromToday(day, today)})`;

/**
 * For a subject: 'today', 'tomorrow', else the date, which stays true when the mail is read days later, and how far off it was, so that
 * one reminder can be told from the next: 'in 7 days, by 20 February 2021'. For days that have not passed.
 */
export const shortly = (day: Day, today: Day): string =>
  daysBetween(today, day) <= 1 ? fromToday(day, today) : `${fromToday(day, today)}, by ${inWords(day)}`;
