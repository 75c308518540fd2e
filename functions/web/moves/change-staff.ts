import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { changedStaff, type Staff, type StaffInput } from '../../../shared/domain/staff.ts';
import type { Clock } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { leadFromEmail } from '../../../shared/store/staff.ts';
import { checkAddress, checkBoards } from './add-staff.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { endSessionsOf } from './end-sessions.ts';
import { findStaff, staffAt } from './find-staff.ts';

/** Changes what one of the staff may do, or who they are. It holds at once: they are signed out and sign in anew. */
export async function changeStaff(
  desk: Desk,
  id: string,
  input: StaffInput,
  wall: Clock,
): Promise<Staff | Refusal> {
  const changed = await decideAgain(() => once(desk, id, input));
  if (!isRefusal(changed)) await endSessionsOf(desk.table, id, wall);
  return changed;
}

async function once(desk: Desk, id: string, input: StaffInput): Promise<Staff | Refusal> {
  const before = await findStaff(desk.table, id);
  if (isRefusal(before)) return before;
  const after = changedStaff(before, input, staffAt(desk));
  if (isRefusal(after)) return after;
  const isNewAddress = before.email !== after.email;
  // Before the check, as where somebody is added.
  const { creates, updates } = isNewAddress
    ? await leadFromEmail(desk.table, after.email, id)
    : { creates: [], updates: [] };
  const refused =
    (isNewAddress ? await checkAddress(desk.table, after.email) : undefined) ??
    (await checkBoards(desk.table, input.boards));
  if (refused) return refused;
  const saved = await save(desk.table, {
    creates,
    updates: [{ kind: 'staff', before, after }, ...updates],
    event: eventOf(desk, 'change-staff', { staffId: id }),
  });
  return saved ?? { ...after, version: before.version + 1 };
}
