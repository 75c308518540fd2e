import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { reopen as decide, type Reopening } from '../../../shared/domain/reopening.ts';
import type { Desk } from './desk.ts';
import { makeMove } from './make-move.ts';

/** Reopens a recommendation that was closed or withdrawn. */
export const reopen = (
  desk: Desk,
  caseId: string,
  number: number,
  input: Reopening,
): Promise<Recommendation | Refusal> =>
  makeMove(desk, { move: 'reopen', caseId, number, why: input.why }, (held, making) =>
    decide(held, input, making),
  );
