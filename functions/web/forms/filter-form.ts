import { type Day, partsOf } from '../../../shared/domain/day.ts';
import { type RowFilter, type RowOrder, rowFilter } from '../../../shared/domain/row-filter.ts';
import type { FieldError, FieldErrors, FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';
import { type ReadDate, readOptionalDate } from './typed-date.ts';

/** The parts of a filter in the order in which they stand in the address. */
const parts = [
  'search',
  'standing',
  'body',
  'board',
  'owner',
  'source',
  'topic',
  'dueFrom',
  'dueTo',
  'moved',
  'age',
  'rag',
  'priority',
  'linked',
  'ref',
  'case',
  'sort',
] as const satisfies readonly (keyof RowFilter)[];

const dates = { dueFrom: 'The first day', dueTo: 'The last day' } as const;
type DateName = keyof typeof dates;

/** The fields in the order of the page. */
export const filterFields: readonly FieldPlace[] = [
  { name: 'search' },
  { name: 'sort' },
  { name: 'standing' },
  { name: 'body' },
  { name: 'board' },
  { name: 'owner' },
  { name: 'source' },
  { name: 'topic' },
  { name: 'dueFrom', date: true },
  { name: 'dueTo', date: true },
  { name: 'moved' },
  { name: 'age' },
  { name: 'rag' },
  { name: 'priority' },
  { name: 'linked' },
  { name: 'ref' },
];

/**
 * What an address asks of the list: the filter, what is wrong with the parts that are left out of it, which page, and what stands in each
 * field of the form.
 */
export type AskedOfList = { filter: RowFilter; problems: FieldErrors; page: number; typed: PostedForm };

/**
 * Reads the address of the list, whether it was saved or a form has just made it. A part that means nothing is left out and said; what the
 * list does not know at all is passed over.
 */
export function readAsked(query: URLSearchParams): AskedOfList {
  const form: PostedForm = { get: (name) => query.get(name) ?? '' };
  const read = Object.fromEntries(
    Object.entries(dates).map(([name, says]) => [name, readBoundary(query, form, name as DateName, says)]),
  );
  const problems: Record<string, FieldError> = {};
  for (const [name, { error }] of Object.entries(read)) if (error) problems[name] = error;
  const { filter, wrong } = understood({
    ...Object.fromEntries(parts.map((name) => [name, form.get(name)])),
    ...Object.fromEntries(Object.entries(read).map(([name, { day }]) => [name, day])),
    standing: query.getAll('standing'),
  });
  return {
    filter,
    problems: { ...wrong, ...problems },
    page: pageIn(form.get('page')),
    typed: { get: (name) => form.get(name) || boxOf(filter, name) },
  };
}

// A form sends three boxes, a saved address one text.
function readBoundary(
  query: URLSearchParams,
  form: PostedForm,
  name: DateName,
  says: string,
): ReadDate & { day: Day | string | undefined } {
  const text = form.get(name);
  return text && !query.has(`${name}-day`) ? { day: text as Day } : readOptionalDate(form, name, says);
}

function understood(candidate: Readonly<Record<string, unknown>>): { filter: RowFilter; wrong: FieldErrors } {
  const parsed = rowFilter.safeParse(candidate);
  if (parsed.success) return { filter: parsed.data, wrong: {} };
  const wrong = Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [String(path[0]), { message }]).toReversed(),
  );
  const rest = Object.fromEntries(Object.entries(candidate).filter(([name]) => !Object.hasOwn(wrong, name)));
  const others = understood(rest);
  return { filter: others.filter, wrong: { ...others.wrong, ...wrong } };
}

const pageIn = (typed: string): number => (/^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1);

function boxOf(filter: RowFilter, box: string): string {
  const [, name, part] = /^(dueFrom|dueTo)-(day|month|year)$/.exec(box) ?? [];
  const on = name && filter[name as DateName];
  if (!on) return '';
  const { date, month, year } = partsOf(on);
  return String({ day: date, month, year }[part as 'day' | 'month' | 'year']);
}

/**
 * A filter as the end of an address: only what is asked for, always in the same order, so that one filter has one address.
 *
 * @example everything open → ''; lapsed promises of Anna's, page 2 → '?standing=lapsed&owner=anna&page=2'
 */
export function queryOf(filter: RowFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const name of parts)
    for (const value of [filter[name] ?? []].flat())
      if (name !== 'sort' || value !== usualOrder) query.append(name, value);
  if (page > 1) query.append('page', String(page));
  return query.size > 0 ? `?${query}` : '';
}

const usualOrder = 'urgent' satisfies RowOrder;
