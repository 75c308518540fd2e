import type { Child } from 'hono/jsx';
import { isLive } from '../../../../../shared/domain/contact.ts';
import { linkInput, linkKinds } from '../../../../../shared/domain/link.ts';
import { recommendationMoves } from '../../../../../shared/domain/moves.ts';
import type { Row } from '../../../../../shared/domain/row.ts';
import { Input } from '../../../components/input.tsx';
import { Radios } from '../../../components/radios.tsx';
import { Select } from '../../../components/select.tsx';
import type { SummaryRow } from '../../../components/summary-list.tsx';
import { type Checked, checkForm } from '../../../forms/checked-form.ts';
import type { FieldErrors, FieldPlace } from '../../../forms/field-errors.ts';
import type { PostedForm } from '../../../forms/posted-form.ts';
import type { Register } from '../../../gather-list.ts';
import type { MoveForMany } from '../../../moves/change-many.ts';
import { decideLink, link } from '../../../moves/link.ts';
import { decideOwner, newOwner, reassignOwner } from '../../../moves/reassign-owner.ts';
import { decideBoard, newBoard, setBoard } from '../../../moves/set-board.ts';
import { contactChoice } from '../../contact-choice.ts';
import { personInWords } from '../../names.ts';

type Filled = Register & { form: PostedForm; errors: FieldErrors };

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

const typed = (fields: readonly FieldPlace[], form: PostedForm) =>
  Object.fromEntries(fields.map(({ name }) => [name, form.get(name)]));

const why = (form: PostedForm, field: string, key: string): SummaryRow[] =>
  form.get(field).trim() ? [{ key, value: form.get(field) }] : [];

const Why = ({ form, errors }: Filled) => (
  <Input
    name="reason"
    label="Why? (optional)"
    labelSize="s"
    hint="It is kept in the history of each"
    value={form.get('reason')}
    error={errors.reason?.message}
  />
);

const ownerFields: readonly FieldPlace[] = [{ name: 'ownerId' }, { name: 'reason' }];

const owner: Change = {
  asks: 'Give them another owner',
  title: 'Choose an owner',
  done: recommendationMoves['reassign-owner'].says,
  next: 'The new owner is written to from the next run on.',
  intro:
    'The owner you choose is written to from the next run on. What was promised, and by when, stays as it is.',
  fields: ownerFields,
  Fields: (filled) => (
    <>
      <Select
        name="ownerId"
        label="Who owns them from now on?"
        labelSize="s"
        items={contactChoice([...filled.contacts.values()].filter(isLive), 'Choose somebody')}
        value={filled.form.get('ownerId')}
        error={filled.errors.ownerId?.message}
      />
      <Why {...filled} />
    </>
  ),
  read: (form) =>
    asMove(checkForm(newOwner, typed(ownerFields, form), {}), (input) => ({
      decide: (desk, { caseId, number }) => decideOwner(desk, caseId, number, input),
      make: (desk, { caseId, number }) => reassignOwner(desk, caseId, number, input),
    })),
  rows: (form, register) => [
    { key: 'New owner', value: ownerNamed(form.get('ownerId'), register) },
    ...why(form, 'reason', 'Why'),
  ],
  now: { heading: 'Owner now', of: ({ ownerId }, register) => ownerNamed(ownerId, register) },
};

const ownerNamed = (id: string | undefined, { contacts }: Register): string => {
  const contact = contacts.get(id ?? '');
  return contact ? personInWords(contact, contacts) : 'Nobody';
};

const boardFields: readonly FieldPlace[] = [{ name: 'boardId' }, { name: 'reason' }];

const board: Change = {
  asks: 'Give them another board',
  title: 'Choose a board',
  done: recommendationMoves['set-board'].says,
  next: 'The chair of the board is written to once something is 56 days late.',
  intro:
    'The chair of the board you choose is written to once something is 56 days late. What was promised, and by when, stays as it is.',
  fields: boardFields,
  Fields: (filled) => (
    <>
      <Select
        name="boardId"
        label="Which board oversees them from now on?"
        labelSize="s"
        items={[
          { value: '', text: 'Choose a board' },
          ...[...filled.boards.values()].map(({ id, name }) => ({ value: id, text: name })),
        ]}
        value={filled.form.get('boardId')}
        error={filled.errors.boardId?.message}
      />
      <Why {...filled} />
    </>
  ),
  read: (form) =>
    asMove(checkForm(newBoard, typed(boardFields, form), {}), (input) => ({
      decide: (desk, { caseId, number }) => decideBoard(desk, caseId, number, input),
      make: (desk, { caseId, number }) => setBoard(desk, caseId, number, input),
    })),
  rows: (form, register) => [
    { key: 'New board', value: boardNamed(form.get('boardId'), register) },
    ...why(form, 'reason', 'Why'),
  ],
  now: { heading: 'Board now', of: ({ boardId }, register) => boardNamed(boardId, register) },
};

const boardNamed = (id: string | undefined, { boards }: Register): string =>
  boards.get(id ?? '')?.name ?? 'None';

const linkFields: readonly FieldPlace[] = [{ name: 'kind' }, { name: 'ref' }, { name: 'note' }];

const linked: Change = {
  asks: 'Link them to a risk or an action plan',
  title: 'Add a link',
  done: recommendationMoves.link.says,
  next: 'Each stands on the page of what it is linked to.',
  intro: 'Each then stands on the page of what it is linked to. No date changes.',
  fields: linkFields,
  Fields: ({ form, errors }) => (
    <>
      <Radios
        name="kind"
        legend="What are they linked to?"
        legendSize="s"
        items={(['risk', 'action-plan'] as const).map((value) => ({ value, text: linkKinds[value] }))}
        value={form.get('kind')}
        error={errors.kind?.message}
      />
      <Input
        name="ref"
        label="Its reference"
        labelSize="s"
        hint="The number of the risk or the plan, such as 1606"
        value={form.get('ref')}
        error={errors.ref?.message}
      />
      <Input
        name="note"
        label="Anything to note? (optional)"
        labelSize="s"
        value={form.get('note')}
        error={errors.note?.message}
      />
    </>
  ),
  read: (form) =>
    asMove(checkForm(linkInput, typed(linkFields, form), {}), ({ note, ...target }) => ({
      decide: (desk, of) => decideLink(desk, of, target),
      make: (desk, { caseId, number }) => link(desk, caseId, number, { ...target, note }),
    })),
  rows: (form) => [
    {
      key: 'Linked to',
      value: `${linkKinds[form.get('kind') as keyof typeof linkKinds]}: ${form.get('ref').trim()}`,
    },
    ...why(form, 'note', 'Note'),
  ],
  now: {
    heading: 'Linked now to',
    of: ({ links }) => links.map(({ kind, ref }) => `${linkKinds[kind]}: ${ref}`).join('; ') || 'Nothing',
  },
};

const asMove = <T,>({ value, errors }: Checked<T>, move: (value: T) => MoveForMany): Checked<MoveForMany> =>
  errors ? { errors } : { value: move(value) };

/** Every change that can be made to several at once, by the name it has in the form. */
export const changes = { owner, board, link: linked } as const;

/** The name that a change has in the form. */
export const changeName = (change: Change): string =>
  Object.entries(changes).find(([, each]) => each === change)![0];

/** The change that a form names. */
export const changeNamed = (name: string): Change | undefined =>
  Object.hasOwn(changes, name) ? changes[name as keyof typeof changes] : undefined;
