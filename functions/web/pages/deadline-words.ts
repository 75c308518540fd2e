import { type Day, inWords, inWordsWithWeekday, isAfter } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { daysLate, fromToday } from '../../../shared/mail/counting.ts';

/** When a deadline is due, and how far off or how late that is: two short lines for a list. */
export type When = { date: string; distance: string };

/**
 * A response past the law's last day but not the published one is counted towards the published date, and both are named.
 *
 * @example due 20 February 2021, on 13 February → { date: 'Saturday 20 February 2021', distance: 'in 7 days' }
 */
export function whenDue({ dueOn, lateAfterOn, opensOn, anchorOn, kind }: Deadline, today: Day): When {
  if (dueOn === null || lateAfterOn === null) {
    const since = kind === 'response' ? 'recommended' : 'responded';
    return { date: 'No date', distance: `${since} ${inWords(anchorOn)}` };
  }
  if (isAfter(today, lateAfterOn))
    return { date: inWordsWithWeekday(lateAfterOn), distance: daysLate(lateAfterOn, today) };
  const counted = isAfter(today, dueOn) ? lateAfterOn : dueOn;
  const distance = fromToday(counted, today);
  if (counted !== dueOn)
    return {
      date: inWordsWithWeekday(counted),
      distance: `${distance}; the law’s last day was ${inWords(dueOn)}`,
    };
  const opened = opensOn && !isAfter(opensOn, today) ? `, open since ${inWords(opensOn)}` : '';
  return { date: inWordsWithWeekday(counted), distance: `${distance}${opened}` };
}

/** A sentence of working as it stands on a page: a capital at its start, a full stop at its end. */
export const asSentence = (working: string): string =>
  `${working.charAt(0).toUpperCase()}${working.slice(1)}${working.endsWith('.') ? '' : '.'}`;
