import type { Board } from '../../../shared/domain/board.ts';
import type { CommitmentInput } from '../../../shared/domain/commitment.ts';
import { datedByMeeting } from '../../../shared/domain/dated-by-meeting.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { boardKey, deadlineKey } from '../../../shared/store/keys.ts';
import { deadlinesForBoard } from '../../../shared/store/open-deadlines.ts';
import { read, readMany } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type Desk, decideAgain } from './desk.ts';
import { saveRevised } from './save-revised.ts';

/** The boards that some promises name, by id; a board that is not there is refused at its promise. */
export async function boardsPromised(
  table: Table,
  promises: readonly CommitmentInput[],
): Promise<ReadonlyMap<string, Board> | Refusal> {
  const named = promises.map(({ promise }) =>
    promise.kind === 'board-meeting' ? promise.boardId : undefined,
  );
  const keys = named.flatMap((id) => (id === undefined ? [] : [boardKey(id)]));
  const boards = new Map((await readMany(table, 'board', keys)).map((each) => [each.id, each]));
  const unknown = named.findIndex((id) => id !== undefined && !boards.has(id));
  return unknown < 0
    ? boards
    : refuse('no-such-board', 'Choose a board from the list', `commitments.${unknown}.promise.boardId`);
}

/**
 * Gives every open promise for the next meeting of this board the date of that meeting, or none where none is entered. Each is saved by
 * itself, with the record of its change, so that one that somebody else is at does not keep back the others. The board is read again for
 * each, so that of two changes of its meetings at once the dates follow the last.
 */
export async function followMeetings(desk: Desk, boardId: string): Promise<void> {
  for await (const each of deadlinesForBoard(desk.table, boardId))
    await decideAgain(() => follow(desk, boardId, each));
}

async function follow(
  desk: Desk,
  boardId: string,
  promised: Deadline,
): Promise<Deadline | Refusal | undefined> {
  const before = await read(desk.table, 'deadline', deadlineKey(promised));
  const board = await read(desk.table, 'board', boardKey(boardId));
  const dated = before && board && datedByMeeting(before, board, { by: desk.by, today: today(desk.clock) });
  return before && dated && saveRevised(desk, 'date-by-meeting', before, dated);
}
