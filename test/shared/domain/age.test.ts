import { expect, test } from 'vitest';
import { ageOf } from '../../../shared/domain/age.ts';
import { asDay } from '../../../shared/domain/day.ts';

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
