import { type Context, Hono } from 'hono';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { listBoards } from '../../../../shared/store/lists.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../../forms/field-errors.ts';
import {
  checkStaffForm,
  emptyStaffForm,
  readStaffForm,
  type StaffForm,
  staffFields,
} from '../../forms/staff-form.ts';
import { addStaff } from '../../moves/add-staff.ts';
import { statusOf } from '../../refused.ts';
import { type FormPage, showForm } from '../form-page.tsx';
import { deskAt } from '../seen.tsx';
import type { Site } from '../site.tsx';
import { StaffFields } from './staff-fields.tsx';

/** The form that adds somebody who may sign in. */
export const addStaffPages = (site: Site): Hono =>
  new Hono()
    .get('/staff/new', (c) => showStaffForm(c, site, { ...emptyStaffForm, errors: noErrors, status: 200 }))
    .post('/staff', async (c) => {
      const typed = await readStaffForm(c);
      const { value, errors } = checkStaffForm(typed);
      if (errors) return showStaffForm(c, site, { ...typed, errors, status: 422 });
      const added = await addStaff(deskAt(c, site), value);
      if (isRefusal(added)) {
        const refused = { errors: errorsFromRefusal(added), status: statusOf(added) };
        return showStaffForm(c, site, { ...typed, ...refused });
      }
      return c.redirect('/staff?saved=staff', 303);
    });

type Filled = StaffForm & { errors: FieldErrors; status: FormPage['status'] };

const showStaffForm = async (c: Context, site: Site, { status, ...filled }: Filled) =>
  showForm(c, site, {
    title: 'Add somebody who may sign in',
    back: '/staff',
    action: '/staff',
    fields: staffFields,
    errors: filled.errors,
    status,
    intro: (
      <p class="govuk-body">
        They sign in with your organisation’s own sign-in. No mail is sent: tell them that they can.
      </p>
    ),
    children: <StaffFields {...filled} all={await listBoards(site.table)} />,
  });
