import { type Day, inWords, inWordsWithWeekday, isAfter } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { daysLate, fromToday } from '../../../shared/mail/counting.ts';

/** When a deadline is due, and how far off or how late that is: two short lines for a list. */
export type When = { date: string; distance: string };

type Dated = Pick<
  Deadline,
  'dueOn' | 'lateAfterOn' | 'opensOn' | 'anchorOn' | 'kind' | 'pausedOn' | 'cause'
> &
  Partial<Pick<Deadline, 'madeIn'>>;

/**
 * The date named is always the one reminders count down to. A response has a second, later one where the page printed a later date
 * than the law's: it is late only after that, and both are named.
 *
 * @example due 20 February 2021, on 13 February → { date: 'Due Saturday 20 February 2021', distance: 'in 7 days' }
 */
export function whenDue(deadline: Dated, today: Day): When {
  const { dueOn, lateAfterOn, opensOn, anchorOn, kind, pausedOn, cause, madeIn } = deadline;
  if (pausedOn !== null) return { date: 'Paused', distance: `since ${inWords(pausedOn)}` };
  if (dueOn === null || lateAfterOn === null) {
    const answered = madeIn ? 'promised' : 'responded';
    const since = kind === 'response' ? 'recommended' : cause ? 'asked' : answered;
    return { date: 'No date', distance: `${since} ${inWords(anchorOn)}` };
  }
  const opened = opensOn && !isAfter(opensOn, today) && !isAfter(today, dueOn);
  const second = lateAfterOn === dueOn ? '' : ` (late after ${inWords(lateAfterOn)})`;
  const since = opened ? `, open since ${inWords(opensOn)}` : '';
  return {
    date: `Due ${inWordsWithWeekday(dueOn)}`,
    distance: `${fromDue(deadline, today)}${second}${since}`,
  };
}

/** How far off a dated duty is, or how late: '2 days late' only once its last day in time has passed. */
export function fromDue({ dueOn, lateAfterOn }: Pick<Deadline, 'dueOn' | 'lateAfterOn'>, today: Day): string {
  if (dueOn === null || lateAfterOn === null) return '';
  return isAfter(today, lateAfterOn) ? daysLate(lateAfterOn, today) : fromToday(dueOn, today);
}

/** A sentence of working as it stands on a page: a capital at its start, a full stop at its end. */
export const asSentence = (working: string): string =>
  `${working.charAt(0).toUpperCase()}${working.slice(1)}${working.endsWith('.') ? '' : '.'}`;
