import { type Day, inWords, isBefore } from './day.ts';
import type { Deadline } from './deadline.ts';
import { type Refusal, refuse } from './refusal.ts';

/** The dates that somebody wants for a promise. */
export type NewDates = { opensOn: Day | null; dueOn: Day };

/**
 * New dates are for what is to come: the last day is today or later, a window does not close before it opens, and something changes.
 *
 * @example on 15 February 2021, 15 February → allowed; 14 February → refused
 */
export function checkNewDates(
  deadline: Deadline,
  { opensOn, dueOn }: NewDates,
  today: Day,
): Refusal | undefined {
  if (isBefore(dueOn, today)) return refuse('date-past', 'The new date must be today or later', 'dueOn');
  if (opensOn && isBefore(dueOn, opensOn))
    return refuse('closes-before-it-opens', 'The window must not close before it opens', 'dueOn');
  if (dueOn === deadline.dueOn && opensOn === deadline.opensOn)
    return refuse('same-date', `The date is ${inWords(dueOn)} already`, 'dueOn');
  return undefined;
}
