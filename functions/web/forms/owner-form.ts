import { type NewOwner, newOwner } from '../moves/reassign-owner.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';

/** The fields in the order of the page. */
export const ownerFields: readonly FieldPlace[] = [{ name: 'ownerId' }, { name: 'reason' }];

export const readOwnerForm = (form: PostedForm): Checked<NewOwner> =>
  checkForm(newOwner, Object.fromEntries(ownerFields.map(({ name }) => [name, form.get(name)])), {});
