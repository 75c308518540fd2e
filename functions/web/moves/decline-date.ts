import { type DeclineInput, type Proposal, waiting } from '../../../shared/domain/proposal.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { findPromiseForMove } from './find-for-move.ts';

/** Declines another date that was proposed for a promise: the date stays, and so do its reminders. */
export const declineDate = (
  desk: Desk,
  caseId: string,
  number: number,
  sequence: number,
  input: DeclineInput,
): Promise<Proposal | Refusal> => decideAgain(() => once(desk, caseId, number, sequence, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  sequence: number,
  { why }: DeclineInput,
): Promise<Proposal | Refusal> {
  const looked = await findPromiseForMove(desk, 'decline-date', { caseId, number, sequence });
  if (isRefusal(looked)) return looked;
  const { found, promised } = looked;
  const before = waiting(found.entry.proposals.find(({ deadlineId }) => deadlineId === promised.id));
  if (isRefusal(before)) return before;
  const after: Proposal = { ...before, state: 'declined' };
  const refused = await save(desk.table, {
    creates: [],
    updates: [{ kind: 'proposal', before, after }],
    event: eventOf(desk, 'decline-date', { caseId, number, sequence, why }),
  });
  return refused ?? { ...after, version: before.version + 1 };
}
