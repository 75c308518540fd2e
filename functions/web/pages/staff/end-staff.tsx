import { Hono } from 'hono';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { endedStaff } from '../../../../shared/domain/staff.ts';
import { Button } from '../../components/button.tsx';
import { noErrors } from '../../forms/field-errors.ts';
import { endStaff } from '../../moves/end-staff.ts';
import { findStaffAt, toStaff } from '../addressed.ts';
import { showForm } from '../form-page.tsx';
import { showRefusal } from '../notice-page.tsx';
import { deskAt } from '../seen.tsx';
import type { Site } from '../site.tsx';

const address = '/staff/:id/end';

/** The form that ends somebody's access. */
export const endStaffPages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const staff = await findStaffAt(site.table, c.req.param('id'));
      if (isRefusal(staff)) return showRefusal(c, site, staff, toStaff);
      const ended = endedStaff(staff, site.person.id);
      if (isRefusal(ended)) return showRefusal(c, site, ended, toStaff);
      return showForm(c, site, {
        title: `End the access of ${staff.name}?`,
        back: '/staff',
        action: `/staff/${staff.id}/end`,
        fields: [],
        errors: noErrors,
        status: 200,
        intro: (
          <p class="govuk-body">
            They are signed out everywhere at once and cannot sign in again. What they did stays in the
            history under their name. To let them in again later, add them anew.
          </p>
        ),
        children: <Button variant="warning">End access</Button>,
      });
    })
    .post(address, async (c) => {
      const staff = await findStaffAt(site.table, c.req.param('id'));
      const ended = isRefusal(staff) ? staff : await endStaff(deskAt(c, site), staff.id, site.wall);
      if (isRefusal(ended)) return showRefusal(c, site, ended, toStaff);
      return c.redirect('/staff?saved=staff-ended', 303);
    });
