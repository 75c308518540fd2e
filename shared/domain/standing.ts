import { addDays, asDay, type Day, earlier, isAfter, isBefore } from './day.ts';
import type { Deadline } from './deadline.ts';
import { openDuties } from './open-duties.ts';
import type { Recommendation } from './recommendation.ts';

/**
 * What state a recommendation is in on a day, most urgent first. Always worked out from the record, never stored as truth.
 * "Overdue" is kept for the statutory response; a promised update that is late has "lapsed".
 */
export const standings = {
  'response-overdue': 'Response overdue',
  lapsed: 'Promise lapsed',
  'response-due-soon': 'Response due soon',
  'due-soon': 'Update due soon',
  'window-open': 'Window open',
  'no-date': 'No date promised',
  'proposed-for-closure': 'Proposed for closure',
  'awaiting-response': 'Awaiting response',
  paused: 'Paused for judicial review',
  'promise-running': 'Promise running',
  'not-accepted': 'Not accepted',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
} as const;

export type Standing = keyof typeof standings;

/** "Due soon" covers the due day and the 14 days before it. */
export const soonDays = 14;

/** What the standing of a deadline is worked out from. */
type Dated = Pick<Deadline, 'kind' | 'opensOn' | 'dueOn' | 'lateAfterOn' | 'pausedOn'>;

/** What of a recommendation decides where it stands, beside its deadlines. */
export type Decided = {
  acceptance: Recommendation['acceptance'];
  withdrawn?: unknown;
  closed?: unknown;
  closure?: unknown;
};

const urgency = Object.keys(standings) as Standing[];

const lastKept = asDay('2999-12-31');
let soon = { on: lastKept, until: lastKept };

// The last day that is soon. Kept for the day asked about last: a list asks of thousands on one day.
function soonUntil(today: Day): Day {
  if (soon.on !== today) {
    const isNearTheEnd = isAfter(today, addDays(lastKept, -soonDays));
    soon = { on: today, until: isNearTheEnd ? lastKept : addDays(today, soonDays) };
  }
  return soon.until;
}

/**
 * The standing of one open deadline. In time until the end of the last day; late from the next midnight in London.
 *
 * @example response due 23 Nov 2020, published 24 Nov 2020: on 8 Nov 'awaiting-response', from 9 Nov 'response-due-soon',
 *   on 24 Nov still so, from 25 Nov 'response-overdue'; while a judicial review stops its period, 'paused' on every day
 */
export function standingOfDeadline(deadline: Dated, today: Day): Standing {
  const { dueOn, lateAfterOn, opensOn, kind, pausedOn } = deadline;
  if (pausedOn !== null) return 'paused';
  if (dueOn === null || lateAfterOn === null) return kind === 'response' ? 'awaiting-response' : 'no-date';
  if (isAfter(today, lateAfterOn)) return kind === 'response' ? 'response-overdue' : 'lapsed';
  if (!isAfter(dueOn, soonUntil(today))) return kind === 'response' ? 'response-due-soon' : 'due-soon';
  if (kind === 'response') return 'awaiting-response';
  return opensOn && !isBefore(today, opensOn) ? 'window-open' : 'promise-running';
}

/**
 * The standing of a recommendation on a day. A decision of people comes first: withdrawn, then closed, then a closure that waits to be
 * decided; then its most urgent open deadline. The duty to publish never counts: it is not the owner's.
 */
export function standingOf(
  recommendation: Decided,
  deadlines: readonly (Dated & Pick<Deadline, 'state'>)[],
  today: Day,
): Standing {
  if (recommendation.withdrawn) return 'withdrawn';
  if (recommendation.closed) return 'closed';
  if (recommendation.closure) return 'proposed-for-closure';
  const open = openDuties(deadlines);
  if (open.length === 0)
    return recommendation.acceptance === 'not-accepted' ? 'not-accepted' : 'proposed-for-closure';
  const each = open.map((deadline) => standingOfDeadline(deadline, today));
  return urgency.find((standing) => each.includes(standing))!;
}

/** The first day on which an open deadline belongs on the list of what needs attention: undated and paused ones at once. */
export function attentionOn(deadline: Pick<Deadline, 'pausedOn' | 'dueOn' | 'opensOn' | 'anchorOn'>): Day {
  if (deadline.pausedOn !== null) return deadline.pausedOn;
  if (deadline.dueOn === null) return deadline.anchorOn;
  const soon = addDays(deadline.dueOn, -soonDays);
  return deadline.opensOn ? earlier(deadline.opensOn, soon) : soon;
}
