import { type ContactInput, contactChange } from '../../../shared/domain/contact.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';

/** The fields in the order of the page. */
export const contactFields: readonly FieldPlace[] = [
  { name: 'kind' },
  { name: 'name' },
  { name: 'post' },
  { name: 'email' },
  { name: 'managerId' },
  { name: 'deputyId' },
];

export const readContactForm = (form: PostedForm): Checked<ContactInput> =>
  checkForm(contactChange, Object.fromEntries(contactFields.map(({ name }) => [name, form.get(name)])), {});
