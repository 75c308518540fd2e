import { type Day, dayFromParts } from '../../../shared/domain/day.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import type { DatePart, TypedDate } from '../components/date-input.tsx';
import type { FieldError } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';

/** The three boxes of a date as they were typed. */
export const typedDate = (form: PostedForm, name: string): TypedDate => ({
  day: form.get(`${name}-day`),
  month: form.get(`${name}-month`),
  year: form.get(`${name}-year`),
});

/** A day as it stands in the three boxes; no day leaves them empty. */
export function dateBoxes(name: string, on: Day | null): Record<string, string> {
  if (on === null) return {};
  const [year = '', month, day] = on.split('-');
  return { [`${name}-day`]: `${Number(day)}`, [`${name}-month`]: `${Number(month)}`, [`${name}-year`]: year };
}

export type ReadDate = { day: Day | undefined; error?: FieldError };

/** The day in the three boxes, or what is wrong with them. `label` begins the message as the form's label does. */
export function readDate(form: PostedForm, name: string, label: string): ReadDate {
  const read = dayFromParts(typedDate(form, name), label);
  if (!isRefusal(read)) return { day: read };
  const { refused, message, field } = read;
  const parts = refused === 'missing-date' ? undefined : [field as DatePart];
  return { day: undefined, error: { message, ...(parts ? { parts } : {}) } };
}

/** As {@link readDate}, for a date that may be left out: three empty boxes are no date and no error. */
export function readOptionalDate(form: PostedForm, name: string, label: string): ReadDate {
  const { day, month, year } = typedDate(form, name);
  return [day, month, year].every((part) => part.trim() === '')
    ? { day: undefined }
    : readDate(form, name, label);
}
