import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { RecommendationMove } from '../../../shared/domain/moves.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import type { Desk } from './desk.ts';
import { type Found, findForMove } from './find-for-move.ts';

/** One deadline of a recommendation by the name it has within it. */
export type DutyAt = { caseId: string; number: number; duty: string };

// The name of a deadline within its recommendation: 'response-1', 'update-2'.
const dutyName = ({ kind, sequence }: Pick<Deadline, 'kind' | 'sequence'>): string => `${kind}-${sequence}`;

/** A deadline by its name. */
export const dutyAt = (deadline: Deadline): DutyAt => ({
  caseId: deadline.caseId,
  number: deadline.number,
  duty: dutyName(deadline),
});

/** The same from its id: '2019-127918.1.update-2' → 'update-2'. */
export const dutyOf = ({ deadlineId, ...at }: Omit<DutyAt, 'duty'> & { deadlineId: string }): DutyAt => ({
  caseId: at.caseId,
  number: at.number,
  duty: deadlineId.slice(deadlineId.lastIndexOf('.') + 1),
});

/** The open deadline of this name, or why there is none. */
export function openDuty({ entry }: Found, duty: string): Deadline | Refusal {
  const found = entry.deadlines.find((each) => dutyName(each) === duty);
  if (!found) return refuse('unknown-date', 'This recommendation has no such date');
  return found.state === 'open'
    ? found
    : refuse('already-ended', 'Nothing is waited for at this date any more');
}

/** An open deadline on which a move can be made as its recommendation stands today. */
export async function findDutyForMove(
  desk: Desk,
  move: RecommendationMove,
  { caseId, number, duty }: DutyAt,
): Promise<{ found: Found; deadline: Deadline } | Refusal> {
  const found = await findForMove(desk, move, caseId, number);
  if (isRefusal(found)) return found;
  const deadline = openDuty(found, duty);
  return isRefusal(deadline) ? deadline : { found, deadline };
}

/** What the history says a move on a deadline was about: its promise, where it is one. */
export const aboutDuty = ({ caseId, number, kind, sequence }: Deadline) => ({
  caseId,
  number,
  sequence: kind === 'update' ? sequence : undefined,
});
