import * as z from 'zod';
import { contactId } from './contact.ts';
import { input } from './input.ts';
import { line, optional, text } from './text.ts';

/** Whether the body takes the recommendation up. It can change later; every change is an audit event. */
export const acceptances = {
  awaiting: 'Awaiting a response',
  accepted: 'Accepted',
  'partly-accepted': 'Partly accepted',
  'not-accepted': 'Not accepted',
} as const;

export type Acceptance = keyof typeof acceptances;

/** What a person types to record a recommendation. Its number within the case is given by the tracker. */
export const recommendationInput = input({
  text: text('the text of the recommendation'),
  addressee: optional(line('the body it is addressed to')),
  ownerId: optional(contactId),
  board: optional(line('the board')),
  chairId: optional(contactId),
  priority: optional(z.enum(['high', 'medium', 'low'], { error: 'Choose a priority from the list' })),
  theme: optional(line('the theme')),
});

export const recommendation = z.object({
  caseId: z.string(),
  number: z.int().positive(),
  text: z.string(),
  addressee: z.string(),
  ownerId: contactId.optional(),
  board: z.string().optional(),
  chairId: contactId.optional(),
  priority: z.enum(['high', 'medium', 'low']).optional(),
  theme: z.string().optional(),
  acceptance: z.enum(['awaiting', 'accepted', 'partly-accepted', 'not-accepted']),
  /** Set when the last promise was met: liaison staff decide whether to close. */
  closureProposedOn: z.string().optional(),
  version: z.int(),
});

export type RecommendationInput = z.infer<typeof recommendationInput>;
export type Recommendation = z.infer<typeof recommendation>;
