import { type UpdateInput, updateInput } from '../../../shared/domain/update.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';
import { readDate } from './typed-date.ts';

/** The fields in the order of the page. */
export const updateFields: readonly FieldPlace[] = [{ name: 'receivedOn', date: true }, { name: 'text' }];

export function readUpdateForm(form: PostedForm): Checked<UpdateInput> {
  const receivedOn = readDate(form, 'receivedOn', 'The date the update came');
  return checkForm(updateInput, { receivedOn: receivedOn.day, text: form.get('text') }, { receivedOn });
}
