import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { newStaff, type Staff, type StaffInput } from '../../../shared/domain/staff.ts';
import { listBoards } from '../../../shared/store/lists.ts';
import { save } from '../../../shared/store/save.ts';
import { leadFromEmail, staffWithEmail } from '../../../shared/store/staff.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';

/** Adds somebody who may sign in: whoever proves to the identity provider that this address is theirs. */
export const addStaff = (desk: Desk, input: StaffInput, why?: string): Promise<Staff | Refusal> =>
  decideAgain(async () => {
    const staff = newStaff(desk.newId(), input);
    // Before the check: whose address it is must be known of what is then changed, or of two at once both would have it.
    const { creates, updates } = await leadFromEmail(desk.table, staff.email, staff.id);
    const refused =
      (await checkAddress(desk.table, input.email)) ?? (await checkBoards(desk.table, input.boards));
    if (refused) return refused;
    const saved = await save(desk.table, {
      creates: [{ kind: 'staff', value: staff }, ...creates],
      updates,
      event: eventOf(desk, 'add-staff', { staffId: staff.id, ...(why ? { why } : {}) }),
    });
    if (saved?.refused === 'already-recorded') return taken(input.email);
    return saved ?? staff;
  });

/** An address belongs to one of those who may sign in; that of somebody who has left is free again. */
export async function checkAddress(table: Table, email: string): Promise<Refusal | undefined> {
  const found = await staffWithEmail(table, email);
  return found?.status === 'active' ? taken(found.email) : undefined;
}

const taken = (email: string) =>
  refuse('already-on-the-staff', `Somebody with the address ${email} can already sign in`, 'email');

/** Every board that somebody is limited to must exist. */
export async function checkBoards(table: Table, ids: readonly string[]): Promise<Refusal | undefined> {
  if (ids.length === 0) return undefined;
  const known = new Set((await listBoards(table)).map(({ id }) => id));
  return ids.every((id) => known.has(id))
    ? undefined
    : refuse('no-such-board', 'Choose boards from the list', 'boards');
}
