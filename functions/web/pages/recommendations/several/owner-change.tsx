import { isLive } from '../../../../../shared/domain/contact.ts';
import { recommendationMoves } from '../../../../../shared/domain/moves.ts';
import { Select } from '../../../components/select.tsx';
import { checkForm } from '../../../forms/checked-form.ts';
import type { FieldPlace } from '../../../forms/field-errors.ts';
import type { Register } from '../../../gather-list.ts';
import { decideOwner, newOwner, reassignOwner } from '../../../moves/reassign-owner.ts';
import { contactChoice } from '../../contact-choice.ts';
import { personInWords } from '../../names.ts';
import { asMove, type Change, typed, Why, why } from './change.tsx';

const ownerFields: readonly FieldPlace[] = [{ name: 'ownerId' }, { name: 'reason' }];

/** Another owner for each. */
export const ownerChange: Change = {
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
