import {
  type AcceptanceChange,
  changeAcceptance as decide,
} from '../../../shared/domain/acceptance-change.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { Desk } from './desk.ts';
import { makeMove } from './make-move.ts';

/** Records that the body takes another view of a recommendation than it did. */
export const changeAcceptance = (
  desk: Desk,
  caseId: string,
  number: number,
  input: AcceptanceChange,
): Promise<Recommendation | Refusal> =>
  makeMove(desk, { move: 'change-acceptance', caseId, number, why: input.reasons }, (held, making) =>
    decide(held, input, making),
  );
