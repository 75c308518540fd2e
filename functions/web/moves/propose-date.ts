import { type Proposal, type Proposed, propose } from '../../../shared/domain/proposal.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { findPromiseForMove } from './find-for-move.ts';

/** Records that the owner proposes another date for a promise. Nothing moves until liaison staff decide. */
export const proposeDate = (
  desk: Desk,
  caseId: string,
  number: number,
  sequence: number,
  input: Proposed,
): Promise<Proposal | Refusal> => decideAgain(() => once(desk, caseId, number, sequence, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  sequence: number,
  input: Proposed,
): Promise<Proposal | Refusal> {
  const looked = await findPromiseForMove(desk, 'propose-date', { caseId, number, sequence });
  if (isRefusal(looked)) return looked;
  const { found, promised: deadline } = looked;
  const proposed = propose(deadline, input, today(desk.clock));
  if (isRefusal(proposed)) return proposed;
  const earlier = found.entry.proposals.find(({ deadlineId }) => deadlineId === deadline.id);
  const refused = await save(desk.table, {
    creates: earlier ? [] : [{ kind: 'proposal', value: proposed }],
    // The deadline is written as it was, so that a date is not proposed for a promise that is kept at the same moment.
    updates: [
      { kind: 'deadline', before: deadline, after: deadline },
      ...(earlier ? [{ kind: 'proposal' as const, before: earlier, after: proposed }] : []),
    ],
    event: eventOf(desk, 'propose-date', { caseId, number, sequence, why: input.why }),
  });
  return refused ?? { ...proposed, version: (earlier?.version ?? 0) + 1 };
}
