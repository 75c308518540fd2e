import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { endedStaff, type Staff } from '../../../shared/domain/staff.ts';
import type { Clock } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { endSessionsOf } from './end-sessions.ts';
import { findStaff, staffAt } from './find-staff.ts';

/** Ends somebody's access: they are signed out at once and cannot sign in again. */
export async function endStaff(desk: Desk, id: string, wall: Clock): Promise<Staff | Refusal> {
  const ended = await decideAgain(() => once(desk, id));
  if (!isRefusal(ended)) await endSessionsOf(desk.table, id, wall);
  return ended;
}

async function once(desk: Desk, id: string): Promise<Staff | Refusal> {
  const before = await findStaff(desk.table, id);
  if (isRefusal(before)) return before;
  const after = endedStaff(before, staffAt(desk));
  if (isRefusal(after)) return after;
  const saved = await save(desk.table, {
    creates: [],
    updates: [{ kind: 'staff', before, after }],
    event: eventOf(desk, 'end-staff', { staffId: id }),
  });
  return saved ?? { ...after, version: before.version + 1 };
}
