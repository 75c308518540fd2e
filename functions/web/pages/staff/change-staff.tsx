import { type Context, Hono } from 'hono';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import type { Staff } from '../../../../shared/domain/staff.ts';
import { listBoards } from '../../../../shared/store/lists.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../../forms/field-errors.ts';
import {
  checkStaffForm,
  readStaffForm,
  type StaffForm,
  staffFields,
  staffFormOf,
} from '../../forms/staff-form.ts';
import { changeStaff } from '../../moves/change-staff.ts';
import { statusOf } from '../../refused.ts';
import { findStaffAt, toStaff } from '../addressed.ts';
import { type FormPage, showForm } from '../form-page.tsx';
import { showRefusal } from '../notice-page.tsx';
import { deskAt } from '../seen.tsx';
import type { Site } from '../site.tsx';
import { StaffFields } from './staff-fields.tsx';

const address = '/staff/:id/change';

/** The form that changes what somebody may do, or who they are. */
export const changeStaffPages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const staff = await findStaffAt(site.table, c.req.param('id'));
      if (isRefusal(staff)) return showRefusal(c, site, staff, toStaff);
      return showChangeForm(c, site, staff, { ...staffFormOf(staff), errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const staff = await findStaffAt(site.table, c.req.param('id'));
      if (isRefusal(staff)) return showRefusal(c, site, staff, toStaff);
      const typed = await readStaffForm(c);
      const { value, errors } = checkStaffForm(typed);
      if (errors) return showChangeForm(c, site, staff, { ...typed, errors, status: 422 });
      const changed = await changeStaff(deskAt(c, site), staff.id, value, site.wall);
      if (isRefusal(changed)) {
        const refused = { errors: errorsFromRefusal(changed), status: statusOf(changed) };
        return showChangeForm(c, site, staff, { ...typed, ...refused });
      }
      return c.redirect('/staff?saved=staff-changed', 303);
    });

type Filled = StaffForm & { errors: FieldErrors; status: FormPage['status'] };

const showChangeForm = async (c: Context, site: Site, staff: Staff, { status, ...filled }: Filled) =>
  showForm(c, site, {
    title: 'Change what somebody may do',
    caption: staff.name,
    back: '/staff',
    action: `/staff/${staff.id}/change`,
    fields: staffFields,
    errors: filled.errors,
    status,
    intro: (
      <p class="govuk-body">
        It holds at once: they are signed out everywhere and sign in again. With another email address they
        prove again who they are.
      </p>
    ),
    children: <StaffFields {...filled} all={await listBoards(site.table)} />,
  });
