import type { Board } from './board.ts';
import type { Case } from './case.ts';
import { type Commitment, windowOf } from './commitment.ts';
import type { Day } from './day.ts';
import { type Deadline, startDuty } from './deadline.ts';
import type { Recommendation } from './recommendation.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/**
 * The duty that a confirmed promise makes: dated, or undated where it hangs on an event or on a board that has entered no meeting.
 *
 * @param board the board that the promise names, where it names one
 */
export function updateDeadline(
  promised: Commitment,
  to: Recommendation,
  of: Case,
  today: Day,
  board?: Board,
): Deadline | Refusal {
  const window = windowOf(promised.promise, promised.anchorOn, { madeIn: promised.madeIn, board });
  if (isRefusal(window)) return window;
  return startDuty(
    {
      kind: 'update',
      sequence: promised.sequence,
      opensOn: window.opensOn,
      dueOn: window.dueOn,
      lateAfterOn: window.dueOn,
      ...awaited(promised),
      ...(promised.madeIn ? { madeIn: promised.madeIn } : {}),
      anchorOn: promised.anchorOn,
      basis: promised.quote,
      working: [window.working],
    },
    to,
    of,
    today,
  );
}

// A board is kept also when it has met a date, so that a meeting that moves takes the date with it.
function awaited({ promise }: Commitment): Pick<Deadline, 'awaits'> {
  if (promise.kind === 'board-meeting') return { awaits: { boardId: promise.boardId } };
  return promise.kind === 'on-event' ? { awaits: { event: promise.event } } : {};
}

const nothingPromised = 'No date promised';

/** Whether the basis of a duty is what was promised in its own words: not where nothing was, or where liaison staff set the duty. */
export const quotesPromise = ({ kind, cause, basis }: Deadline): boolean =>
  kind === 'update' && !cause && basis !== nothingPromised;

/**
 * The duty to say when: one for each promise without a date (`sequence` is the promise's, `quote` its words), and one for a response that
 * accepts and promises nothing (1). Reviewed, never silent.
 */
export const undatedDeadline = (
  {
    respondedOn,
    sequence,
    quote,
    madeIn,
  }: { respondedOn: Day; sequence: number; quote?: string; madeIn?: Commitment['madeIn'] },
  to: Recommendation,
  of: Case,
  today: Day,
): Deadline =>
  startDuty(
    {
      kind: 'update',
      sequence,
      opensOn: null,
      dueOn: null,
      lateAfterOn: null,
      anchorOn: respondedOn,
      basis: quote ?? nothingPromised,
      ...(madeIn ? { madeIn } : {}),
      working: [`The ${madeIn ?? 'response'} names no date, so the owner is asked for one`],
    },
    to,
    of,
    today,
  );
