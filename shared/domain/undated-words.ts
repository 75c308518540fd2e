import type { Deadline } from './deadline.ts';
import { openDuties } from './open-duties.ts';

/**
 * How many of the updates that are still waited for have no date, where some have one and some have none; undefined where it is all or none
 * of them. "No date promised" would be untrue beside the day on which another of them is due.
 *
 * @example one update due on 19 January 2021 and two without a date → '2 of 3 promises have no date'
 */
export function undatedInWords(
  duties: readonly Pick<Deadline, 'kind' | 'state' | 'dueOn' | 'cause'>[],
): string | undefined {
  const updates = openDuties(duties).filter(({ kind }) => kind === 'update');
  const undated = updates.filter(({ dueOn }) => dueOn === null).length;
  if (undated === 0 || undated === updates.length) return undefined;
  const what = updates.some(({ cause }) => cause) ? 'updates' : 'promises';
  return `${undated} of ${updates.length} ${what} ${undated === 1 ? 'has' : 'have'} no date`;
}
