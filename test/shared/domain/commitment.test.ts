import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitmentInput, type Promised, promise, windowOf } from '../../../shared/domain/commitment.ts';
import { asDay, isBefore } from '../../../shared/domain/day.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { anyRecentDay, RUNS } from './any-day.ts';
import { allowed, inFourToSixMonths, respondedOn, withinThreeMonths } from './essex.ts';

const d = asDay;
const windowFrom = (anchorOn: string, promised: Promised) => {
  const { opensOn, dueOn } = allowed(windowOf(promised, d(anchorOn)));
  return [opensOn, dueOn];
};

describe('responded 20 November 2020', () => {
  test('“within 3 months”: until the end of 20 February 2021, at once', () => {
    expect(windowOf(withinThreeMonths, respondedOn)).toEqual({
      opensOn: null,
      dueOn: '2021-02-20',
      working: '3 months after 20 November 2020 is 20 February 2021',
    });
  });

  test('“in 4-6mths”: from 20 March to the end of 20 May 2021', () => {
    expect(windowOf(inFourToSixMonths, respondedOn)).toEqual({
      opensOn: '2021-03-20',
      dueOn: '2021-05-20',
      working:
        'opens 4 months after 20 November 2020, on 20 March 2021, and closes 6 months after, at the end of 20 May 2021',
    });
  });

  test.each<[string, Promised, (string | null)[]]>([
    ['within 1 day', { kind: 'within', latest: 1, unit: 'day' }, [null, '2020-11-21']],
    ['within 2 weeks', { kind: 'within', latest: 2, unit: 'week' }, [null, '2020-12-04']],
    [
      'in 1 to 2 weeks',
      { kind: 'between', earliest: 1, latest: 2, unit: 'week' },
      ['2020-11-27', '2020-12-04'],
    ],
    [
      'in 10 to 20 days',
      { kind: 'between', earliest: 10, latest: 20, unit: 'day' },
      ['2020-11-30', '2020-12-10'],
    ],
    ['without a date', { kind: 'none' }, [null, null]],
    ['already done', { kind: 'completed' }, [null, null]],
  ])('%s', (_, promised, expected) => {
    expect(windowFrom('2020-11-20', promised)).toEqual(expected);
  });

  test.each<[Promised, string]>([
    [
      { kind: 'between', earliest: 1, latest: 2, unit: 'week' },
      'opens 1 week after 20 November 2020, on 27 November 2020, and closes 2 weeks after, at the end of 4 December 2020',
    ],
    [
      { kind: 'between', earliest: 1, latest: 1, unit: 'day' },
      'opens 1 day after 20 November 2020, on 21 November 2020, and closes 1 day after, at the end of 21 November 2020',
    ],
    [{ kind: 'none' }, 'The response names no date for this'],
    [{ kind: 'completed' }, 'The response of 20 November 2020 says this is already done'],
    [
      { kind: 'board-meeting', boardId: 'learning' },
      'No meeting of the board is entered after 20 November 2020',
    ],
    [{ kind: 'by-date', dueOn: d('2021-03-31') }, 'closes at the end of 31 March 2021, as the response says'],
    [
      { kind: 'in-period', opensOn: d('2021-03-01'), dueOn: d('2021-03-31') },
      'opens on 1 March 2021 and closes at the end of 31 March 2021, as the response says',
    ],
  ])('%j shows its working', (promised, working) => {
    expect(allowed(windowOf(promised, respondedOn)).working).toBe(working);
  });
});

describe('months land on the corresponding date, or the month’s last day', () => {
  test.each([
    ['2020-11-29', '2021-02-28'],
    ['2020-11-30', '2021-02-28'],
    ['2020-12-01', '2021-03-01'],
    ['2019-11-30', '2020-02-29'],
  ])('3 months from %s: %s', (anchorOn, dueOn) => {
    expect(windowFrom(anchorOn, withinThreeMonths)).toEqual([null, dueOn]);
  });

  test('both ends are counted from the response, not one from the other', () => {
    expect(windowFrom('2020-10-31', { kind: 'between', earliest: 4, latest: 5, unit: 'month' })).toEqual([
      '2021-02-28',
      '2021-03-31',
    ]);
  });
});

describe('a window that closes before it opens is refused, one that closes the day it opens is not', () => {
  test.each(['day', 'week', 'month'] as const)('in %ss', (unit) => {
    const between = (earliest: number, latest: number): Promised => ({
      kind: 'between',
      earliest,
      latest,
      unit,
    });
    expect(windowOf(between(5, 4), respondedOn)).toEqual({
      refused: 'closes-before-it-opens',
      message: 'The window must not close before it opens',
      field: 'latest',
    });
    expect(isRefusal(windowOf(between(5, 5), respondedOn))).toBe(false);
    expect(isRefusal(windowOf(between(5, 6), respondedOn))).toBe(false);
  });

  test.each([
    ['2021-02-28', { refused: 'closes-before-it-opens', field: 'dueOn' }],
    ['2021-03-01', { opensOn: '2021-03-01', dueOn: '2021-03-01' }],
    ['2021-03-02', { opensOn: '2021-03-01', dueOn: '2021-03-02' }],
  ])('from 1 March 2021 to %s: %j; the wrong box is the last day', (dueOn, expected) => {
    const promised: Promised = { kind: 'in-period', opensOn: d('2021-03-01'), dueOn: d(dueOn) };
    expect(windowOf(promised, respondedOn)).toMatchObject(expected);
  });
});

describe('a promise cannot be for before the response', () => {
  test.each([
    ['2020-11-19', { refused: 'promise-before-response', field: 'dueOn' }],
    ['2020-11-20', { dueOn: '2020-11-20' }],
    ['2020-11-21', { dueOn: '2020-11-21' }],
  ])('responded 20 November 2020, by %s: %j', (dueOn, expected) => {
    expect(windowOf({ kind: 'by-date', dueOn: d(dueOn) }, respondedOn)).toMatchObject(
      'refused' in expected
        ? { ...expected, message: 'The promised date must be on or after the day of the response' }
        : { ...expected, opensOn: null },
    );
    const period: Promised = { kind: 'in-period', opensOn: d('2020-11-01'), dueOn: d(dueOn) };
    expect(windowOf(period, respondedOn)).toMatchObject(expected);
  });

  test('no allowed window closes before it opens or before the response', () => {
    const number = fc.integer({ min: 1, max: 400 });
    const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const);
    fc.assert(
      fc.property(anyRecentDay, number, number, unit, (anchorOn, earliest, latest, per) => {
        const window = windowOf({ kind: 'between', earliest, latest, unit: per }, anchorOn);
        expect(isRefusal(window)).toBe(latest < earliest);
        if (isRefusal(window)) return;
        expect(isBefore(window.dueOn!, window.opensOn!)).toBe(false);
        expect(isBefore(window.opensOn!, anchorOn)).toBe(false);
      }),
      RUNS,
    );
  });

  test('a promise past the calendar is refused, not a fault', () => {
    const far = d('2999-06-01');
    expect(windowOf(withinThreeMonths, far)).toHaveProperty('dueOn');
    expect(windowOf({ kind: 'within', latest: 8, unit: 'month' }, far)).toMatchObject({
      refused: 'invalid-date',
    });
    expect(windowOf({ kind: 'between', earliest: 1, latest: 40, unit: 'week' }, far)).toMatchObject({
      refused: 'invalid-date',
    });
    expect(windowOf({ kind: 'between', earliest: 40, latest: 41, unit: 'week' }, far)).toMatchObject({
      refused: 'invalid-date',
    });
  });
});

describe('what a person types', () => {
  const messages = (input: unknown) => promise.safeParse(input).error?.issues.map(({ message }) => message);

  test.each([
    [0, ['Enter a number of 1 or more']],
    [1, undefined],
    [1_200, undefined],
    [1_201, ['Enter a number of 1,200 or less']],
    [1.5, ['Enter a whole number']],
    ['3', ['Enter a whole number']],
  ])('within %j months: %j', (latest, expected) => {
    expect(messages({ kind: 'within', latest, unit: 'month' })).toEqual(expected);
  });

  test('a promise needs a kind, a unit and real dates', () => {
    expect(messages({ kind: 'soon' })).toEqual(['Choose what was promised']);
    expect(messages({ kind: 'within', latest: 3 })).toEqual(['Choose days, weeks or months']);
    expect(messages({ kind: 'by-date', dueOn: '2021-02-30' })).toEqual(['“2021-02-30” is not a real date']);
  });

  test('the words are quoted, of 2,000 characters at most', () => {
    const quoting = (quote: string) => commitmentInput.safeParse({ quote, promise: { kind: 'none' } });
    expect(quoting('  ').error?.issues[0]?.message).toBe('Enter the words of the promise');
    expect(quoting('x'.repeat(2_000)).success).toBe(true);
    expect(quoting('x'.repeat(2_001)).success).toBe(false);
  });
});
