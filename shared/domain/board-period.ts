import { type Board, nextMeeting } from './board.ts';
import { addDays, addMonths, type Day, isBefore } from './day.ts';

/** How far a paper looks back and ahead where no meeting says it. */
export const monthsWithoutMeeting = 3;

/** What a paper looks back to and ahead to; `meeting` is false where no meeting is entered there and it is three months instead. */
export type PaperPeriod = {
  since: { on: Day; meeting: boolean };
  until: { on: Day; meeting: boolean };
};

/**
 * The time a paper tells of: back to the board's last meeting before its day, ahead to its first meeting after it. On the day of a meeting
 * that meeting is neither. What happened on the day of the last meeting is taken to have been before that board, so "since" begins the day after.
 *
 * @example meetings on 3 December 2020, 4 March and 3 June 2021: as at 4 March 2021 since 3 December 2020, until 3 June 2021
 */
export function paperPeriod(board: Pick<Board, 'meetings'> | undefined, asAt: Day): PaperPeriod {
  const meetings = board?.meetings ?? [];
  const last = meetings.findLast((on) => isBefore(on, asAt));
  const next = nextMeeting({ meetings }, asAt);
  return {
    since: { on: last ?? addMonths(asAt, -monthsWithoutMeeting), meeting: last !== undefined },
    until: { on: next ?? addMonths(asAt, monthsWithoutMeeting), meeting: next !== undefined },
  };
}

/** The days a secretary is likely to want a paper as at: the board's meetings that have been, the latest first. */
export const meetingsHeld = ({ meetings }: Pick<Board, 'meetings'>, today: Day, most = 6): Day[] =>
  meetings
    .filter((on) => isBefore(on, addDays(today, 1)))
    .slice(-most)
    .toReversed();
