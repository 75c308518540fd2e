import * as z from 'zod';
import { contactId } from './contact.ts';
import { type Day, day } from './day.ts';
import type { Deadline } from './deadline.ts';
import { input } from './input.ts';
import { checkNewDates } from './new-dates.ts';
import { type Refusal, refuse } from './refusal.ts';
import { line, optional, text } from './text.ts';

/** What a person types to propose another date, in their own name or for the owner. */
export const proposalInput = input({
  opensOn: optional(day),
  dueOn: day,
  why: text('the reason', 2_000),
  proposedBy: line('the name of whoever proposes it'),
});

/** What a person types to decline it. */
export const declineInput = input({ why: text('the reason', 2_000) });

export const proposalStates = {
  waiting: 'Waiting for a decision',
  taken: 'Taken',
  declined: 'Declined',
  dropped: 'No longer needed',
} as const;

type ProposalState = keyof typeof proposalStates;

/**
 * Another date that an owner proposes for a promise. It moves nothing: liaison staff decide, and until then it stands on the list of
 * what needs attention and reminders of the old date go on. A later one takes the place of an earlier one that waits.
 * `byId`: which contact it was, where the owner proposed it on their own page.
 */
export const proposal = z.object({
  caseId: z.string(),
  number: z.int().positive(),
  deadlineId: z.string(),
  sequence: z.int(),
  opensOn: day.nullable(),
  dueOn: day,
  why: z.string(),
  proposedBy: z.string(),
  byId: contactId.optional(),
  proposedOn: day,
  state: z.enum(Object.keys(proposalStates) as [ProposalState, ...ProposalState[]]),
  version: z.int(),
});

export type ProposalInput = z.infer<typeof proposalInput>;
export type DeclineInput = z.infer<typeof declineInput>;
export type Proposal = z.infer<typeof proposal>;

/** What is proposed; by an owner on their own page also as which contact, which nobody types. */
export type Proposed = ProposalInput & Pick<Proposal, 'byId'>;

/** Proposes another date for an open promise, with or without a date of its own. */
export function propose(deadline: Deadline, input: Proposed, today: Day): Proposal | Refusal {
  const { caseId, number, id: deadlineId, sequence } = deadline;
  const opensOn = input.opensOn ?? null;
  const refused = checkNewDates(deadline, { opensOn, dueOn: input.dueOn }, today);
  if (refused) return refused;
  return {
    ...input,
    caseId,
    number,
    deadlineId,
    sequence,
    opensOn,
    proposedOn: today,
    state: 'waiting',
    version: 1,
  };
}

/** The proposal that waits for a decision, or the refusal. */
export const waiting = (proposal: Proposal | undefined): Proposal | Refusal =>
  proposal?.state === 'waiting'
    ? proposal
    : refuse('no-proposal', 'No other date is proposed for this promise');

/** A proposal once the date of its promise has been decided: taken where the dates are the ones it proposes. */
export const decided = (
  proposal: Proposal,
  { opensOn, dueOn }: Pick<Deadline, 'opensOn' | 'dueOn'>,
): Proposal => ({
  ...proposal,
  state: proposal.opensOn === opensOn && proposal.dueOn === dueOn ? 'taken' : 'declined',
});

/** The waiting proposals of a deadline that is no longer open: nobody need decide on them. */
export const dropped = (
  proposals: readonly Proposal[],
  deadlineId: string,
): { before: Proposal; after: Proposal }[] =>
  proposals
    .filter((each) => each.deadlineId === deadlineId && each.state === 'waiting')
    .map((before) => ({ before, after: { ...before, state: 'dropped' } }));
