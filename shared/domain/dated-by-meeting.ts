import { type Board, nextMeeting } from './board.ts';
import { inWords } from './day.ts';
import { type Deadline, withDates } from './deadline.ts';
import { type Moving, type Revised, revised } from './revision.ts';

/**
 * A promise that waits for the next meeting of a board takes its date from it once that is entered: the first meeting after the day the
 * promise counts from. Undefined where it does not wait for this board, has a date, is no longer open, or no such meeting is entered. It
 * does not count as moved, because there was no earlier date.
 *
 * @example responded 20 November 2020, "at the next board": once 3 December is entered → due 3 December 2020
 */
export function datedByMeeting(deadline: Deadline, board: Board, { by, today }: Moving): Revised | undefined {
  const { awaits, state, dueOn: dated, anchorOn } = deadline;
  const isWaiting = awaits && 'boardId' in awaits && awaits.boardId === board.id;
  if (!isWaiting || state !== 'open' || dated !== null) return undefined;
  const dueOn = nextMeeting(board, anchorOn);
  if (!dueOn) return undefined;
  const working = `the next meeting of ${board.name} after ${inWords(anchorOn)} is on ${inWords(dueOn)}`;
  return revised(
    deadline,
    { ...withDates(deadline, { dueOn, lateAfterOn: dueOn }, today), working: [working] },
    { how: 'meeting', on: today, by, why: `${board.name} meets on ${inWords(dueOn)}` },
  );
}
