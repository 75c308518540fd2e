import type { Board } from '../../../shared/domain/board.ts';
import type { CommitmentInput } from '../../../shared/domain/commitment.ts';
import { datedByMeeting } from '../../../shared/domain/dated-by-meeting.ts';
import type { Day } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { boardKey, deadlineKey } from '../../../shared/store/keys.ts';
import { listAttention } from '../../../shared/store/lists.ts';
import { read, readMany } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type Desk, decideAgain } from './desk.ts';
import { saveRevised } from './save-revised.ts';

/** The meetings of the boards that some promises name; a board that is not there is refused at its promise. */
export async function meetingsNamed(
  table: Table,
  promises: readonly CommitmentInput[],
): Promise<ReadonlyMap<string, readonly Day[]> | Refusal> {
  const named = promises.map(({ promise }) =>
    promise.kind === 'board-meeting' ? promise.boardId : undefined,
  );
  const keys = named.flatMap((id) => (id === undefined ? [] : [boardKey(id)]));
  const boards = new Map((await readMany(table, 'board', keys)).map(({ id, meetings }) => [id, meetings]));
  const unknown = named.findIndex((id) => id !== undefined && !boards.has(id));
  return unknown < 0
    ? boards
    : refuse('no-such-board', 'Choose a board from the list', `commitments.${unknown}.promise.boardId`);
}

/**
 * Gives every open promise that waits for a meeting of this board its date. Each is saved by itself, with the record of its change, so
 * that one that somebody else is at does not keep back the others: it stands on the list of what needs attention until it has a date.
 */
export async function dateWaiting(desk: Desk, board: Board): Promise<void> {
  for (const waiting of await waitingFor(desk, board.id)) await decideAgain(() => date(desk, board, waiting));
}

async function date(desk: Desk, board: Board, waiting: Deadline): Promise<Deadline | Refusal | undefined> {
  const before = await read(desk.table, 'deadline', deadlineKey(waiting));
  const dated = before && datedByMeeting(before, board, { by: desk.by, today: today(desk.clock) });
  return before && dated && saveRevised(desk, 'date-by-meeting', before, dated);
}

async function waitingFor({ table, clock }: Desk, boardId: string): Promise<Deadline[]> {
  const waiting: Deadline[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAttention(table, today(clock), cursor);
    for (const each of page.items) {
      const awaits = 'deadline' in each ? each.deadline.awaits : undefined;
      if ('deadline' in each && awaits && 'boardId' in awaits && awaits.boardId === boardId)
        waiting.push(each.deadline);
    }
    cursor = page.next;
  } while (cursor);
  return waiting;
}
