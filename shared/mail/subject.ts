import type { Letter } from './letter.ts';
import { stateOf } from './wording.ts';

/**
 * The subject starts with the reference and the state, so that an inbox sorted or skimmed by subject makes sense.
 *
 * @example '2019/127918 recommendation 2: update due by 20 February 2021'
 * @example '2019/127918 recommendation 1: promise lapsed, 1 day late (and 2 more)'
 */
export function subjectOf({ items, today }: Letter): string {
  const first = stateOf(items[0]!, today);
  const more = items.length > 1 ? ` (and ${items.length - 1} more)` : '';
  return `${first.reference}: ${first.state}${more}`;
}
