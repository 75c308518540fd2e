import type { Context } from 'hono';
import { type Day, inWords, isAfter, parseDay } from '../../../../shared/domain/day.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import type { FieldError, FieldPlace } from '../../forms/field-errors.ts';
import { formOf, type PostedForm } from '../../forms/posted-form.ts';
import { readOptionalDate } from '../../forms/typed-date.ts';

/** The box of the day in the form of a paper. */
export const asAtFields: readonly FieldPlace[] = [{ name: 'asAt', date: true }];

/** The day a paper is asked for: one in its address, one just typed, or neither, which is today. */
export type AskedDay = { day: Day; typed: boolean; form: PostedForm; error?: FieldError };

/** Reads the day from the address: `asAt=2020-12-03` from a link, or the three boxes of the form. A day that is not over or not real is refused. */
export function readAsAt(c: Context, today: Day): AskedDay {
  const linked = c.req.query('asAt');
  const form = linked === undefined ? formOf(c.req.query()) : boxesOf(linked);
  const { day, error } = readOptionalDate(form, 'asAt', 'The day of the paper');
  if (error) return { day: today, typed: true, form, error };
  if (day && isAfter(day, today)) {
    const message = `The day of the paper must be today, ${inWords(today)}, or earlier`;
    return { day: today, typed: true, form, error: { message } };
  }
  const typed = day !== undefined && linked === undefined;
  return { day: day ?? today, typed, form: day ? form : boxesOf(today) };
}

// A day in an address goes into the boxes, so that what is wrong with it is said there as well.
function boxesOf(linked: string): PostedForm {
  const day = parseDay(linked);
  const [year = '', month = '', date = ''] = linked.split('-');
  return formOf(
    isRefusal(day)
      ? { 'asAt-year': year, 'asAt-month': month, 'asAt-day': date || linked }
      : { 'asAt-year': year, 'asAt-month': String(Number(month)), 'asAt-day': String(Number(date)) },
  );
}
