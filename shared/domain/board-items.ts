import { ageOf } from './age.ts';
import { closedBetween, hasLapsed, isOpen, isOverdue, timesMoved } from './board-figures.ts';
import { type Day, isAfter } from './day.ts';
import type { Happening } from './happening.ts';
import { openDuties } from './open-duties.ts';
import type { Rag } from './rag.ts';
import type { Row } from './row.ts';
import { ragOfRow } from './sifted-rows.ts';
import { type Standing, standingOf, standings } from './standing.ts';

type Duty = Row['duties'][number];

/** One line of a paper: a recommendation as it stood, and what had happened to it. */
export type PaperItem = {
  row: Row;
  standing: Standing;
  rag: Rag | undefined;
  /** What falls due first; undefined where nothing open has a date. */
  due: Duty | undefined;
  moved: number;
  /** Why it needs the board; none where it does not. */
  reasons: string[];
  history: readonly Happening[];
};

/** The lines of a paper: what needs the board, what else is open, and what ended since the last meeting. */
export type PaperGroups = { attention: PaperItem[]; rest: PaperItem[]; ended: PaperItem[] };

/** A recommendation as it stood at the end of a day, as a line. */
export function itemOf(row: Row, history: readonly Happening[], day: Day): PaperItem {
  return {
    row,
    history,
    standing: standingOf(row, row.duties, day),
    rag: ragOfRow(row, day),
    due: firstDue(row),
    moved: timesMoved(row),
    reasons: isOpen(row, day) ? reasonsFor(row, day) : [],
  };
}

function reasonsFor(row: Row, day: Day): string[] {
  const moved = timesMoved(row);
  return [
    ...(isOverdue(row, day) ? ['The response is overdue'] : []),
    ...(hasLapsed(row, day) ? ['A promise has lapsed'] : []),
    ...(moved > 1 ? [`Its dates have been moved ${moved} times`] : []),
    ...(ageOf(row.madeOn, day) === 'over-2-years' ? ['It is over 2 years old'] : []),
  ];
}

/** The open duty that falls due first. While judicial review holds a period up nothing falls due. */
function firstDue({ duties }: Pick<Row, 'duties'>): Duty | undefined {
  const dated = openDuties(duties).filter(({ dueOn, pausedOn }) => dueOn !== null && pausedOn === null);
  return dated.toSorted((a, b) => compare(a.dueOn!, b.dueOn!))[0];
}

/** The lines in their groups: the most pressing first, then by what falls due first; what ended, by its case. */
export function groupItems(
  items: readonly PaperItem[],
  { day, since }: { day: Day; since: Day },
): PaperGroups {
  const open = items.filter(({ row }) => isOpen(row, day)).toSorted(mostPressing);
  return {
    attention: open.filter(({ reasons }) => reasons.length > 0),
    rest: open.filter(({ reasons }) => reasons.length === 0),
    ended: items.filter(({ row }) => endedBetween(row, since, day)).toSorted(byCase),
  };
}

const endedBetween = (row: Row, since: Day, day: Day): boolean =>
  closedBetween(row, since, day) ||
  (row.withdrawn !== undefined && isAfter(row.withdrawn.on, since) && !isAfter(row.withdrawn.on, day));

const urgency = Object.keys(standings);

const mostPressing = (a: PaperItem, b: PaperItem): number =>
  urgency.indexOf(a.standing) - urgency.indexOf(b.standing) ||
  compare(a.due?.dueOn ?? '9999', b.due?.dueOn ?? '9999') ||
  byCase(a, b);

const byCase = (a: PaperItem, b: PaperItem): number =>
  compare(a.row.reference, b.row.reference) || a.row.number - b.row.number;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
