import { describe, expect, test } from 'vitest';
import { bankHolidaysFrom, englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { summaryDue, summaryId } from '../../../shared/domain/summary.ts';

const due = (day: string, needed = false) => summaryDue(asDay(day), needed, englandAndWales);

describe('a summary', () => {
  test.each([
    ['Sunday', '2020-11-22', undefined, undefined],
    ['Monday', '2020-11-23', 'weekly', 'weekly'],
    ['Tuesday', '2020-11-24', undefined, 'daily'],
    ['Friday', '2020-11-27', undefined, 'daily'],
    ['Saturday', '2020-11-28', undefined, undefined],
    ['Monday 31 May 2021, a bank holiday', '2021-05-31', undefined, undefined],
    ['the Tuesday after it', '2021-06-01', 'weekly', 'weekly'],
    ['the Wednesday after it', '2021-06-02', undefined, 'daily'],
    ['Tuesday 28 December 2021, the second bank holiday of a week', '2021-12-28', undefined, undefined],
    ['the Wednesday after it', '2021-12-29', 'weekly', 'weekly'],
    ['Good Friday 2 April 2021', '2021-04-02', undefined, undefined],
  ])('on %s (%s): %s where nothing needs anybody, %s where something does', (_, day, quiet, needed) => {
    expect([due(day), due(day, true)]).toEqual([quiet, needed]);
  });

  test('has one id a day, so that planned twice it is there once', () => {
    expect(summaryId(asDay('2020-11-23'))).toBe('summary-2020-11-23');
  });

  test('comes on a Monday of which nobody knows yet whether it is a bank holiday, and on no later day of that week', () => {
    const none = bankHolidaysFrom([{ day: '2020-12-25', name: 'Christmas Day' }]);
    expect(summaryDue(asDay('2021-05-31'), false, none)).toBe('weekly');
    expect(summaryDue(asDay('2021-06-01'), false, none)).toBeUndefined();
    expect(summaryDue(asDay('2021-06-05'), true, none)).toBeUndefined();
  });
});
