import type * as z from 'zod';
import { day, inWords, isAfter, isBefore } from './day.ts';
import { type Decided, type Held, type Making, mayMakeNow } from './decided.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { longestNote, text } from './text.ts';

/** What a person types once they have looked at whether a closed recommendation had the effect that was wanted. */
export const effectReview = input({
  reviewedOn: day,
  note: text('what was found', longestNote),
});

export type EffectReview = z.infer<typeof effectReview>;

/** The most reviews of one recommendation, so that its record stays within what the table can hold. */
const mostReviews = 20;

/** Records a review of the effect, dated from the day it was closed up to today. It changes no date: what has no effect is reopened. */
export function reviewEffect(
  held: Held,
  { reviewedOn, note }: EffectReview,
  { by, today }: Making,
): Decided | Refusal {
  const refused = mayMakeNow('review-effect', held, today);
  if (refused) return refused;
  const { closed, effectReviews } = held.recommendation;
  if (closed && isBefore(reviewedOn, closed.on)) {
    const sentence = `The review must be dated on or after ${inWords(closed.on)}, the day it was closed`;
    return refuse('reviewed-before-closed', sentence, 'reviewedOn');
  }
  if (isAfter(reviewedOn, today))
    return refuse('reviewed-in-the-future', 'The review must be dated today or in the past', 'reviewedOn');
  if (effectReviews.length >= mostReviews)
    return refuse('too-many-reviews', `${mostReviews} reviews of its effect have been recorded already`);
  const recommendation = {
    ...held.recommendation,
    effectReviews: [...effectReviews, { on: reviewedOn, by, note }],
  };
  return { recommendation, changed: [], added: [] };
}
