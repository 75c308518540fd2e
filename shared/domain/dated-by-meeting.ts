import { type Board, nextMeeting } from './board.ts';
import { type Day, inWords } from './day.ts';
import { type Deadline, withDates } from './deadline.ts';
import { countedMove } from './re-plan.ts';
import { type Moving, type Revised, revised } from './revision.ts';

/**
 * A promise for the next meeting of a board goes where the meetings go: it is due on the first that is entered after the day the promise
 * counts from, and has no date while there is none; then the owner is asked for one. Undefined where it is not for this board, is no
 * longer open, or that day is the one it has. Only a date that there was before is counted as moved. A date that somebody decided on
 * instead (re-plan) no longer follows the board.
 *
 * @example responded 20 November 2020, "at the next board": once 3 December is entered → due 3 December 2020; that taken back, with
 *   4 March 2021 entered → due 4 March, moved once; that taken back too → no date
 */
export function datedByMeeting(deadline: Deadline, board: Board, { by, today }: Moving): Revised | undefined {
  const { awaits, state, dueOn: was, anchorOn } = deadline;
  const isForThisBoard = awaits && 'boardId' in awaits && awaits.boardId === board.id;
  if (!isForThisBoard || state !== 'open') return undefined;
  const dueOn = nextMeeting(board, anchorOn) ?? null;
  if (dueOn === was) return undefined;
  const after = withDates(deadline, { dueOn, lateAfterOn: dueOn }, today);
  return revised(
    deadline,
    { ...after, ...countedMove(deadline), working: [workingOf(board, anchorOn, dueOn)] },
    { how: 'meeting', on: today, by, why: whyOf(board, was, dueOn) },
  );
}

const workingOf = ({ name }: Board, anchorOn: Day, dueOn: Day | null): string =>
  dueOn
    ? `the next meeting of ${name} after ${inWords(anchorOn)} is on ${inWords(dueOn)}`
    : `No meeting of ${name} is entered after ${inWords(anchorOn)}`;

function whyOf({ name, meetings }: Board, was: Day | null, dueOn: Day | null): string {
  const meets = dueOn ? `meets on ${inWords(dueOn)}` : 'has no other meeting entered';
  return was && !meetings.includes(was)
    ? `${name} no longer meets on ${inWords(was)}; it ${meets}`
    : `${name} ${meets}`;
}
