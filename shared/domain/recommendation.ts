import * as z from 'zod';
import { boardId } from './board.ts';
import { contactId } from './contact.ts';
import { day } from './day.ts';
import { input } from './input.ts';
import { samePerson } from './person.ts';
import { line, optional, text } from './text.ts';

/** Whether the body takes the recommendation up. It can change later; every change is kept. */
export const acceptances = {
  awaiting: 'Awaiting a response',
  accepted: 'Accepted',
  'partly-accepted': 'Partly accepted',
  'not-accepted': 'Not accepted',
} as const;

export type Acceptance = keyof typeof acceptances;

const shared = {
  text: text('the text of the recommendation'),
  boardId: optional(boardId),
  priority: optional(z.enum(['high', 'medium', 'low'], { error: 'Choose a priority from the list' })),
  theme: optional(line('the theme')),
};

/** What a person types to record a recommendation. Its number within the case is given by the tracker. */
export const recommendationInput = input({
  ...shared,
  addressee: optional(line('the body it is addressed to')),
  ownerId: optional(contactId),
});

const decision = z.object({ on: day, by: z.string(), why: z.string() });

/** What a person types to record one recommendation made to several bodies: each has its own owner, deadline and life. */
export const sharedRecommendationInput = input({
  ...shared,
  recipients: z
    .array(input({ addressee: line('the body it is addressed to'), ownerId: optional(contactId) }))
    .min(1, 'Enter at least one body')
    .max(50, 'Enter 50 bodies or fewer')
    .refine(
      (recipients) =>
        recipients.every(
          ({ addressee }, index) =>
            recipients.findIndex((each) => samePerson(each.addressee, addressee)) === index,
        ),
      { error: 'Enter each body once' },
    ),
});

export const recommendation = z.object({
  caseId: z.string(),
  number: z.int().positive(),
  text: z.string(),
  addressee: z.string(),
  ownerId: contactId.optional(),
  boardId: boardId.optional(),
  priority: z.enum(['high', 'medium', 'low']).optional(),
  theme: z.string().optional(),
  acceptance: z.enum(['awaiting', 'accepted', 'partly-accepted', 'not-accepted']),
  /** What the body said and when, the response first; the last is `acceptance`. */
  acceptanceHistory: z
    .array(
      z.object({
        acceptance: z.enum(['accepted', 'partly-accepted', 'not-accepted']),
        on: day,
        reasons: z.string().optional(),
        by: z.string(),
      }),
    )
    .default([]),
  /**
   * Set while somebody other than the proposer must decide whether to close, and kept once they have closed it. `recordedBy`: who was signed
   * in and recorded it ('staff:…'), whoever they say proposed it.
   */
  closure: z
    .object({
      proposedOn: day,
      proposedBy: z.string(),
      recordedBy: z.string().optional(),
      note: z.string().optional(),
    })
    .optional(),
  closed: z
    .object({ on: day, by: z.string(), note: z.string().optional(), links: z.array(z.string()).default([]) })
    .optional(),
  withdrawn: decision.optional(),
  reopened: decision.optional(),
  /** Whether what was done had the effect that was wanted, looked at after it was closed. */
  effectReviews: z.array(z.object({ on: day, by: z.string(), note: z.string() })).default([]),
  /** The same recommendation made to several bodies: the case and the number of the first of them ('2019-127918.3'). */
  group: z.string().optional(),
  version: z.int(),
});

export type RecommendationInput = z.infer<typeof recommendationInput>;
export type SharedRecommendationInput = z.infer<typeof sharedRecommendationInput>;
export type Recommendation = z.infer<typeof recommendation>;
