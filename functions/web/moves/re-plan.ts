import type { Deadline } from '../../../shared/domain/deadline.ts';
import { decided as decidedOn } from '../../../shared/domain/proposal.ts';
import { rePlan as decide, type RePlanInput } from '../../../shared/domain/re-plan.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type Desk, decideAgain } from './desk.ts';
import { findPromiseForMove } from './find-for-move.ts';
import { saveRevised } from './save-revised.ts';

/** Moves the date of a promise, or sets its first. It decides on the date proposed for it, where one waits. */
export const rePlan = (
  desk: Desk,
  caseId: string,
  number: number,
  sequence: number,
  input: RePlanInput,
): Promise<Deadline | Refusal> => decideAgain(() => once(desk, caseId, number, sequence, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  sequence: number,
  input: RePlanInput,
): Promise<Deadline | Refusal> {
  const looked = await findPromiseForMove(desk, 're-plan', { caseId, number, sequence });
  if (isRefusal(looked)) return looked;
  const { found, promised: before } = looked;
  const decided = decide(before, input, today(desk.clock));
  if (isRefusal(decided)) return decided;
  const proposals = found.entry.proposals.filter(
    ({ deadlineId, state }) => deadlineId === before.id && state === 'waiting',
  );
  const along = proposals.map((proposal) => ({
    kind: 'proposal' as const,
    before: proposal,
    after: decidedOn(proposal, decided.deadline),
  }));
  return saveRevised(desk, 're-plan', before, decided, along);
}
