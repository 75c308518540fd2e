import type { Day } from '../domain/day.ts';
import { standingOfDeadline, standings } from '../domain/standing.ts';
import type { Item } from './letter.ts';

const order = Object.keys(standings);

/** What is late comes before what is soon; within a state, the earlier day comes first. */
export function compareItems(a: Item, b: Item, today: Day): number {
  const rank = (item: Item) => order.indexOf(standingOfDeadline(item.deadline, today));
  return rank(a) - rank(b) || (dayOf(a) < dayOf(b) ? -1 : 1);
}

const dayOf = ({ deadline }: Item) => deadline.dueOn ?? deadline.anchorOn;
