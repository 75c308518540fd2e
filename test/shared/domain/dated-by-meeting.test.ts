import { describe, expect, test } from 'vitest';
import type { Board } from '../../../shared/domain/board.ts';
import { datedByMeeting } from '../../../shared/domain/dated-by-meeting.ts';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { promisedDuty } from './essex.ts';

/** Promised on 20 November 2020 for the next meeting of the board. */
const waiting = promisedDuty({ kind: 'board-meeting', boardId: 'learning' });
const moving = { by: 'Lee', today: asDay('2020-11-24') };
const board = (...meetings: string[]): Board => ({
  id: 'learning',
  name: 'Learning board',
  meetings: meetings.map(asDay),
  version: 1,
});
const dated = (deadline: Deadline, of: Board) => datedByMeeting(deadline, of, moving);

describe('a promise that waits for the next meeting of a board', () => {
  test('takes its date from the first meeting after the day it counts from, is armed again, and has not moved', () => {
    const result = dated(waiting, board('2020-11-20', '2020-12-03', '2021-03-04'))!;
    expect(result.deadline).toMatchObject({
      dueOn: '2020-12-03',
      lateAfterOn: '2020-12-03',
      moved: 0,
      revision: 2,
      plannedFromOn: '2020-11-24',
      nextActionOn: '2020-11-24',
      working: ['the next meeting of Learning board after 20 November 2020 is on 3 December 2020'],
    });
    expect(result.revision).toMatchObject({
      how: 'meeting',
      on: '2020-11-24',
      by: 'Lee',
      why: 'Learning board meets on 3 December 2020',
      revision: 2,
      before: { dueOn: null, lateAfterOn: null },
      after: { dueOn: '2020-12-03', lateAfterOn: '2020-12-03' },
    });
  });

  test.each<[string, Deadline, Board]>([
    ['no meeting after that day is entered', waiting, board('2020-11-20')],
    ['it is another board', waiting, { ...board('2020-12-03'), id: 'other' }],
    ['it has a date already', { ...waiting, dueOn: asDay('2021-01-01') }, board('2020-12-03')],
    ['it is met', { ...waiting, state: 'met' }, board('2020-12-03')],
    ['it is no longer asked', { ...waiting, state: 'ended' }, board('2020-12-03')],
    ['it waits for an event', { ...waiting, awaits: { event: 'the trial' } }, board('2020-12-03')],
    ['it waits for nothing', promisedDuty({ kind: 'none' }), board('2020-12-03')],
  ])('has no new date where %s', (_, deadline, of) => {
    expect(dated(deadline, of)).toBeUndefined();
  });
});
