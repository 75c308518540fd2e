import {
  addMeeting,
  type Board,
  type BoardInput,
  type MeetingInput,
  removeMeeting,
} from '../../../shared/domain/board.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { checkName } from './add-board.ts';
import { followMeetings } from './board-meetings.ts';
import { checkContact, type Desk, decideAgain, eventOf, findBoard } from './desk.ts';

/** Gives a board another name or chair. Mail that waits for the chair it had goes to the new one when it is to be sent. */
export const changeBoard = (desk: Desk, id: string, input: BoardInput): Promise<Board | Refusal> =>
  changed(desk, id, async (before) => {
    const isNewChair = input.chairId !== before.chairId;
    const refused =
      (isNewChair ? await checkContact(desk.table, input.chairId, 'chairId') : undefined) ??
      (await checkName(desk.table, input.name, id));
    return refused ?? { ...before, name: input.name, chairId: input.chairId };
  });

/** Enters a day on which a board meets. What was promised for its next meeting is due then, where it is the next. */
export const enterMeeting = (desk: Desk, id: string, input: MeetingInput): Promise<Board | Refusal> =>
  changedMeetings(desk, id, (before) => addMeeting(before, input, today(desk.clock)));

/** Takes back a day on which a board was to meet. What was promised for it moves to the next meeting, or has no date where there is none. */
export const cancelMeeting = (desk: Desk, id: string, input: MeetingInput): Promise<Board | Refusal> =>
  changedMeetings(desk, id, (before) => removeMeeting(before, input, today(desk.clock)));

async function changedMeetings(atDesk: Desk, id: string, change: Change): Promise<Board | Refusal> {
  const board = await changed(atDesk, id, change);
  // The form has entered the meeting; the dates that follow it are no part of that write.
  const { once: _, ...desk } = atDesk;
  if (!isRefusal(board)) await followMeetings(desk, board.id);
  return board;
}

type Change = (before: Board) => Board | Refusal | Promise<Board | Refusal>;

const changed = (desk: Desk, id: string, change: Change): Promise<Board | Refusal> =>
  decideAgain(async () => {
    const before = await findBoard(desk.table, id);
    if (isRefusal(before)) return before;
    const after = await change(before);
    if (isRefusal(after)) return after;
    const refused = await save(desk.table, {
      creates: [],
      updates: [{ kind: 'board', before, after }],
      event: eventOf(desk, 'change-board', { boardId: id }),
    });
    return refused ?? { ...after, version: before.version + 1 };
  });
