import { folded } from './person.ts';
import type { RowOrder } from './row-filter.ts';
import { type RowOnDay, urgencyOf } from './row-on-day.ts';

/** What the people and boards of rows are called, by their ids. */
export type RowNames = { owners: ReadonlyMap<string, string>; boards: ReadonlyMap<string, string> };

/**
 * Rows in an order. What is equal in it comes by reference and number, so that the same list is always in the same order; what has no
 * date, owner or board comes last whichever way the order runs.
 */
export function orderRows(rows: readonly RowOnDay[], order: RowOrder, names: RowNames): RowOnDay[] {
  const isBack = order.endsWith('-back');
  const keyOf = keys[order.replace(/-back$/, '') as keyof typeof keys];
  const keyed = rows.map((seen) => ({ seen, key: keyOf(seen, names), tie: tieOf(seen) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return compare(a.tie, b.tie) || a.seen.row.number - b.seen.row.number;
    if (a.key === last || b.key === last) return a.key === last ? 1 : -1;
    return isBack ? compare(b.key, a.key) : compare(a.key, b.key);
  });
  return keyed.map(({ seen }) => seen);
}

const last = '';
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const tieOf = ({ row }: RowOnDay): string => `${row.reference} ${row.caseId}`;

// Each key is a text that stands where it belongs among the others.
const keys = {
  urgent: ({ standing, duty }: RowOnDay) => {
    const rank = String.fromCharCode(65 + urgencyOf(standing));
    return `${rank}${duty?.dueOn ?? '~'}`;
  },
  due: ({ duty }: RowOnDay) => duty?.dueOn ?? last,
  // Days in digits, turned round: the latest comes first.
  made: ({ row }: RowOnDay) => row.madeOn.replace(/\d/g, (digit) => String(9 - Number(digit))),
  reference: ({ row }: RowOnDay) => row.reference,
  owner: ({ row }: RowOnDay, { owners }: RowNames) => named(owners, row.ownerId),
  board: ({ row }: RowOnDay, { boards }: RowNames) => named(boards, row.boardId),
} satisfies Record<string, (seen: RowOnDay, names: RowNames) => string>;

const named = (names: ReadonlyMap<string | undefined, string>, id: string | undefined): string =>
  folded(names.get(id) ?? last);
