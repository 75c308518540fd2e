import { describe, expect, test } from 'vitest';
import { ticksTo } from '../../../shared/domain/axis.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { type Counted, trendFrom, trendOf } from '../../../shared/domain/trend.ts';

const counted = (on: string, counts: Counted['counts'] = { lapsed: 1 }): Counted => ({
  on: asDay(on),
  counts,
});

describe('a trend', () => {
  test('has each month as it was last counted, and the month that runs as it is now', () => {
    const tallies = [
      counted('2020-10-30', { lapsed: 3 }),
      counted('2020-10-31', { lapsed: 4 }),
      counted('2020-11-02', { lapsed: 5 }),
    ];
    expect(trendOf(tallies, counted('2020-11-16', { lapsed: 6 }))).toEqual([
      { month: '2020-10', on: '2020-10-31', open: 4, overdue: 0, lapsed: 4 },
      { month: '2020-11', on: '2020-11-16', open: 6, overdue: 0, lapsed: 6 },
    ]);
  });

  test('takes what is counted now over what was counted earlier today', () => {
    const [point] = trendOf([counted('2020-11-16', { lapsed: 5 })], counted('2020-11-16', { lapsed: 6 }));
    expect(point!.lapsed).toBe(6);
  });

  test('goes back to the first day of the month eleven months ago and no further', () => {
    expect(trendFrom(asDay('2020-11-16'))).toBe('2019-12-01');
    const months = (on: string) => trendOf([counted(on)], counted('2020-11-16')).map(({ month }) => month);
    expect(months('2019-12-01')).toEqual(['2019-12', '2020-11']);
    expect(months('2019-11-30')).toEqual(['2020-11']);
  });

  test('is the same in whichever order the counts come, and never has a day that is still to come', () => {
    const tallies = [
      counted('2020-11-17', { lapsed: 9 }),
      counted('2020-10-31', { lapsed: 4 }),
      counted('2020-10-30', { lapsed: 3 }),
      counted('2020-08-31', { lapsed: 1 }),
      counted('2020-09-30', { lapsed: 2 }),
    ];
    const now = counted('2020-11-16', { lapsed: 5 });
    const points = trendOf(tallies, now);
    expect(points.map(({ on, lapsed }) => `${on} ${lapsed}`)).toEqual([
      '2020-08-31 1',
      '2020-09-30 2',
      '2020-10-31 4',
      '2020-11-16 5',
    ]);
    expect(trendOf(tallies.toReversed(), now)).toEqual(points);
  });

  test('leaves out a month in which nothing was counted', () => {
    const found = trendOf([counted('2020-08-31'), counted('2020-10-31')], counted('2020-11-16'));
    expect(found.map(({ month }) => month)).toEqual(['2020-08', '2020-10', '2020-11']);
  });

  test('counts as open whatever is neither closed, withdrawn nor not accepted', () => {
    const counts = {
      'response-overdue': 1,
      lapsed: 2,
      'promise-running': 4,
      'proposed-for-closure': 8,
      closed: 100,
      withdrawn: 100,
      'not-accepted': 100,
    };
    expect(trendOf([], counted('2020-11-16', counts))).toMatchObject([{ open: 15, overdue: 1, lapsed: 2 }]);
  });
});

describe('the marks of an axis', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [5, [0, 2, 4, 6]],
    [7, [0, 2, 4, 6, 8]],
    [8, [0, 2, 4, 6, 8]],
    [9, [0, 5, 10]],
    [100, [0, 50, 100]],
    [10_432, [0, 5_000, 10_000, 15_000]],
  ])('to %i', (largest, ticks) => {
    expect(ticksTo(largest)).toEqual(ticks);
  });

  test('hold every value, in at most four steps', () => {
    for (let largest = 0; largest < 3_000; largest++) {
      const ticks = ticksTo(largest);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(1, largest));
      expect(ticks.length).toBeLessThanOrEqual(5);
    }
  });
});
