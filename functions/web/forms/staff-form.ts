import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type Staff, type StaffInput, staffInput } from '../../../shared/domain/staff.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import { formOf, linesOf, type PostedForm } from './posted-form.ts';

/** The fields in the order of the page. */
export const staffFields: readonly FieldPlace[] = [
  { name: 'name' },
  { name: 'email' },
  { name: 'role' },
  { name: 'bodies' },
  { name: 'boards' },
];

/** What was typed about somebody, with the boards that were ticked. */
export type StaffForm = { form: PostedForm; boards: readonly string[] };

export const emptyStaffForm: StaffForm = { form: formOf({}), boards: [] };

/** The form as it shows somebody. */
export const staffFormOf = ({ name, email, role, scope }: Staff): StaffForm => ({
  form: formOf({ name, email, role, bodies: scope.bodies.join('\n') }),
  boards: scope.boards,
});

export async function readStaffForm(c: Context): Promise<StaffForm> {
  const values = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw new HTTPException(400, { cause });
  });
  const boards = [values.boards ?? []].flat().filter((each) => typeof each === 'string');
  return { form: formOf(values), boards };
}

export const checkStaffForm = ({ form, boards }: StaffForm): Checked<StaffInput> =>
  checkForm(
    staffInput,
    {
      name: form.get('name'),
      email: form.get('email'),
      role: form.get('role'),
      bodies: linesOf(form.get('bodies')),
      boards,
    },
    {},
  );
