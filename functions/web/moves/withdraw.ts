import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { withdraw as decide, type Withdrawal } from '../../../shared/domain/withdrawal.ts';
import type { Desk } from './desk.ts';
import { makeMove } from './make-move.ts';

/** Withdraws a recommendation: nothing is asked of anybody any more. */
export const withdraw = (
  desk: Desk,
  caseId: string,
  number: number,
  input: Withdrawal,
): Promise<Recommendation | Refusal> =>
  makeMove(desk, { move: 'withdraw', caseId, number, why: input.why }, (held, making) =>
    decide(held, input, making),
  );
