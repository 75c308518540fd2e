import { clockFor } from '../../../../shared/domain/clocks.ts';
import { notByRecorder } from '../../../../shared/domain/closure.ts';
import type { Day } from '../../../../shared/domain/day.ts';
import type { Deadline } from '../../../../shared/domain/deadline.ts';
import { mayHold, mayRelease } from '../../../../shared/domain/hold.ts';
import { mayMake, type RecommendationMove } from '../../../../shared/domain/moves.ts';
import { mayRemindOf, nobodyOwns } from '../../../../shared/domain/nudge.ts';
import { waiting } from '../../../../shared/domain/proposal.ts';
import { isRefusal, type Refusal, refuse } from '../../../../shared/domain/refusal.ts';
import { standingOf } from '../../../../shared/domain/standing.ts';
import type { Found } from '../../moves/find-for-move.ts';

/** A recommendation with its case, on a day, as it is met by who is signed in ('staff:…'). */
export type AsItStands = Found & { today: Day; byId?: string | undefined };

/** The duties of which its owner is reminded, the response first. */
export const remindedDuties = (at: Found): Deadline[] => [
  ...at.entry.deadlines.filter(({ kind, state }) => kind === 'response' && state === 'open'),
  ...openPromises(at),
];

/** The duties that wait for an update: what is done to a promise is done to one of these. */
export const openPromises = ({ entry }: Found): Deadline[] =>
  entry.deadlines
    .filter(({ kind, state }) => kind === 'update' && state === 'open')
    .toSorted((a, b) => a.sequence - b.sequence);

/**
 * Why a move cannot be made now, or undefined: the table of moves, and what the record must hold besides. What a person types can still
 * be refused.
 */
export const notNow = (move: RecommendationMove, at: AsItStands): Refusal | undefined =>
  mayMake(move, standingOf(at.entry.recommendation, at.entry.deadlines, at.today)) ?? guards[move]?.(at);

/** The same for one promise or another deadline. */
export const notNowOn = (move: RecommendationMove, at: AsItStands, deadline: Deadline): Refusal | undefined =>
  notNow(move, at) ?? dutyGuards[move]?.(deadline, at);

const dutyGuards: Partial<
  Record<RecommendationMove, (deadline: Deadline, at: AsItStands) => Refusal | undefined>
> = {
  'decline-date': ({ id }, { entry }) => {
    const proposal = waiting(entry.proposals.find(({ deadlineId }) => deadlineId === id));
    return isRefusal(proposal) ? proposal : undefined;
  },
  hold: (deadline, { today }) => mayHold(deadline, today),
  release: (deadline, { today }) => mayRelease(deadline, today),
  nudge: (deadline, { today, entry }) =>
    entry.recommendation.ownerId ? mayRemindOf(deadline, today) : nobodyOwns,
};

const publishing = ({ entry }: AsItStands): Refusal | undefined =>
  entry.deadlines.some(({ kind, state }) => kind === 'publication' && state === 'open')
    ? undefined
    : refuse('nothing-to-publish', 'No publication of a response to this recommendation is waited for');

const lawsDay = ({ entry }: AsItStands) =>
  entry.deadlines.find(({ kind, state }) => kind === 'response' && state === 'open')?.lawOn ?? null;

const guards: Partial<Record<RecommendationMove, (at: AsItStands) => Refusal | undefined>> = {
  extend: (at) =>
    clockFor(at.file.learningCase).extension && lawsDay(at)
      ? undefined
      : refuse('no-extension', 'No law lets the period for this response be extended'),
  pause: (at) =>
    clockFor(at.file.learningCase).pause && lawsDay(at)
      ? undefined
      : refuse('no-pause', 'No law pauses the period for this response for judicial review'),
  close: ({ entry, byId }) => notByRecorder(entry.recommendation, byId),
  'confirm-commitment': ({ entry }) =>
    entry.response
      ? undefined
      : refuse('no-response', 'Record the response first: a promise is counted from its day'),
  'record-publication': publishing,
  'record-representations': publishing,
  unlink: ({ entry }) =>
    entry.links.length > 0 ? undefined : refuse('no-links', 'This recommendation is linked to nothing'),
};
