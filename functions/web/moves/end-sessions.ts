import type { Clock } from '../../../shared/runtime/clock.ts';
import { endSession, sessionsOfPerson } from '../../../shared/store/sessions.ts';
import type { Table } from '../../../shared/store/table.ts';

/**
 * Ends every session of one of the staff. After a change of their record none of them lets anybody in any more (staff-gate); this says so
 * in the list of who is signed in.
 */
export async function endSessionsOf(table: Table, staffId: string, wall: Clock): Promise<void> {
  const now = wall.now();
  for (const { id } of await sessionsOfPerson(table, { staffId }, now)) await endSession(table, id, now);
}
