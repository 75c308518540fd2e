import * as z from 'zod';
import { commitmentInput } from './commitment.ts';
import { type Day, day, inWords, isBefore } from './day.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { optional, text } from './text.ts';

/** What a person types to record a response and the promises it makes, in one go. */
export const responseInput = input({
  respondedOn: day,
  acceptance: z.enum(['accepted', 'partly-accepted', 'not-accepted'], {
    error: 'Choose whether the recommendation was accepted',
  }),
  text: text('the words of the response'),
  reasons: optional(text('the reasons')),
  representations: z.boolean({ error: 'Say whether representations were made' }).default(false),
  commitments: z.array(commitmentInput).max(20, 'Enter 20 promises or fewer').default([]),
});

/**
 * The body's answer. `respondedOn` is the anchor of every promise in it; the IOPC's pages do not print it, so it is always
 * asked for and never inferred. `representations`: the body asks that its response is not published (paragraph 28B(5)).
 */
export const response = z.object({
  caseId: z.string(),
  number: z.int().positive(),
  respondedOn: day,
  acceptance: z.enum(['accepted', 'partly-accepted', 'not-accepted']),
  text: z.string(),
  reasons: z.string().optional(),
  representations: z.boolean().default(false),
  version: z.int(),
});

export type ResponseInput = z.infer<typeof responseInput>;
export type Response = z.infer<typeof response>;

/**
 * A response can be dated from the day the recommendation was made up to today; a refusal to accept must give its reasons
 * (Police Reform Act 2002, Schedule 3, paragraph 28B(1)(b)).
 */
export function checkResponse(input: ResponseInput, madeOn: Day, today: Day): Refusal | undefined {
  if (isBefore(input.respondedOn, madeOn)) {
    return refuse(
      'responded-before-made',
      `The response date must be on or after ${inWords(madeOn)}, the day the recommendation was made`,
      'respondedOn',
    );
  }
  if (isBefore(today, input.respondedOn)) {
    return refuse('responded-in-the-future', 'The response date must be today or in the past', 'respondedOn');
  }
  if (input.acceptance === 'not-accepted' && !input.reasons) {
    return refuse('reasons-missing', 'Enter the reasons the recommendation was not accepted', 'reasons');
  }
  return undefined;
}
