import * as z from 'zod';
import { day, inWords, isAfter, isBefore } from './day.ts';
import { type Decided, type Held, type Making, mayMakeNow } from './decided.ts';
import { input } from './input.ts';
import { ended, openDuties } from './open-duties.ts';
import { acceptances, type Recommendation } from './recommendation.ts';
import { type Refusal, refuse } from './refusal.ts';
import { requestForDate } from './request-for-date.ts';
import { longestNote, optional, text } from './text.ts';

/** What a person types when a body takes another view of a recommendation than in its response. */
export const acceptanceChange = input({
  acceptance: z.enum(['accepted', 'partly-accepted', 'not-accepted'], {
    error: 'Choose whether the recommendation is accepted',
  }),
  changedOn: day,
  reasons: optional(text('the reasons', longestNote)),
});

export type AcceptanceChange = z.infer<typeof acceptanceChange>;

/** The most entries of the history of one recommendation, so that its record stays within what the table can hold. */
const mostChanges = 20;

/**
 * Changes the acceptance and keeps what it was. What is no longer accepted is no longer waited for; what is accepted after all, with
 * nothing promised, asks its owner for a date.
 */
export function changeAcceptance(
  held: Held,
  change: AcceptanceChange,
  { by, today }: Making,
): Decided | Refusal {
  const refused = mayMakeNow('change-acceptance', held, today) ?? check(held.recommendation, change, today);
  if (refused) return refused;
  const { acceptance, changedOn: on, reasons } = change;
  const entry = { acceptance, on, by, ...(reasons ? { reasons } : {}) };
  const recommendation: Recommendation = {
    ...held.recommendation,
    acceptance,
    acceptanceHistory: [...held.recommendation.acceptanceHistory, entry],
  };
  const open = openDuties(held.deadlines);
  if (acceptance === 'not-accepted') return { recommendation, changed: open.map(ended), added: [] };
  const asks = held.recommendation.acceptance === 'not-accepted' && open.length === 0;
  const added = asks ? [requestForDate({ ...held, recommendation }, 'accepted-later', today)] : [];
  return { recommendation, changed: [], added };
}

function check(
  { acceptance, acceptanceHistory }: Recommendation,
  change: AcceptanceChange,
  today: Making['today'],
): Refusal | undefined {
  if (change.acceptance === acceptance) {
    const words = acceptances[acceptance].toLowerCase();
    return refuse('same-acceptance', `It is recorded as ${words} already`, 'acceptance');
  }
  const before = acceptanceHistory.at(-1);
  if (before && isBefore(change.changedOn, before.on)) {
    const sentence = `The date must be on or after ${inWords(before.on)}, the day of the answer it changes`;
    return refuse('changed-before-answer', sentence, 'changedOn');
  }
  if (isAfter(change.changedOn, today))
    return refuse('changed-in-the-future', 'The date must be today or in the past', 'changedOn');
  if (change.acceptance === 'not-accepted' && !change.reasons)
    return refuse('reasons-missing', 'Enter the reasons the recommendation is not accepted', 'reasons');
  if (acceptanceHistory.length >= mostChanges)
    return refuse('too-many-changes', 'The acceptance has changed too often to record another change');
  return undefined;
}
