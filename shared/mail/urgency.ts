import { type Day, daysBetween } from '../domain/day.ts';
import { standingOfDeadline, standings } from '../domain/standing.ts';
import type { Item } from './letter.ts';

const order = Object.keys(standings);

/** What is late comes before what is soon; within a state, the earlier day comes first; on one day, the lower number. */
export function compareItems(a: Item, b: Item, today: Day): number {
  const rank = (item: Item) => order.indexOf(standingOfDeadline(item.deadline, today));
  return (
    rank(a) - rank(b) ||
    daysBetween(dayOf(b), dayOf(a)) ||
    a.deadline.id.localeCompare(b.deadline.id, 'en-GB', { numeric: true })
  );
}

const dayOf = ({ deadline }: Item) => deadline.dueOn ?? deadline.anchorOn;
