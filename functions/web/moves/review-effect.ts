import { reviewEffect as decide, type EffectReview } from '../../../shared/domain/effect-review.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { Desk } from './desk.ts';
import { makeMove } from './make-move.ts';

/** Records whether a closed recommendation had the effect that was wanted. */
export const reviewEffect = (
  desk: Desk,
  caseId: string,
  number: number,
  input: EffectReview,
): Promise<Recommendation | Refusal> =>
  makeMove(desk, { move: 'review-effect', caseId, number, why: input.note }, (held, making) =>
    decide(held, input, making),
  );
