import { type Closing, close as decide } from '../../../shared/domain/closure.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { Desk } from './desk.ts';
import { makeMove } from './make-move.ts';

/** Closes a recommendation that somebody else proposed to close. */
export const close = (
  desk: Desk,
  caseId: string,
  number: number,
  input: Closing,
): Promise<Recommendation | Refusal> =>
  makeMove(desk, { move: 'close', caseId, number, why: input.note }, (held, making) =>
    decide(held, input, making),
  );
