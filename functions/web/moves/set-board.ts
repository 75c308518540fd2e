import { type Board, boardId } from '../../../shared/domain/board.ts';
import { mayMakeNow } from '../../../shared/domain/decided.ts';
import { input } from '../../../shared/domain/input.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { line, optional } from '../../../shared/domain/text.ts';
import { today } from '../../../shared/runtime/clock.ts';
import type { RecommendationFile } from '../../../shared/store/case-file.ts';
import { boardKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf, findRecommendation } from './desk.ts';
import { withOtherPeople } from './with-other-people.ts';

/** What a person types to choose the board that oversees a recommendation. */
export const newBoard = input({ boardId, reason: optional(line('the reason')) });

export type NewBoard = { boardId: string; reason?: string | undefined };

/**
 * Gives a recommendation another board, or its first. Every open duty goes with it, so that what is very late is copied to the chair of
 * the new board and no longer to the old one's. A promise for a board's next meeting stays with the board it was made for.
 */
export const setBoard = (
  desk: Desk,
  caseId: string,
  number: number,
  board: NewBoard,
): Promise<Recommendation | Refusal> => decideAgain(() => once(desk, caseId, number, board));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  board: NewBoard,
): Promise<Recommendation | Refusal> {
  const entry = await decideBoard(desk, caseId, number, board);
  if (isRefusal(entry)) return entry;
  const { recommendation: before } = entry;
  const after = { ...before, boardId: board.boardId };
  const overseen = await withOtherPeople(desk, entry, { boardId: board.boardId });
  const refused = await save(desk.table, {
    creates: [],
    updates: [
      { kind: 'recommendation', before, after },
      ...overseen.map((each) => ({ kind: 'deadline' as const, ...each })),
    ],
    event: eventOf(desk, 'set-board', { caseId, number, why: board.reason }),
  });
  return refused ?? { ...after, version: before.version + 1 };
}

/** The recommendation that another board would oversee, or why it cannot. */
export async function decideBoard(
  { table, clock }: Desk,
  caseId: string,
  number: number,
  { boardId }: NewBoard,
): Promise<RecommendationFile | Refusal> {
  const found = await findRecommendation(table, caseId, number);
  if (isRefusal(found)) return found;
  return (
    mayMakeNow('set-board', found.entry, today(clock)) ??
    checkBoard(await read(table, 'board', boardKey(boardId)), found.entry.recommendation) ??
    found.entry
  );
}

function checkBoard(board: Board | undefined, { boardId }: Recommendation): Refusal | undefined {
  if (!board) return refuse('no-such-board', 'Choose a board from the list', 'boardId');
  return board.id === boardId
    ? refuse('already-board', `${board.name} oversees this recommendation already`, 'boardId')
    : undefined;
}
