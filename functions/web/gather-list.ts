import type { Board } from '../../shared/domain/board.ts';
import type { Contact } from '../../shared/domain/contact.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { Row } from '../../shared/domain/row.ts';
import type { RowFilter } from '../../shared/domain/row-filter.ts';
import type { RowOnDay } from '../../shared/domain/row-on-day.ts';
import { orderRows } from '../../shared/domain/row-order.ts';
import { type SiftedRows, siftRows } from '../../shared/domain/sifted-rows.ts';
import { today as todayOf } from '../../shared/runtime/clock.ts';
import { listContacts } from '../../shared/store/lists.ts';
import { boardsInSight } from './gate/in-sight.ts';
import type { Site } from './pages/site.tsx';

/** How many recommendations stand on one page of the list. */
export const rowsOnPage = 25;

/** Who and what the rows of a list name. */
export type Register = { contacts: ReadonlyMap<string, Contact>; boards: ReadonlyMap<string, Board> };

/** Everything a filter finds, in its order, with every row there is and what they name. */
export type Listed = Pick<SiftedRows, 'byStanding'> &
  Register & { found: readonly RowOnDay[]; rows: readonly Row[]; today: Day };

/** Finds what a filter asks for today. The people and boards are read at once, however many rows name them. */
export async function gatherList(
  { catalogue, table, clock, person }: Pick<Site, 'catalogue' | 'table' | 'clock' | 'person'>,
  filter: RowFilter,
): Promise<Listed> {
  const [rows, everybody, everyBoard] = await Promise.all([
    catalogue.rows(),
    listContacts(table),
    boardsInSight({ table, person }),
  ]);
  const today = todayOf(clock);
  const contacts = new Map(everybody.map((each) => [each.id, each]));
  const boards = new Map(everyBoard.map((each) => [each.id, each]));
  const { found, byStanding } = siftRows(rows, filter, today);
  const names = { owners: namesOf(everybody), boards: namesOf(everyBoard) };
  return {
    found: orderRows(found, filter.sort ?? 'urgent', names),
    byStanding,
    rows,
    contacts,
    boards,
    today,
  };
}

const namesOf = (all: readonly { id: string; name: string }[]) =>
  new Map(all.map(({ id, name }) => [id, name]));
