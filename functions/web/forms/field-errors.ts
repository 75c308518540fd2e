import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { DatePart } from '../components/date-input.tsx';

/** What is wrong with a field. `place` names its place on the page where the summary must say it. `parts`: for a date, which of its boxes, the first of them being where the summary's link leads. */
export type FieldError = { message: string; place?: string; parts?: readonly DatePart[] };

/** What is wrong with a form, by field; '' for what is wrong with the whole. */
export type FieldErrors = Readonly<Record<string, FieldError>>;

export const noErrors: FieldErrors = {};

/** A field of a form, for putting errors in the order of the page and linking to them. */
export type FieldPlace = { name: string; date?: true };

/**
 * The errors as the summary at the top of the page lists them: in the order of the fields, each linked to its field (a date's
 * first wrong box). What belongs to no field on the page comes last, without a link.
 */
export function summaryOf(
  errors: FieldErrors,
  places: readonly FieldPlace[],
): { message: string; href?: string }[] {
  const linked = places.flatMap(({ name, date }) => {
    const error = errors[name];
    if (!error) return [];
    const href = date ? `#${name}-${error.parts?.[0] ?? 'day'}` : `#${name}`;
    return [{ message: placed(error), href }];
  });
  const others = Object.entries(errors).filter(([name]) => !places.some((place) => place.name === name));
  return [...linked, ...others.map(([, { message }]) => ({ message }))];
}

const placed = ({ message, place }: FieldError): string =>
  place ? `${place}: ${message.charAt(0).toLowerCase()}${message.slice(1)}` : message;

/** What a field component is told of its error. */
export const errorOf = (errors: FieldErrors, name: string) => ({
  error: errors[name]?.message,
  errorParts: errors[name]?.parts,
});

/** A refusal as the errors of a form; `fieldOf` says which field of the form holds a part of the record. */
export const errorsFromRefusal = (
  { message, field = '' }: Refusal,
  fieldOf: (path: readonly string[]) => string = (path) => path[0] ?? '',
): FieldErrors => ({ [field ? fieldOf(field.split('.')) : '']: { message } });
