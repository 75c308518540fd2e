import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../../shared/domain/period.ts';

const extension = {
  kind: 'statutory-extended-to',
  days: 56,
  applied_on: '2020-11-20',
  extended_to: '2020-12-18',
};

describe('a period is read from outside', () => {
  test.each([
    { kind: 'days-beginning-with', days: 1 },
    { kind: 'days-after', days: 36_525 },
    { kind: 'months-within', months: 1 },
    { kind: 'months-beginning-with', months: 1_200 },
    { kind: 'window-months', from_months: 0, to_months: 1 },
    { kind: 'window-months', from_months: 1_200, to_months: 1_200 },
    { kind: 'statutory-judicial-review', days: 56, proceedings_days: 0 },
    extension,
  ])('%j', (input) => {
    expect(readPeriod(input)).toEqual(input);
  });

  test('what it does not know is left out', () => {
    expect(readPeriod({ kind: 'days-after', days: 2, note: 'x' })).toEqual({ kind: 'days-after', days: 2 });
  });
});

describe('a number that is not whole, or not within a century, is refused with both limits', () => {
  const wrong = [
    0,
    -1,
    1.5,
    36_526,
    1e9,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '56',
    null,
    undefined,
    true,
    [56],
  ];
  test.each(wrong)('days: %j', (days) => {
    expect(readPeriod({ kind: 'days-after', days })).toEqual({
      refused: 'invalid-promise',
      message: 'days must be a whole number from 1 to 36525',
      field: 'days',
    });
  });

  test.each([
    [{ kind: 'months-within', months: 1_201 }, 'months must be a whole number from 1 to 1200'],
    [{ kind: 'months-beginning-with', months: 0 }, 'months must be a whole number from 1 to 1200'],
    [
      { kind: 'window-months', from_months: -1, to_months: 2 },
      'from_months must be a whole number from 0 to 1200',
    ],
    [
      { kind: 'window-months', from_months: 0, to_months: 0 },
      'to_months must be a whole number from 1 to 1200',
    ],
    [
      { kind: 'window-months', from_months: 1, to_months: 1_201 },
      'to_months must be a whole number from 1 to 1200',
    ],
    [
      { kind: 'statutory-judicial-review', days: 56, proceedings_days: -1 },
      'proceedings_days must be a whole number from 0 to 36525',
    ],
  ])('%j', (input, message) => {
    expect(readPeriod(input)).toMatchObject({ refused: 'invalid-promise', message });
  });
});

describe('a kind that is not known is refused with the list of those that are', () => {
  test.each([
    [{ kind: 'fortnights', days: 1 }, 'There is no kind of promise called “fortnights”'],
    [{ kind: '__proto__', days: 1 }, 'There is no kind of promise called “__proto__”'],
    [{ kind: 5 }, 'A promise needs a kind'],
    [{}, 'A promise needs a kind'],
    [[], 'A promise needs a kind'],
    [null, 'A promise needs a kind'],
    [undefined, 'A promise needs a kind'],
    ['days-after', 'A promise needs a kind'],
  ])('%j', (input, message) => {
    const refusal = readPeriod(input);
    expect(refusal).toMatchObject({ refused: 'invalid-promise', message: expect.stringContaining(message) });
    expect(refusal).toMatchObject({ message: expect.stringContaining('months-beginning-with') });
  });
});

describe('the sentence', () => {
  const kinds =
    'days-beginning-with, days-after, months-within, months-beginning-with, window-months, statutory-extended-to, statutory-judicial-review';

  test('names every kind there is', () => {
    expect(readPeriod({ kind: 'fortnights' })).toMatchObject({
      message: `There is no kind of promise called “fortnights”. The kinds are ${kinds}`,
    });
    expect(readPeriod({})).toMatchObject({ message: `A promise needs a kind: one of ${kinds}` });
  });

  test('quotes 40 characters of what was sent at most', () => {
    const called = (kind: string) => readPeriod({ kind });
    expect(called('x'.repeat(40))).toMatchObject({ message: expect.stringContaining(`“${'x'.repeat(40)}”`) });
    expect(called('x'.repeat(41))).toMatchObject({ message: expect.stringContaining(`“${'x'.repeat(40)}”`) });
  });
});

describe('a date inside a promise', () => {
  test('that is not real is an invalid date, and the message says which', () => {
    expect(readPeriod({ ...extension, extended_to: '2021-02-30' })).toEqual({
      refused: 'invalid-date',
      message: 'extended_to: “2021-02-30” is not a real date',
      field: 'extended_to',
    });
    expect(readPeriod({ ...extension, applied_on: '0020-11-20' })).toEqual({
      refused: 'invalid-date',
      message: 'applied_on: The year in “0020-11-20” must be between 1900 and 2999',
      field: 'applied_on',
    });
  });

  test('that is missing or no text is an invalid promise', () => {
    expect(readPeriod({ ...extension, extended_to: undefined })).toMatchObject({
      refused: 'invalid-promise',
    });
    expect(readPeriod({ ...extension, applied_on: 20201120 })).toMatchObject({
      refused: 'invalid-promise',
      field: 'applied_on',
    });
  });

  test('that is not real matters less than a part that is wrong altogether', () => {
    expect(readPeriod({ ...extension, extended_to: '2021-02-30', applied_on: 5 })).toMatchObject({
      refused: 'invalid-promise',
      field: 'applied_on',
    });
    expect(readPeriod({ ...extension, extended_to: '2021-02-30', days: 'x' })).toMatchObject({
      refused: 'invalid-promise',
      field: 'days',
    });
  });
});
