import {
  type DepartureInput,
  departureInput,
  type ReturnInput,
  returnInput,
} from '../../../shared/domain/departure.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';

/** The fields in the order of the page. */
export const departureFields: readonly FieldPlace[] = [{ name: 'successorId' }, { name: 'reason' }];

export const readDepartureForm = (form: PostedForm): Checked<DepartureInput> =>
  checkForm(
    departureInput,
    Object.fromEntries(departureFields.map(({ name }) => [name, form.get(name)])),
    {},
  );

/** The fields of the form that records that somebody is back. */
export const returnFields: readonly FieldPlace[] = [{ name: 'reason' }];

export const readReturnForm = (form: PostedForm): Checked<ReturnInput> =>
  checkForm(returnInput, { reason: form.get('reason') }, {});
