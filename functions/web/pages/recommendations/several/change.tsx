import type { Child } from 'hono/jsx';
import type { Row } from '../../../../../shared/domain/row.ts';
import { Input } from '../../../components/input.tsx';
import type { SummaryRow } from '../../../components/summary-list.tsx';
import type { Checked } from '../../../forms/checked-form.ts';
import type { FieldErrors, FieldPlace } from '../../../forms/field-errors.ts';
import type { PostedForm } from '../../../forms/posted-form.ts';
import type { Register } from '../../../gather-list.ts';
import type { MoveForMany } from '../../../moves/change-many.ts';

/** A form as it was typed, with what is wrong with it, and whom and what it can name. */
export type Filled = Register & { form: PostedForm; errors: FieldErrors };

/** A change that can be made to several recommendations at once. */
export type Change = {
  /** What it is called where it is chosen. */
  asks: string;
  title: string;
  /** What it is called once it is made, as in a history, and what happens then. */
  done: string;
  next: string;
  /** What it does, and what it leaves alone. */
  intro: string;
  fields: readonly FieldPlace[];
  Fields(filled: Filled): Child;
  read(form: PostedForm): Checked<MoveForMany>;
  /** What was typed, in words. */
  rows(form: PostedForm, register: Register): SummaryRow[];
  /** How a recommendation is now. */
  now: { heading: string; of(row: Row, register: Register): string };
};

/** What was typed into the fields of a change. */
export const typed = (fields: readonly FieldPlace[], form: PostedForm) =>
  Object.fromEntries(fields.map(({ name }) => [name, form.get(name)]));

/** What was typed into a box that may be left empty, as a row. */
export const why = (form: PostedForm, field: string, key: string): SummaryRow[] =>
  form.get(field).trim() ? [{ key, value: form.get(field) }] : [];

/** The box for the reason of a change. */
export const Why = ({ form, errors }: Filled) => (
  <Input
    name="reason"
    label="Why? (optional)"
    labelSize="s"
    hint="It is kept in the history of each"
    value={form.get('reason')}
    error={errors.reason?.message}
  />
);

/** The move that a form asks for, where nothing is wrong with it. */
export const asMove = <T,>(
  { value, errors }: Checked<T>,
  move: (value: T) => MoveForMany,
): Checked<MoveForMany> => (errors ? { errors } : { value: move(value) });
