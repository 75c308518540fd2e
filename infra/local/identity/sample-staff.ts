import { addStaff } from '../../../functions/web/moves/add-staff.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { staffInput } from '../../../shared/domain/staff.ts';
import type { Clock } from '../../../shared/runtime/clock.ts';
import { newId } from '../../../shared/runtime/ids.ts';
import { listStaff } from '../../../shared/store/staff.ts';
import type { Table } from '../../../shared/store/table.ts';
import { samplePeople } from './people.ts';

/** Enters the people whom the practice sign-in knows, where nobody has been entered yet: from then on the list is an administrator's. */
export async function enterSampleStaff(table: Table, clock: Clock): Promise<void> {
  if ((await listStaff(table)).length > 0) return;
  const desk = { table, clock, newId, by: 'Practice sign-in' };
  for (const { name, email, role, bodies } of samplePeople) {
    const added = await addStaff(desk, staffInput.parse({ name, email, role, bodies }));
    if (isRefusal(added)) throw new Error(`${name} could not be entered: ${added.message}`);
  }
}
