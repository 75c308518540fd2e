import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import { addDays, asDay, daysBetween, weekday } from '../../../shared/domain/day.ts';
import {
  firstWorkingDayOnOrAfter,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
} from '../../../shared/domain/working-days.ts';
import { RUNS } from './any-day.ts';

const d = asDay;
const lastBy = (text: string) => lastWorkingDayOnOrBefore(d(text), englandAndWales);
const firstFrom = (text: string) => firstWorkingDayOnOrAfter(d(text), englandAndWales);
const knownDay = fc.integer({ min: 0, max: 6190 }).map((n) => addDays(d('2012-01-10'), n));

describe('mail goes on Monday to Friday, and not on a bank holiday', () => {
  test.each([
    ['2021-02-19', true],
    ['2021-02-20', false],
    ['2021-02-21', false],
    ['2021-02-22', true],
    ['2021-04-01', true],
    ['2021-04-02', false],
    ['2021-04-05', false],
    ['2021-04-06', true],
    ['2021-12-24', true],
    ['2021-12-27', false],
    ['2021-12-28', false],
    ['2021-12-29', true],
  ])('%s: %s', (text, expected) => {
    expect(isWorkingDay(d(text), englandAndWales)).toBe(expected);
  });

  test('outside the years of the data a weekday is unknown and a weekend is still no working day', () => {
    expect(isWorkingDay(d('2028-12-29'), englandAndWales)).toBe(true);
    expect(isWorkingDay(d('2029-01-01'), englandAndWales)).toBe('unknown');
    expect(isWorkingDay(d('2029-01-06'), englandAndWales)).toBe(false);
    expect(isWorkingDay(d('2011-12-30'), englandAndWales)).toBe('unknown');
  });
});

describe('the working day on or before, and on or after', () => {
  test.each([
    ['a Friday', '2021-02-19', '2021-02-19', '2021-02-19'],
    ['a Saturday', '2021-02-20', '2021-02-19', '2021-02-22'],
    ['a Sunday', '2021-02-21', '2021-02-19', '2021-02-22'],
    ['the day before Good Friday', '2021-04-01', '2021-04-01', '2021-04-01'],
    ['Good Friday', '2021-04-02', '2021-04-01', '2021-04-06'],
    ['Easter Sunday', '2021-04-04', '2021-04-01', '2021-04-06'],
    ['Easter Monday', '2021-04-05', '2021-04-01', '2021-04-06'],
    ['Christmas Day on a Friday', '2020-12-25', '2020-12-24', '2020-12-29'],
    ['Christmas Day on a Saturday', '2021-12-25', '2021-12-24', '2021-12-29'],
    ['the second substitute day', '2021-12-28', '2021-12-24', '2021-12-29'],
    ['the jubilee', '2022-06-03', '2022-06-01', '2022-06-06'],
    ['New Year’s Day', '2021-01-01', '2020-12-31', '2021-01-04'],
  ])('%s, %s: %s and %s', (_, text, earlier, later) => {
    expect([lastBy(text), firstFrom(text)]).toEqual([earlier, later]);
  });

  test('it is a working day, and nothing between it and the day asked about is one', () => {
    fc.assert(
      fc.property(knownDay, (on) => {
        const [last, first] = [lastBy(on)!, firstFrom(on)!];
        expect([isWorkingDay(last, englandAndWales), isWorkingDay(first, englandAndWales)]).toEqual([
          true,
          true,
        ]);
        expect(last <= on && on <= first).toBe(true);
        for (let n = 1; n < daysBetween(last, first); n++) {
          expect(isWorkingDay(addDays(last, n), englandAndWales)).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

describe('where the data cannot tell there is no answer', () => {
  test('outside its years, weekends too', () => {
    for (const text of ['2029-01-01', '2029-01-06', '2029-01-07', '2011-12-30', '2011-12-31', '1999-06-05']) {
      expect([lastBy(text), firstFrom(text)]).toEqual([null, null]);
    }
  });

  test('inside its years, when the working day would be outside them', () => {
    expect([weekday(d('2028-12-29')), lastBy('2028-12-29'), firstFrom('2028-12-29')]).toEqual([
      'Friday',
      '2028-12-29',
      '2028-12-29',
    ]);
    expect([lastBy('2028-12-30'), firstFrom('2028-12-30')]).toEqual(['2028-12-29', null]);
    expect([lastBy('2012-01-02'), firstFrom('2012-01-02')]).toEqual([null, '2012-01-03']);
    expect(lastBy('2012-01-03')).toBe('2012-01-03');
  });
});
