import { describe, expect, test } from 'vitest';
import {
  addMeeting,
  type Board,
  boardInput,
  meetingInput,
  nextMeeting,
  removeMeeting,
} from '../../../shared/domain/board.ts';
import { asDay } from '../../../shared/domain/day.ts';

const board: Board = {
  id: 'learning',
  name: 'Learning the Lessons board',
  meetings: [asDay('2020-12-03'), asDay('2021-03-04')],
  version: 1,
};
const today = asDay('2020-12-03');
const on = (day: string) => ({ on: asDay(day) });

describe('the next meeting after a day', () => {
  test.each([
    ['2020-11-20', '2020-12-03'],
    ['2020-12-02', '2020-12-03'],
    ['2020-12-03', '2021-03-04'],
    ['2021-03-03', '2021-03-04'],
    ['2021-03-04', undefined],
  ])('%s is %s: a meeting on that very day does not count', (after, next) => {
    expect(nextMeeting(board, asDay(after))).toBe(next);
  });

  test('of a board that has none entered is none', () => {
    expect(nextMeeting({ meetings: [] }, today)).toBeUndefined();
  });
});

describe('entering a meeting', () => {
  test('puts it in its place among the others', () => {
    expect(addMeeting(board, on('2021-01-14'), today)).toEqual({
      ...board,
      meetings: ['2020-12-03', '2021-01-14', '2021-03-04'],
    });
  });

  test.each([
    ['2020-12-02', 'meeting-in-the-past', 'The date of the meeting must be today or in the future'],
    ['2021-03-04', 'already-a-meeting', 'A meeting on 4 March 2021 has already been entered'],
  ])('on %s is refused at that box: %s', (day, refused, message) => {
    expect(addMeeting(board, on(day), today)).toEqual({ refused, field: 'on', message });
  });

  test('today is not in the past', () => {
    expect(addMeeting({ ...board, meetings: [] }, on('2020-12-03'), today)).toMatchObject({
      meetings: ['2020-12-03'],
    });
  });

  test.each(['2021-02-30', '3 December 2020', '', undefined])('%s is no date', (typed) => {
    expect(meetingInput.safeParse({ on: typed }).success).toBe(false);
  });
});

describe('taking a meeting back', () => {
  test('leaves the others', () => {
    expect(removeMeeting(board, on('2020-12-03'), today)).toMatchObject({ meetings: ['2021-03-04'] });
  });

  test.each([
    [
      'that was never entered',
      '2021-01-14',
      '2020-11-01',
      { refused: 'unknown-meeting', message: 'No meeting on 14 January 2021 has been entered' },
    ],
    [
      'that was held yesterday',
      '2020-12-03',
      '2020-12-04',
      { refused: 'meeting-in-the-past', message: 'A meeting in the past stays on the record' },
    ],
  ])('%s is refused', (_, day, now, refusal) => {
    expect(removeMeeting(board, on(day), asDay(now))).toEqual({ ...refusal, field: 'on' });
  });
});

test('a board has a name; its chair may be left out', () => {
  const messages = (typed: object) => boardInput.safeParse(typed).error?.issues.map(({ message }) => message);
  expect(messages({ name: 'Learning board', chairId: '' })).toBeUndefined();
  expect(messages({ name: ' ' })).toEqual(['Enter the name of the board']);
  expect(messages({ name: 'Learning board', chairId: 'Not An Id' })).toEqual([
    'Choose a contact from the list',
  ]);
  expect(messages({ name: 'Learning board', chair: 'carl' })).toEqual(['There is no field called chair']);
});
