import * as z from 'zod';
import { commitmentInput } from './commitment.ts';
import { type Day, day, inWords, isBefore } from './day.ts';
import type { Deadline } from './deadline.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { text } from './text.ts';

/** What a person types when the body reports back: when it came, what it says, and what it promises next, counted from the day it came. */
export const updateInput = input({
  receivedOn: day,
  text: text('what the update says'),
  commitments: z.array(commitmentInput).max(20, 'Enter 20 promises or fewer').optional(),
});

/** A report that meets one promise. Early counts as met: a window is the latest time to do a thing, not the only time. */
export const update = z.object({
  caseId: z.string(),
  number: z.int().positive(),
  sequence: z.int().positive(),
  receivedOn: day,
  text: z.string(),
});

export type UpdateInput = z.infer<typeof updateInput>;
export type Update = z.infer<typeof update>;

/** An update can be dated from the response that promised it up to today. */
export function checkUpdate(input: UpdateInput, promised: Deadline, today: Day): Refusal | undefined {
  if (isBefore(input.receivedOn, promised.anchorOn)) {
    return refuse(
      'received-before-response',
      `The update must be dated on or after ${inWords(promised.anchorOn)}, the day of the ${promised.madeIn ?? 'response'}${promised.madeIn ? ' that promised it' : ''}`,
      'receivedOn',
    );
  }
  if (isBefore(today, input.receivedOn)) {
    return refuse('received-in-the-future', 'The update must be dated today or in the past', 'receivedOn');
  }
  return undefined;
}
