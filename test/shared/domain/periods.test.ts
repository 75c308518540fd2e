import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, asDay, type Day, daysBetween } from '../../../shared/domain/day.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { type Worked, work } from '../../../shared/domain/periods.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { anyRecentDay, RUNS } from './any-day.ts';

const d = asDay;
const made = d('2020-09-29');
const responded = d('2020-11-20');

function worked(from: Day, period: Period): Worked {
  const result = work(from, period);
  if (isRefusal(result)) throw new Error(result.message);
  return result;
}

const closes = (from: string, period: Period) => worked(d(from), period).closesOn;

describe('the Essex case', () => {
  test('made 29 September 2020: 56 days beginning with it end on Monday 23 November 2020', () => {
    expect(work(made, { kind: 'days-beginning-with', days: 56 })).toEqual({
      opensOn: '2020-09-29',
      closesOn: '2020-11-23',
      working: '29 September 2020 is day 1 of 56; the last day is 23 November 2020',
    });
  });

  test('responded 20 November 2020, within 3 months: by the end of 20 February 2021', () => {
    expect(work(responded, { kind: 'months-within', months: 3 })).toEqual({
      opensOn: '2020-11-20',
      closesOn: '2021-02-20',
      working: '3 months after 20 November 2020 is 20 February 2021',
    });
  });

  test('responded 20 November 2020, in 4 to 6 months: 20 March to 20 May 2021', () => {
    expect(work(responded, { kind: 'window-months', from_months: 4, to_months: 6 })).toEqual({
      opensOn: '2021-03-20',
      closesOn: '2021-05-20',
      working:
        'opens 4 months after 20 November 2020, on 20 March 2021, and closes 6 months after, at the end of 20 May 2021',
    });
  });
});

describe('days beginning with a day count it as day 1', () => {
  test.each([
    ['2020-09-28', 56, '2020-11-22'],
    ['2020-09-29', 56, '2020-11-23'],
    ['2020-09-30', 56, '2020-11-24'],
    ['2020-09-29', 55, '2020-11-22'],
    ['2020-09-29', 57, '2020-11-24'],
    ['2020-09-29', 1, '2020-09-29'],
    ['2020-01-06', 56, '2020-03-01'],
    ['2021-01-05', 56, '2021-03-01'],
    ['2020-10-31', 56, '2020-12-25'],
    ['2021-02-06', 56, '2021-04-02'],
    ['2020-12-01', 21, '2020-12-21'],
  ])('from %s, %i days: %s', (from, days, expected) => {
    expect(closes(from, { kind: 'days-beginning-with', days })).toBe(expected);
  });

  test('a single day is itself', () => {
    expect(worked(made, { kind: 'days-beginning-with', days: 1 }).working).toBe(
      '29 September 2020 is day 1 of 1; the last day is 29 September 2020',
    );
  });

  test('counting the days one by one gives the number', () => {
    fc.assert(
      fc.property(anyRecentDay, fc.integer({ min: 1, max: 36_525 }), (from, days) => {
        const { opensOn, closesOn } = worked(from, { kind: 'days-beginning-with', days });
        expect(opensOn).toBe(from);
        expect(daysBetween(from, closesOn) + 1).toBe(days);
      }),
      RUNS,
    );
  });
});

describe('days after a day do not count it', () => {
  test.each([
    ['2020-09-28', 28, '2020-10-26'],
    ['2020-09-29', 28, '2020-10-27'],
    ['2020-09-30', 28, '2020-10-28'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-02-29', 1, '2020-03-01'],
  ])('%s and %i days: %s', (from, days, expected) => {
    expect(closes(from, { kind: 'days-after', days })).toBe(expected);
  });

  test('in words, one day and more', () => {
    expect(worked(made, { kind: 'days-after', days: 1 }).working).toBe(
      '1 day after 29 September 2020 is 30 September 2020',
    );
    expect(worked(made, { kind: 'days-after', days: 28 }).working).toBe(
      '28 days after 29 September 2020 is 27 October 2020',
    );
  });
});

describe('within months ends on the corresponding date', () => {
  test.each([
    ['2020-11-19', 3, '2021-02-19'],
    ['2020-11-20', 3, '2021-02-20'],
    ['2020-11-21', 3, '2021-02-21'],
    ['2020-09-30', 4, '2021-01-30'],
    ['2020-11-28', 3, '2021-02-28'],
    ['2020-11-29', 3, '2021-02-28'],
    ['2020-11-30', 3, '2021-02-28'],
    ['2020-12-01', 3, '2021-03-01'],
    ['2019-11-30', 3, '2020-02-29'],
    ['2020-02-28', 12, '2021-02-28'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2020-03-01', 12, '2021-03-01'],
  ])('%s and %i months: %s', (from, months, expected) => {
    expect(closes(from, { kind: 'months-within', months })).toBe(expected);
  });

  test('in words it says why the last day of a shorter month counts', () => {
    expect(worked(d('2020-11-30'), { kind: 'months-within', months: 3 }).working).toBe(
      '30 November 2020 plus 3 months would be 30 February 2021, which does not exist, so the last day of that month counts: 28 February 2021',
    );
    expect(worked(d('2021-01-31'), { kind: 'months-within', months: 1 }).working).toBe(
      '31 January 2021 plus 1 month would be 31 February 2021, which does not exist, so the last day of that month counts: 28 February 2021',
    );
    expect(worked(d('2021-01-28'), { kind: 'months-within', months: 1 }).working).toBe(
      '1 month after 28 January 2021 is 28 February 2021',
    );
  });
});

describe('months beginning with a day end the day before the corresponding date', () => {
  test.each([
    ['2020-11-19', 3, '2021-02-18'],
    ['2020-11-20', 3, '2021-02-19'],
    ['2020-11-21', 3, '2021-02-20'],
    ['2020-11-28', 3, '2021-02-27'],
    ['2020-11-29', 3, '2021-02-27'],
    ['2020-11-30', 3, '2021-02-27'],
    ['2020-12-01', 3, '2021-02-28'],
    ['2020-01-01', 1, '2020-01-31'],
    ['2020-02-29', 12, '2021-02-27'],
    ['2020-02-01', 1, '2020-02-29'],
  ])('%s and %i months: %s', (from, months, expected) => {
    expect(closes(from, { kind: 'months-beginning-with', months })).toBe(expected);
  });

  test('in words', () => {
    expect(worked(responded, { kind: 'months-beginning-with', months: 1 }).working).toBe(
      '1 month beginning with 20 November 2020 ends the day before 20 December 2020; the last day is 19 December 2020',
    );
    expect(worked(d('2020-11-30'), { kind: 'months-beginning-with', months: 3 }).working).toBe(
      '3 months beginning with 30 November 2020 end the day before 30 February 2021, which does not exist, so the last day of that month, 28 February 2021, stands in for it; the last day is 27 February 2021',
    );
  });

  test('they end a day before the same months "within"', () => {
    fc.assert(
      fc.property(anyRecentDay, fc.integer({ min: 1, max: 1200 }), (from, months) => {
        const within = worked(from, { kind: 'months-within', months }).closesOn;
        expect(addDays(worked(from, { kind: 'months-beginning-with', months }).closesOn, 1)).toBe(within);
      }),
      RUNS,
    );
  });
});

describe('a window of months', () => {
  test.each([
    ['2020-11-19', '2021-03-19', '2021-05-19'],
    ['2020-11-20', '2021-03-20', '2021-05-20'],
    ['2020-11-21', '2021-03-21', '2021-05-21'],
    ['2020-10-31', '2021-02-28', '2021-04-30'],
    ['2020-12-25', '2021-04-25', '2021-06-25'],
  ])('responded %s, 4 to 6 months: opens %s, closes %s', (from, opensOn, closesOn) => {
    expect(work(d(from), { kind: 'window-months', from_months: 4, to_months: 6 })).toMatchObject({
      opensOn,
      closesOn,
    });
  });

  test('may open at once, or for a single day', () => {
    expect(work(responded, { kind: 'window-months', from_months: 0, to_months: 1 })).toEqual({
      opensOn: '2020-11-20',
      closesOn: '2020-12-20',
      working: 'opens on 20 November 2020, and closes 1 month after, at the end of 20 December 2020',
    });
    const single = work(responded, { kind: 'window-months', from_months: 4, to_months: 4 });
    expect(single).toMatchObject({ opensOn: '2021-03-20', closesOn: '2021-03-20' });
  });

  test('in words it says for each end why the last day of a shorter month counts', () => {
    expect(worked(d('2020-08-31'), { kind: 'window-months', from_months: 1, to_months: 2 }).working).toBe(
      'opens 1 month after 31 August 2020, on 30 September 2020 (31 September 2020 does not exist, so the last day of that month counts), and closes 2 months after, at the end of 31 October 2020',
    );
    expect(
      worked(d('2020-08-31'), { kind: 'window-months', from_months: 2, to_months: 6 }).working,
    ).toContain('closes 6 months after, at the end of 28 February 2021 (31 February 2021 does not exist');
  });

  test('that would close before it opens is refused', () => {
    expect(work(responded, { kind: 'window-months', from_months: 6, to_months: 4 })).toEqual({
      refused: 'invalid-promise',
      message: 'The window must not close before it opens',
    });
  });

  test('opens no later than it closes, both counted from the same day', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 1, max: 1200 }));
    fc.assert(
      fc.property(anyRecentDay, span, (from, [a, b]) => {
        const [from_months, to_months] = [Math.min(a, b), Math.max(a, b)];
        const { opensOn, closesOn } = worked(from, { kind: 'window-months', from_months, to_months });
        expect(from <= opensOn && opensOn <= closesOn).toBe(true);
        expect([opensOn, closesOn]).toEqual([addMonths(from, from_months), addMonths(from, to_months)]);
      }),
      RUNS,
    );
  });
});

describe('the statutory period extended', () => {
  const extended = (applied: string, to: string) =>
    work(made, { kind: 'statutory-extended-to', days: 56, applied_on: d(applied), extended_to: d(to) });

  test('on an application made by the last day', () => {
    expect(extended('2020-11-23', '2020-12-18')).toEqual({
      opensOn: '2020-09-29',
      closesOn: '2020-12-18',
      working:
        '29 September 2020 is day 1 of 56, so the last day was 23 November 2020; an extension applied for in time, on 23 November 2020, moves it to 18 December 2020',
    });
    expect(extended('2020-11-22', '2020-12-18')).toMatchObject({ closesOn: '2020-12-18' });
  });

  test('not on one made the day after', () => {
    expect(extended('2020-11-24', '2020-12-18')).toMatchObject({
      refused: 'invalid-promise',
      field: 'applied_on',
      message: expect.stringContaining('its last day was 23 November 2020'),
    });
  });

  test('not on one made before the recommendation was', () => {
    expect(extended('2020-09-28', '2020-12-18')).toEqual({
      refused: 'invalid-promise',
      message: 'An extension cannot be applied for before the period begins, on 29 September 2020',
      field: 'applied_on',
    });
    expect(extended('2020-09-29', '2020-12-18')).toMatchObject({ closesOn: '2020-12-18' });
    expect(extended('2020-09-30', '2020-12-18')).toMatchObject({ closesOn: '2020-12-18' });
  });

  test('to a day after the last day without it', () => {
    expect(extended('2020-11-20', '2020-11-22')).toMatchObject({
      refused: 'invalid-promise',
      field: 'extended_to',
    });
    expect(extended('2020-11-20', '2020-11-23')).toEqual({
      refused: 'invalid-promise',
      message: 'An extension must end after the last day without it, 23 November 2020',
      field: 'extended_to',
    });
    expect(extended('2020-11-20', '2020-11-24')).toMatchObject({ closesOn: '2020-11-24' });
  });

  test('there is no longest extension', () => {
    expect(extended('2020-11-20', '2999-12-31')).toMatchObject({ closesOn: '2999-12-31' });
  });
});

describe('the statutory period grown by judicial review', () => {
  test.each([
    [0, '2020-11-23', 'add 0 days: 23 November 2020'],
    [1, '2020-11-24', 'add 1 day: 24 November 2020'],
    [10, '2020-12-03', 'add 10 days: 3 December 2020'],
  ])('%i days of proceedings: %s', (proceedings_days, closesOn, ending) => {
    expect(work(made, { kind: 'statutory-judicial-review', days: 56, proceedings_days })).toEqual({
      opensOn: '2020-09-29',
      closesOn,
      working: `29 September 2020 is day 1 of 56, so the last day would be 23 November 2020; judicial review proceedings ${ending}`,
    });
  });
});

describe('every kind', () => {
  const kinds: ((n: number) => Period)[] = [
    (n) => ({ kind: 'days-beginning-with', days: n }),
    (n) => ({ kind: 'days-after', days: n }),
    (n) => ({ kind: 'months-within', months: n }),
    (n) => ({ kind: 'months-beginning-with', months: n }),
    (n) => ({ kind: 'window-months', from_months: n - 1, to_months: n }),
    (n) => ({ kind: 'statutory-judicial-review', days: n, proceedings_days: n }),
  ];

  test('counted from a later day never ends or opens earlier, and never closes before it opens', () => {
    const anyKind = fc.constantFrom(...kinds);
    const gap = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(anyRecentDay, gap, fc.integer({ min: 1, max: 1200 }), anyKind, (from, days, n, kind) => {
        const [first, second] = [worked(from, kind(n)), worked(addDays(from, days), kind(n))];
        expect(first.opensOn <= second.opensOn && first.closesOn <= second.closesOn).toBe(true);
        expect(from <= first.opensOn && first.opensOn <= first.closesOn).toBe(true);
      }),
      RUNS,
    );
  });

  test('is refused where it would end after 2999', () => {
    expect(closes('2999-12-31', { kind: 'days-beginning-with', days: 1 })).toBe('2999-12-31');
    for (const kind of kinds) {
      expect(work(d('2999-12-31'), kind(2))).toEqual({
        refused: 'invalid-date',
        message: 'Counting from 31 December 2999 goes past the year 2999',
      });
    }
  });
});
