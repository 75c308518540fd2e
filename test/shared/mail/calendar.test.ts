import { describe, expect, test } from 'vitest';
import { asDay, type Day } from '../../../shared/domain/day.ts';
import { type Deadline, withDates } from '../../../shared/domain/deadline.ts';
import { dutyBy, inFourToSixMonths, promisedDuty, responseDuty, undatedDuty } from '../domain/essex.ts';
import { composed, itemFor } from './letters.ts';

const window = promisedDuty(inFourToSixMonths);
const twoDates = responseDuty();

const entries = (deadlines: Deadline[], today: string) =>
  composed(
    deadlines.map((deadline) => itemFor(deadline)),
    today,
  ).entries!;
const daysOf = (deadlines: Deadline[], today: string) =>
  entries(deadlines, today).map(({ id, on }) => [id, on]);

describe('the calendar of a mail', () => {
  test('has the last day of a promise, what was promised, and where to look', () => {
    expect(entries([window], '2021-03-22')).toEqual([
      {
        id: '2019-127918.1.update-1@tracker.example',
        sequence: 1,
        on: '2021-05-20',
        title: '2019/127918 recommendation 1: update due',
        description:
          'What was promised: “report progress back in 4-6mths”\nhttps://tracker.example/mine/2019-127918/1',
        link: 'https://tracker.example/mine/2019-127918/1',
      },
    ]);
  });

  test.each([
    ['2021-05-19', [['2019-127918.1.update-1@tracker.example', '2021-05-20']]],
    ['2021-05-20', [['2019-127918.1.update-1@tracker.example', '2021-05-20']]],
    ['2021-05-21', []],
  ])('on %s has only a day that has not passed', (today, days) => {
    expect(daysOf([window], today)).toEqual(days);
  });

  test.each([
    ['2020-11-23', [['2019-127918.1.response-1@tracker.example', '2020-11-23']]],
    ['2020-11-24', [['2019-127918.1.response-1.later@tracker.example', '2020-11-24']]],
    ['2020-11-25', []],
  ])('of a response asked for by two dates, on %s, has the next of them', (today, days) => {
    expect(daysOf([twoDates], today)).toEqual(days);
  });

  test('has nothing for what has no date, or is paused', () => {
    const paused = { ...twoDates, pausedOn: asDay('2020-11-10') };
    expect(entries([undatedDuty(), paused], '2020-11-23')).toEqual([]);
  });

  test('keeps the name of a duty whose date moves, and raises its sequence', () => {
    const moved = withDates(window, { dueOn: '2021-08-20' as Day }, asDay('2021-04-01'));
    const [before, after] = [entries([window], '2021-04-02')[0]!, entries([moved], '2021-04-02')[0]!];
    expect(after).toEqual({ ...before, on: '2021-08-20', sequence: 2 });
  });

  test('has each duty of a digest once, in the order of the digest', () => {
    const later = { ...dutyBy('2021-06-01'), id: 'later' };
    const late = { ...dutyBy('2021-03-01'), id: 'late' };
    expect(daysOf([later, window, late, undatedDuty(), window], '2021-03-22')).toEqual([
      ['2019-127918.1.update-1@tracker.example', '2021-05-20'],
      ['later@tracker.example', '2021-06-01'],
    ]);
  });
});
