import { type ClosureDecline, declineClosure as decide } from '../../../shared/domain/closure.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { Desk } from './desk.ts';
import { makeMove } from './make-move.ts';

/** Declines to close a recommendation that was proposed for closure. */
export const declineClosure = (
  desk: Desk,
  caseId: string,
  number: number,
  input: ClosureDecline,
): Promise<Recommendation | Refusal> =>
  makeMove(desk, { move: 'decline-closure', caseId, number, why: input.why }, (held, making) =>
    decide(held, input, making),
  );
