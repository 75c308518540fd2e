import { type ClosureProposal, proposeClosure as decide } from '../../../shared/domain/closure.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { Desk } from './desk.ts';
import { makeMove } from './make-move.ts';

/** Proposes to close a recommendation; it then waits for somebody else to decide. */
export const proposeClosure = (
  desk: Desk,
  caseId: string,
  number: number,
  input: ClosureProposal,
): Promise<Recommendation | Refusal> =>
  makeMove(desk, { move: 'propose-closure', caseId, number, why: input.note }, (held, making) =>
    decide(held, input, making),
  );
