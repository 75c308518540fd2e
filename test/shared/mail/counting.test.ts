import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { dated, daysLate, fromToday, shortly } from '../../../shared/mail/counting.ts';

const saturday = asDay('2021-02-20');

describe('how far off 20 February 2021 is', () => {
  test.each([
    ['2021-02-13', 'in 7 days'],
    ['2021-02-18', 'in 2 days'],
    ['2021-02-19', 'tomorrow'],
    ['2021-02-20', 'today'],
    ['2021-02-21', 'yesterday'],
    ['2021-02-22', '2 days ago'],
    ['2018-03-10', 'in 1,078 days'],
  ])('on %s: %s', (today, words) => {
    expect(fromToday(saturday, asDay(today))).toBe(words);
    expect(dated(saturday, asDay(today))).toBe(`Saturday 20 February 2021 (${words})`);
  });

  test('across the clock change of 28 March 2021 days are still days', () => {
    expect(fromToday(asDay('2021-03-29'), asDay('2021-03-27'))).toBe('in 2 days');
  });
});

test.each([
  ['2021-02-21', '1 day late'],
  ['2021-02-22', '2 days late'],
  ['2021-03-06', '14 days late'],
  ['2024-02-03', '1,078 days late'],
])('on %s it is %s', (today, words) => {
  expect(daysLate(saturday, asDay(today))).toBe(words);
});

test.each([
  ['2021-01-22', 'in 29 days, by 20 February 2021'],
  ['2021-02-18', 'in 2 days, by 20 February 2021'],
  ['2021-02-19', 'tomorrow'],
  ['2021-02-20', 'today'],
])('in a subject, on %s: due %s', (today, words) => {
  expect(shortly(saturday, asDay(today))).toBe(words);
});
