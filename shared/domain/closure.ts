import * as z from 'zod';
import type { Day } from './day.ts';
import { type Decided, type Held, type Making, mayMakeNow } from './decided.ts';
import { input } from './input.ts';
import { ended, openDuties } from './open-duties.ts';
import { samePerson } from './person.ts';
import type { Recommendation } from './recommendation.ts';
import { type Refusal, refuse } from './refusal.ts';
import { requestForDate } from './request-for-date.ts';
import { line, longestNote, optional, text, webAddress } from './text.ts';

/** What a person types to propose that a recommendation be closed. */
export const closureProposal = input({
  proposedBy: line('the name of whoever proposes to close it'),
  note: optional(text('why it can be closed', longestNote)),
});

/** What a person types to decline a proposal to close. */
export const closureDecline = input({ why: text('why it cannot be closed yet', longestNote) });

/** What a person types to close a recommendation. The note says what shows that it is done, where the evidence does not. */
export const closing = input({
  closedBy: line('the name of whoever closes it'),
  note: optional(text('what shows that it is done', longestNote)),
  links: z.array(webAddress('a link to what shows it')).max(10, 'Enter 10 links or fewer').default([]),
});

export type ClosureProposal = z.infer<typeof closureProposal>;
export type ClosureDecline = z.infer<typeof closureDecline>;
export type Closing = z.infer<typeof closing>;

/** Proposes to close. Reminders go on until somebody else has decided: a proposal alone must not silence a promise. */
export function proposeClosure(
  held: Held,
  proposal: ClosureProposal,
  { today, byId }: Making,
): Decided | Refusal {
  const refused = mayMakeNow('propose-closure', held, today);
  if (refused) return refused;
  const closure = { proposedOn: today, ...proposal, ...recordedBy(byId) };
  return { recommendation: { ...held.recommendation, closure }, changed: [], added: [] };
}

const recordedBy = (byId: string | undefined): { recordedBy?: string } =>
  byId === undefined ? {} : { recordedBy: byId };

/** The proposal to close that comes with the last thing that was waited for: it is of whoever records that. */
export const proposalOf = ({ by, byId }: Omit<Making, 'today'>, proposedOn: Day) => ({
  proposedOn,
  proposedBy: by,
  ...recordedBy(byId),
});

/**
 * Why whoever is signed in cannot close it: it takes two people, and a name that is only typed is no second one.
 *
 * @example recorded by 'staff:1' as the proposal of Jane Smith → refused to 'staff:1', whoever they say closes it
 */
export const notByRecorder = (
  { closure }: Pick<Recommendation, 'closure'>,
  byId: string | undefined,
): Refusal | undefined =>
  byId !== undefined && closure?.recordedBy === byId
    ? refuse(
        'same-person',
        'You recorded that it is to be closed, so somebody else must sign in and decide',
        'closedBy',
      )
    : undefined;

/**
 * Declines to close. What was promised goes on; where nothing is promised any more the owner is asked for a date, so that it is not
 * forgotten. Nothing is asked where the recommendation was not accepted.
 *
 * @example the last promise was met on 15 January 2021 and closure is declined on 1 February → a date is asked for, first on 1 March
 */
export function declineClosure(held: Held, _: ClosureDecline, { today }: Making): Decided | Refusal {
  const refused = mayMakeNow('decline-closure', held, today);
  if (refused) return refused;
  const { closure: __, ...recommendation } = held.recommendation;
  const asks = recommendation.acceptance !== 'not-accepted' && openDuties(held.deadlines).length === 0;
  const added = asks ? [requestForDate({ ...held, recommendation }, 'closure-declined', today)] : [];
  return { recommendation, changed: [], added };
}

/**
 * Closes, by somebody other than the proposer and than whoever recorded the proposal. All that was still waited for ends, but the duty to
 * publish does not. Something must show that it is done: a note, a link, or at least one piece of evidence on the recommendation.
 *
 * @example the minutes of a board were added on 3 December 2020 → it can be closed on 8 December without a note
 */
export function close(
  held: Held,
  { closedBy, ...shown }: Closing,
  { today, byId }: Making,
): Decided | Refusal {
  const refused = mayMakeNow('close', held, today) ?? notByRecorder(held.recommendation, byId);
  if (refused) return refused;
  const { closure } = held.recommendation;
  if (closure && samePerson(closure.proposedBy, closedBy)) {
    return refuse(
      'same-person',
      `${closure.proposedBy} proposed to close this, so somebody else must close it`,
      'closedBy',
    );
  }
  if (!shown.note && shown.links.length === 0 && held.evidence.length === 0)
    return refuse(
      'nothing-shows-it',
      'Enter what shows that it is done, or add evidence to the recommendation first',
      'note',
    );
  const closed = { on: today, by: closedBy, ...shown };
  return {
    recommendation: { ...held.recommendation, closed },
    changed: openDuties(held.deadlines).map(ended),
    added: [],
  };
}
