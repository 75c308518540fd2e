import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { printedDay } from '../../../shared/extract/printed-day.ts';

describe('a printed date', () => {
  test.each([
    ['Thursday, 4 February, 2021', '2021-02-04'],
    ['Wednesday 29 Sept. 2021', '2021-09-29'],
    ['29 Sep 2020', '2020-09-29'],
    ['1st March 2021', '2021-03-01'],
    ['07 Jan 2018', '2018-01-07'],
    ['2020-09-29', '2020-09-29'],
  ])('%s is %s', (printed, day) => expect(printedDay(printed)).toBe(day));

  test('has the day before the month', () => {
    expect(printedDay('03/04/2021')).toBe('2021-04-03');
    expect(isRefusal(printedDay('04/13/2021'))).toBe(true);
  });

  test('in a stamp is the local date as it is printed, on both sides of a clock change', () => {
    expect(printedDay('2021-03-27T00:00:00+00:00')).toBe('2021-03-27');
    expect(printedDay('2021-04-01T00:00:00+01:00')).toBe('2021-04-01');
    expect(printedDay('2021-04-01T00:00:00Z')).toBe('2021-04-01');
  });

  test('on another weekday than it says is refused', () => {
    expect(printedDay('Thursday, 4 February, 2021')).toBe('2021-02-04');
    expect(printedDay('Friday, 4 February, 2021')).toMatchObject({
      message: '“Friday, 4 February, 2021” was a Thursday, so one of the two is wrong',
    });
  });

  test.each(['', 'soon', '30 February 2021', '4 February 21', 'February 2021', '2021-02-30'])(
    '%j is none',
    (printed) => expect(isRefusal(printedDay(printed))).toBe(true),
  );
});
