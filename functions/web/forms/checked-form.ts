import type * as z from 'zod';
import type { FieldError, FieldErrors } from './field-errors.ts';
import type { ReadDate } from './typed-date.ts';

/** A form that was read: the record it makes, or what is wrong with it. */
export type Checked<T> = { value: T; errors?: undefined } | { value?: undefined; errors: FieldErrors };

/**
 * Checks a form with the schema that also checks the API's input. One error is shown for each field, the first. What is wrong
 * with a date as it was typed comes before anything the schema says about the date it could not be.
 *
 * @param dates dates by the name of their field, as read from their boxes
 * @param fieldOf which field of the form holds a part of the record
 */
export function checkForm<S extends z.ZodType>(
  schema: S,
  candidate: unknown,
  dates: Readonly<Record<string, ReadDate>>,
  fieldOf: (path: readonly PropertyKey[]) => string = (path) => String(path[0] ?? ''),
): Checked<z.infer<S>> {
  const errors: Record<string, FieldError> = {};
  for (const [name, { error }] of Object.entries(dates)) if (error) errors[name] = error;
  const parsed = schema.safeParse(candidate);
  for (const { path, message } of parsed.error?.issues ?? []) errors[fieldOf(path)] ??= { message };
  return parsed.success && Object.keys(errors).length === 0 ? { value: parsed.data } : { errors };
}
