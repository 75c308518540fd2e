import { answered, ended, type MoveRow, nothing, open, promising, unanswered } from './move-row.ts';
import { movesBeside } from './moves-beside.ts';
import { movesOfOwners } from './moves-of-owners.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type Standing, standings } from './standing.ts';

/** Every move on a recommendation. Anything that is not here is refused, with a sentence; the store's conditions refuse it too. */
export const recommendationMoves = {
  'record-response': {
    says: 'Response recorded',
    asks: 'Record the response',
    who: ['liaison'],
    from: [...unanswered, 'paused'],
    plans: 'A deadline for each promise; a check that it is published, where the law asks that',
    cancels: 'The response deadline',
  },
  'change-acceptance': {
    says: 'Acceptance changed',
    asks: 'Change the acceptance',
    who: ['liaison'],
    from: answered,
    plans: 'A request for a date, where it is now accepted and nothing is promised',
    cancels: 'Every promise, where it is no longer accepted',
  },
  'confirm-commitment': {
    says: 'Promise confirmed',
    asks: 'Add a promise',
    who: ['liaison'],
    from: promising,
    plans: 'A deadline for the promise',
    cancels: 'The request for a date, where nothing had been promised',
  },
  'record-update': {
    says: 'Update received',
    asks: 'Record that the promise was kept',
    who: ['liaison'],
    from: [...promising, 'proposed-for-closure'],
    plans: 'A deadline for each new promise in it; the proposal to close, where no promise is left',
    cancels: 'The deadline of the promise it meets',
  },
  extend: {
    says: 'Response period extended',
    asks: 'Extend the response period',
    who: ['liaison'],
    from: unanswered,
    plans: 'Reminders of the new last day',
    cancels: 'Reminders of the old last day that have not left',
  },
  pause: {
    says: 'Paused for judicial review',
    asks: 'Pause for judicial review',
    who: ['liaison'],
    from: unanswered,
    plans: 'A look at it after 28 days and then every 90',
    cancels: 'Reminders of the response deadline',
  },
  resume: {
    says: 'Resumed after judicial review',
    asks: 'Resume after judicial review',
    who: ['liaison'],
    from: ['paused'],
    plans: 'Reminders of the last day, later by the days of the proceedings',
    cancels: 'The looks at it while paused',
  },
  'propose-date': {
    says: 'Another date proposed',
    asks: 'Propose another date',
    who: ['owner', 'liaison'],
    from: promising,
    plans: 'A decision by liaison staff',
    cancels: nothing,
  },
  'decline-date': {
    says: 'Proposed date declined',
    asks: 'Decline the proposed date',
    who: ['liaison'],
    from: promising,
    plans: nothing,
    cancels: 'The proposal',
  },
  're-plan': {
    says: 'Date moved',
    asks: 'Move the date',
    who: ['liaison', 'approver'],
    from: promising,
    plans: 'Reminders of the new dates',
    cancels: 'Reminders of the old dates that have not left; the proposal',
  },
  'reassign-owner': {
    says: 'Owner changed',
    asks: 'Choose another owner',
    who: ['liaison'],
    from: open,
    plans: 'The same reminders to the new owner',
    cancels: 'Reminders to the old owner that have not left',
  },
  'set-board': {
    says: 'Board changed',
    asks: 'Choose another board',
    who: ['liaison'],
    from: open,
    plans: 'Copies of reminders of what is very late, to the chair of the new board',
    cancels: 'Copies to the chair of the old board that have not left',
  },
  'propose-closure': {
    says: 'Proposed for closure',
    asks: 'Propose closure',
    who: ['liaison'],
    from: [...promising, 'not-accepted'],
    plans: 'A decision by somebody other than the proposer',
    cancels: nothing,
  },
  'decline-closure': {
    says: 'Closure declined',
    asks: 'Decline closure',
    who: ['liaison'],
    from: ['proposed-for-closure'],
    plans: 'A request for a date, where it is accepted and no promise is open',
    cancels: 'The proposal',
  },
  close: {
    says: 'Closed',
    asks: 'Close it',
    who: ['liaison'],
    from: ['proposed-for-closure'],
    plans: nothing,
    cancels: 'Every deadline that is open, but not the check that the response is published',
  },
  reopen: {
    says: 'Reopened',
    asks: 'Reopen it',
    who: ['liaison'],
    from: ended,
    plans:
      'The response deadline where none was given, else a new date; a request for one where it is accepted; the check that the response is published, where withdrawing had ended it',
    cancels: nothing,
  },
  withdraw: {
    says: 'Withdrawn',
    asks: 'Withdraw it',
    who: ['liaison'],
    from: open,
    plans: nothing,
    cancels: 'Every deadline that is open',
  },
  'review-effect': {
    says: 'Effect reviewed',
    asks: 'Record a review of its effect',
    who: ['liaison'],
    from: ['closed'],
    plans: nothing,
    cancels: nothing,
  },
  'record-publication': {
    says: 'Response published',
    asks: 'Record the publication',
    who: ['liaison'],
    from: [...answered, 'closed'],
    plans: nothing,
    cancels: 'The check that it is published',
  },
  'record-representations': {
    says: 'Representations against publication recorded',
    asks: 'Record representations',
    who: ['liaison'],
    from: [...answered, 'closed'],
    plans: nothing,
    cancels: 'The check that it is published',
  },
  ...movesBeside,
  ...movesOfOwners,
} as const satisfies Record<string, MoveRow>;

export type RecommendationMove = keyof typeof recommendationMoves;

/**
 * Whether a move can be made from a standing: undefined, or the refusal.
 *
 * @example mayMake('close', 'lapsed') → 'This recommendation stands as “Promise lapsed”, so “Close it” is not possible now'
 */
export function mayMake(move: RecommendationMove, standing: Standing): Refusal | undefined {
  const { from, asks }: MoveRow = recommendationMoves[move];
  if (from.includes(standing)) return undefined;
  return refuse(
    'not-from-here',
    `This recommendation stands as “${standings[standing]}”, so “${asks}” is not possible now`,
  );
}
