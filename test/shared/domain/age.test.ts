import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageInWords, ageOf, agesOn } from '../../../shared/domain/age.ts';
import { addMonths, asDay } from '../../../shared/domain/day.ts';
import { anyRecentDay, RUNS } from './any-day.ts';

test.each([
  ['2020-09-29', '2020-09-29', 'under-1-year'],
  ['2020-09-29', '2021-09-29', 'under-1-year'],
  ['2020-09-29', '2021-09-30', 'over-1-year'],
  ['2020-09-29', '2022-09-29', 'over-1-year'],
  ['2020-09-29', '2022-09-30', 'over-2-years'],
  ['2020-02-29', '2021-02-28', 'under-1-year'],
  ['2020-02-29', '2021-03-01', 'over-1-year'],
  ['2020-02-29', '2022-03-01', 'over-2-years'],
] as const)('made on %s, on %s: %s', (madeOn, today, age) => {
  expect(ageOf(asDay(madeOn), asDay(today))).toBe(age);
});

test.each([
  ['2020-09-29', '2020-09-29', 'Less than a month'],
  ['2020-09-29', '2020-10-28', 'Less than a month'],
  ['2020-09-29', '2020-10-29', '1 month'],
  ['2020-09-29', '2021-08-29', '11 months'],
  ['2020-09-29', '2021-09-28', '11 months'],
  ['2020-09-29', '2021-09-29', '1 year'],
  ['2020-09-29', '2022-11-30', '2 years and 2 months'],
  ['2020-11-30', '2021-02-27', '2 months'],
  ['2020-11-30', '2021-02-28', '3 months'],
  ['2020-12-31', '2021-01-30', 'Less than a month'],
])('made on %s, on %s in words: %s', (madeOn, today, words) => {
  expect(ageInWords(asDay(madeOn), asDay(today))).toBe(words);
});

test('on every day it is by the anniversary, whichever day that falls on', () => {
  fc.assert(
    fc.property(anyRecentDay, anyRecentDay, (madeOn, today) => {
      const years = [24, 12].filter((months) => addMonths(madeOn, months) < today).length;
      expect(agesOn(today)(madeOn)).toBe((['under-1-year', 'over-1-year', 'over-2-years'] as const)[years]);
    }),
    RUNS,
  );
});

test('what was made on the last days of February: on 29 February of a leap year, made the day before the year before is older', () => {
  expect(ageOf(asDay('2023-02-28'), asDay('2024-02-29'))).toBe('over-1-year');
  expect(ageOf(asDay('2023-03-01'), asDay('2024-02-29'))).toBe('under-1-year');
});
