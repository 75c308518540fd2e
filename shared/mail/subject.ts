import { isCopy } from './copies.ts';
import type { Letter } from './letter.ts';
import { stateOf } from './wording.ts';

/**
 * The subject starts with the reference and the state, so that an inbox sorted or skimmed by subject makes sense; that of a mail of
 * nothing but copies first says so, because what is copied to a manager or a chair is somebody else's to answer.
 *
 * @example '2019/127918 recommendation 2: update due by 20 February 2021'
 * @example '2019/127918 recommendation 1: promise lapsed, 1 day late (and 2 more)'
 * @example 'For your information: 2019/127918 recommendation 1: promise lapsed, 14 days late'
 */
export function subjectOf({ items, today }: Letter): string {
  const first = stateOf(items[0]!, today);
  const more = items.length > 1 ? ` (and ${items.length - 1} more)` : '';
  const copied = items.every(isCopy) ? 'For your information: ' : '';
  return `${copied}${first.reference}: ${first.state}${more}`;
}
