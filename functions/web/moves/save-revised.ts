import type { Move } from '../../../shared/domain/audit-event.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { Revised } from '../../../shared/domain/revision.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import { type Desk, eventOf } from './desk.ts';

/**
 * Saves a change of dates: the deadline, the record of its earlier dates and the event in one transaction. A mail that was planned for
 * the earlier dates and has not left is dropped when it is to be sent, because its revision is no longer the deadline's.
 */
export async function saveRevised(
  desk: Desk,
  move: Move,
  before: Deadline,
  { deadline, revision }: Revised,
  along: Change['updates'] = [],
): Promise<Deadline | Refusal> {
  const { caseId, number, kind, sequence } = deadline;
  const refused = await save(desk.table, {
    creates: [{ kind: 'revision', value: revision }],
    updates: [{ kind: 'deadline', before, after: deadline }, ...along],
    event: eventOf(desk, move, {
      caseId,
      number,
      sequence: kind === 'update' ? sequence : undefined,
      why: revision.why,
    }),
  });
  return refused ?? { ...deadline, version: before.version + 1 };
}
