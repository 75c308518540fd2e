import type { Deadline } from '../../../../shared/domain/deadline.ts';
import { recommendationMoves } from '../../../../shared/domain/moves.ts';
import type { Proposal } from '../../../../shared/domain/proposal.ts';
import type { RecommendationFile } from '../../../../shared/store/case-file.ts';

type Of = { entry: Pick<RecommendationFile, 'proposals'>; promised?: Deadline | undefined };

/** The date that is proposed for a promise and waits for a decision. */
export const waitingFor = ({ entry, promised }: Of): Proposal | undefined =>
  entry.proposals.find(({ deadlineId, state }) => deadlineId === promised?.id && state === 'waiting');

/** What staff do with a date that an owner proposes to them; owners propose it on pages of their own. */
export const proposalTitle = 'Record a date that the owner proposes';

/** What deciding on a date is called: to accept the one that is proposed, to set the first, or to move the one there is. */
export function rePlanTitle(of: Of): string {
  if (waitingFor(of)) return 'Accept the proposed date';
  return of.promised?.dueOn ? recommendationMoves['re-plan'].asks : 'Set a date';
}
