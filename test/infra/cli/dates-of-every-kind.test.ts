import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dates } from '../../../infra/cli/commands/dates.ts';
import { addDays, asDay, type Day, daysBetween, partsOf } from '../../../shared/domain/day.ts';
import { anyRecentDay, RUNS } from '../../shared/domain/any-day.ts';
import { ioOf } from './io.ts';

type Answer = {
  opensOn: Day;
  closesOn: Day;
  lapsesAtUtc: string;
  closesWeekday: string;
  lastWorkingDayOnOrBefore: Day | null;
};

async function ask(...asked: { from: string; promise: object }[]): Promise<Answer[]> {
  const io = ioOf(asked.map((line) => `${JSON.stringify(line)}\n`).join(''));
  expect(await dates.run([], io)).toBe(0);
  return io.out
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const winter = 'T00:00:00Z';
const dayOf = (of: Answer) => [of.opensOn, of.closesOn, of.closesWeekday, of.lastWorkingDayOnOrBefore];
const beginning = (days: number) => ({ kind: 'days-beginning-with', days });
const daysAfter = (days: number) => ({ kind: 'days-after', days });
const within = (months: number) => ({ kind: 'months-within', months });
const monthsBeginning = (months: number) => ({ kind: 'months-beginning-with', months });
const window = (from_months: number, to_months: number) => ({
  kind: 'window-months',
  from_months,
  to_months,
});
const extendedTo = (extended_to: string, applied_on: string) => ({
  kind: 'statutory-extended-to',
  days: 56,
  extended_to,
  applied_on,
});
const review = (proceedings_days: number) => ({
  kind: 'statutory-judicial-review',
  days: 56,
  proceedings_days,
});

describe('every kind of period where the calendar is uneven', () => {
  test.each([
    ['56 days to a leap day', '2024-01-05', beginning(56), '2024-02-29', 'Thursday', '2024-02-29'],
    [
      '56 days past the end of a common February',
      '2023-01-05',
      beginning(56),
      '2023-03-01',
      'Wednesday',
      '2023-03-01',
    ],
    ['56 days to Christmas Day', '2020-10-31', beginning(56), '2020-12-25', 'Friday', '2020-12-24'],
    ['56 days to Good Friday', '2021-02-06', beginning(56), '2021-04-02', 'Friday', '2021-04-01'],
    [
      '28 days after, to the substitute for Boxing Day',
      '2020-11-30',
      daysAfter(28),
      '2020-12-28',
      'Monday',
      '2020-12-24',
    ],
    [
      '28 days after, to the substitute for New Year’s Day',
      '2021-12-06',
      daysAfter(28),
      '2022-01-03',
      'Monday',
      '2021-12-31',
    ],
    ['within 3 months, to Easter Monday', '2021-01-05', within(3), '2021-04-05', 'Monday', '2021-04-01'],
    [
      'within a month, from 31 January of a leap year',
      '2024-01-31',
      within(1),
      '2024-02-29',
      'Thursday',
      '2024-02-29',
    ],
    [
      'within a month, from 31 January of a common year',
      '2023-01-31',
      within(1),
      '2023-02-28',
      'Tuesday',
      '2023-02-28',
    ],
    ['within 12 months, from a leap day', '2024-02-29', within(12), '2025-02-28', 'Friday', '2025-02-28'],
    ['within 4 months, from 30 September', '2020-09-30', within(4), '2021-01-30', 'Saturday', '2021-01-29'],
    [
      '12 months beginning with 1 March, to a leap day',
      '2023-03-01',
      monthsBeginning(12),
      '2024-02-29',
      'Thursday',
      '2024-02-29',
    ],
    [
      '12 months beginning with 1 March, to a common year',
      '2024-03-01',
      monthsBeginning(12),
      '2025-02-28',
      'Friday',
      '2025-02-28',
    ],
    [
      '3 months beginning with 30 November',
      '2020-11-30',
      monthsBeginning(3),
      '2021-02-27',
      'Saturday',
      '2021-02-26',
    ],
    [
      'an extension to a substitute day',
      '2020-09-29',
      extendedTo('2020-12-28', '2020-11-23'),
      '2020-12-28',
      'Monday',
      '2020-12-24',
    ],
    ['judicial review of no days', '2020-09-29', review(0), '2020-11-23', 'Monday', '2020-11-23'],
    ['judicial review of ten days', '2020-09-29', review(10), '2020-12-03', 'Thursday', '2020-12-03'],
  ])('%s', async (_, from, promise, closesOn, weekday, workingDay) => {
    const [answer] = await ask({ from, promise });
    expect(dayOf(answer!)).toEqual([from, closesOn, weekday, workingDay]);
  });

  test.each([
    ['2020-10-31', '2021-02-28', '2021-04-30'],
    ['2023-10-31', '2024-02-29', '2024-04-30'],
    ['2024-02-29', '2024-06-29', '2024-08-29'],
  ])('a window of 4 to 6 months from %s: %s to %s', async (from, opensOn, closesOn) => {
    const [answer] = await ask({ from, promise: window(4, 6) });
    expect([answer!.opensOn, answer!.closesOn]).toEqual([opensOn, closesOn]);
  });

  test('a last day on which the clocks change ends at midnight in London', async () => {
    const spring = [
      { from: '2021-02-01', promise: beginning(56) },
      { from: '2020-12-28', promise: within(3) },
      { from: '2020-09-29', promise: review(125) },
    ];
    for (const { closesOn, lapsesAtUtc } of await ask(...spring))
      expect([closesOn, lapsesAtUtc]).toEqual(['2021-03-28', '2021-03-28T23:00:00Z']);
    const autumn = [
      { from: '2020-08-31', promise: beginning(56) },
      { from: '2020-07-25', promise: within(3) },
      { from: '2020-06-25', promise: window(3, 4) },
      { from: '2020-07-26', promise: monthsBeginning(3) },
    ];
    for (const { closesOn, lapsesAtUtc } of await ask(...autumn))
      expect([closesOn, lapsesAtUtc]).toEqual(['2020-10-25', `2020-10-26${winter}`]);
  });
});

const lengths = fc.integer({ min: 1, max: 1_200 });
const anyPromise = fc.tuple(
  lengths,
  fc.constantFrom(beginning, daysAfter, within, monthsBeginning, (n: number) => window(n - 1, n), review),
);

describe('whatever the day it is counted from', () => {
  test('a later day never opens or closes earlier, and nothing closes before it opens or starts', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRecentDay,
        fc.integer({ min: 0, max: 400 }),
        anyPromise,
        async (from, gap, [n, kind]) => {
          const promise = kind(n);
          const [first, second] = await ask({ from, promise }, { from: addDays(from, gap), promise });
          expect(second!.opensOn >= first!.opensOn && second!.closesOn >= first!.closesOn).toBe(true);
          expect(first!.opensOn <= first!.closesOn && from <= first!.opensOn).toBe(true);
        },
      ),
      RUNS,
    );
  });

  test('months land on the same day of the month, or on the last of a shorter one', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecentDay, lengths, async (from, months) => {
        const [{ closesOn }] = (await ask({ from, promise: within(months) })) as [Answer];
        const isLast = partsOf(addDays(closesOn, 1)).date === 1;
        const { date } = partsOf(closesOn);
        expect(date === partsOf(from).date || (isLast && date < partsOf(from).date)).toBe(true);
      }),
      RUNS,
    );
  });

  test('days are days, across clock changes and leap days, and each lapses at midnight or an hour before it in UTC', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecentDay, lengths, async (from, days) => {
        const [counted, later] = await ask(
          { from, promise: beginning(days) },
          { from, promise: daysAfter(days) },
        );
        expect(daysBetween(from, counted!.closesOn)).toBe(days - 1);
        expect(daysBetween(from, later!.closesOn)).toBe(days);
        const next = addDays(counted!.closesOn, 1);
        expect([`${next}T00:00:00Z`, `${counted!.closesOn}T23:00:00Z`]).toContain(counted!.lapsesAtUtc);
      }),
      RUNS,
    );
  });

  test('the working day for mail is on or before the last day, and at most five days before it', async () => {
    const known = fc.integer({ min: 0, max: 5_000 }).map((n) => addDays(asDay('2012-02-01'), n));
    await fc.assert(
      fc.asyncProperty(known, async (from) => {
        const [{ closesOn, lastWorkingDayOnOrBefore }] = (await ask({ from, promise: beginning(56) })) as [
          Answer,
        ];
        const gap = daysBetween(lastWorkingDayOnOrBefore!, closesOn);
        expect(gap >= 0 && gap <= 5).toBe(true);
      }),
      RUNS,
    );
  });
});
