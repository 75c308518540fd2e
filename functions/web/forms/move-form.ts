import type * as z from 'zod';
import type { Link } from '../../../shared/domain/link.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import { linesOf, type PostedForm } from './posted-form.ts';
import { readSlot, type Slot, slotFieldOf, slotFields } from './promise-slot.ts';
import { type ReadDate, readDate, readOptionalDate } from './typed-date.ts';

type Named = { name: string; label: string; hint?: string };

/** An answer to choose. */
export type MoveChoice = { value: string; text: string; hint?: string };

/**
 * A field of the form of a move. `line`: one line. `email`: an e-mail address. `text`: several lines. `web-addresses`: one on each line. `date`: `says` begins the message when it
 * is wrong. `choice`: one of a few. `linked`: one of the links there are.
 * `board`: one of the boards. `promise`: the words of a promise and what they mean.
 */
export type MoveField =
  | (Named & { kind: 'line' | 'email' | 'text' | 'web-addresses' })
  | (Named & { kind: 'date'; says: string; optional?: true })
  | (Named & { kind: 'choice'; choices: readonly MoveChoice[] })
  | (Named & { kind: 'linked'; links: readonly Link[] })
  | (Named & { kind: 'board' })
  | { kind: 'promise' };

/** The value under which a link is chosen. */
export const linkValue = ({ kind, ref }: Pick<Link, 'kind' | 'ref'>): string => `${kind}:${ref}`;

/** The fields as places, in the order of the page. */
export const placesOf = (fields: readonly MoveField[]): FieldPlace[] =>
  fields.flatMap((field): FieldPlace[] => {
    if (field.kind === 'promise') return slotFields(onlySlot);
    return [field.kind === 'date' ? { name: field.name, date: true } : { name: field.name }];
  });

/** Reads the form of a move with the schema that also checks the API's input. */
export function readMoveForm<S extends z.ZodType>(
  schema: S,
  fields: readonly MoveField[],
  form: PostedForm,
): Checked<z.infer<S>> {
  const parts = fields.map((field) => partOf(field, form));
  return checkForm(
    schema,
    Object.assign({}, ...parts.map(({ candidate }) => candidate)),
    Object.assign({}, ...parts.map(({ dates }) => dates ?? {})),
    (path) => fieldHolding(path, fields, form),
  );
}

/** The field of the form that holds a part of the record. */
export function fieldHolding(
  path: readonly PropertyKey[],
  fields: readonly MoveField[],
  form: PostedForm,
): string {
  const first = String(path[0] ?? '');
  const linked = fields.find(({ kind }) => kind === 'linked');
  if (linked && 'name' in linked && ['kind', 'ref'].includes(first)) return linked.name;
  return fields.some(({ kind }) => kind === 'promise') && ['quote', 'promise'].includes(first)
    ? slotFieldOf(slotIn(form), path)
    : first;
}

type Part = { candidate: Record<string, unknown>; dates?: Readonly<Record<string, ReadDate>> };

function partOf(field: MoveField, form: PostedForm): Part {
  if (field.kind === 'promise') return slotIn(form);
  const typed = form.get(field.name);
  switch (field.kind) {
    case 'date': {
      const read = (field.optional ? readOptionalDate : readDate)(form, field.name, field.says);
      return { candidate: { [field.name]: read.day }, dates: { [field.name]: read } };
    }
    case 'web-addresses':
      return { candidate: { [field.name]: linesOf(typed) } };
    case 'linked': {
      const chosen = field.links.find((each) => linkValue(each) === typed);
      return { candidate: { kind: chosen?.kind, ref: chosen?.ref ?? '' } };
    }
    default:
      return { candidate: { [field.name]: typed } };
  }
}

/** The boxes of the one promise that the form of a move takes. */
export const onlySlot = 1;

const slotIn = (form: PostedForm): Slot =>
  readSlot(form, onlySlot) ?? { slot: onlySlot, kind: '', candidate: { quote: '', promise: {} }, dates: {} };
