import type { Board, BoardInput } from '../../../shared/domain/board.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { listBoards } from '../../../shared/store/lists.ts';
import { save } from '../../../shared/store/save.ts';
import type { Table } from '../../../shared/store/table.ts';
import { checkContact, type Desk, eventOf } from './desk.ts';

/** Adds a board that oversees recommendations. Two of one name could not be told apart where one is chosen. */
export async function addBoard(desk: Desk, input: BoardInput): Promise<Board | Refusal> {
  const refused =
    (await checkContact(desk.table, input.chairId, 'chairId')) ?? (await checkName(desk.table, input.name));
  if (refused) return refused;
  const board: Board = { ...input, id: desk.newId(), meetings: [], version: 1 };
  const saved = await save(desk.table, {
    creates: [{ kind: 'board', value: board }],
    updates: [],
    event: eventOf(desk, 'add-board', { boardId: board.id }),
  });
  return saved ?? board;
}

/** The name of a board is its own, in small letters or capitals. `ofId`: the board that has it already. */
export async function checkName(table: Table, name: string, ofId?: string): Promise<Refusal | undefined> {
  const same = (await listBoards(table)).some(
    (each) => each.id !== ofId && each.name.toLowerCase() === name.toLowerCase(),
  );
  return same ? refuse('already-a-board', `There is already a board called ${name}`, 'name') : undefined;
}
