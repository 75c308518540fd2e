import { inWords } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';

/**
 * How often the date of an update has been moved, said wherever the date is; empty where it never was.
 *
 * @example 'This date has been moved twice; first promised for 20 February 2021.'
 */
export function movedWords({
  moved,
  firstDueOn,
  cause,
}: Pick<Deadline, 'moved' | 'firstDueOn' | 'cause'>): string {
  if (moved === 0 || !firstDueOn) return '';
  const times = ['once', 'twice'][moved - 1] ?? `${moved} times`;
  return `This date has been moved ${times}; first ${cause ? 'set' : 'promised'} for ${inWords(firstDueOn)}.`;
}
