import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  asDay,
  type Day,
  day,
  dayFromParts,
  daysBetween,
  earlier,
  inWords,
  inWordsWithWeekday,
  isAfter,
  isBefore,
  later,
  parseDay,
  weekday,
} from '../../../shared/domain/day.ts';
import { anyDay, RUNS } from './any-day.ts';

const d = asDay;

describe('a day is a real calendar date written year, month, day', () => {
  test.each(['1900-01-01', '2020-02-29', '2000-02-29', '2011-12-30', '2999-12-31'])('%s is one', (text) => {
    expect(parseDay(text)).toBe(text);
    expect(day.parse(text)).toBe(text);
    expect(asDay(text)).toBe(text);
  });

  test.each([
    ['2021-02-29', 'is not a real date'],
    ['1900-02-29', 'is not a real date'],
    ['2020-04-31', 'is not a real date'],
    ['2020-13-01', 'is not a real date'],
    ['2020-00-10', 'is not a real date'],
    ['2020-01-00', 'is not a real date'],
    ['2020-01-32', 'is not a real date'],
    ['0021-03-01', 'must be between 1900 and 2999'],
    ['1899-12-31', 'must be between 1900 and 2999'],
    ['3000-01-01', 'must be between 1900 and 2999'],
    ['21-03-01', 'is not a date'],
    ['2020-9-29', 'is not a date'],
    ['29/09/2020', 'is not a date'],
    ['2020-09-29T00:00:00Z', 'is not a date'],
    ['2020-09-29\n', 'is not a date'],
    [' 2020-09-29', 'is not a date'],
    ['+002020-09-29', 'is not a date'],
    ['', 'is not a date'],
  ])('%j is refused: it %s', (text, why) => {
    expect(parseDay(text)).toMatchObject({ refused: 'invalid-date', message: expect.stringContaining(why) });
    expect(day.safeParse(text).error?.issues[0]?.message).toContain(why);
    expect(() => asDay(text)).toThrow(why);
  });

  test.each([
    ['2021-02-29', '“2021-02-29” is not a real date'],
    ['1899-12-31', 'The year in “1899-12-31” must be between 1900 and 2999'],
    ['29/09/2020', '“29/09/2020” is not a date. Write year, month and day, such as 2020-09-29'],
  ])('%s is quoted in the sentence that refuses it', (text, message) => {
    expect(parseDay(text)).toEqual({ refused: 'invalid-date', message });
  });

  test('of a long text only the first 40 characters are quoted', () => {
    const forty = 'the fortieth character ends this text...';
    expect(parseDay(forty)).toMatchObject({
      message: expect.stringMatching(/^“the .* text\.\.\.” is not a date/),
    });
    expect(parseDay(`${forty}!`)).toMatchObject({
      message: expect.stringMatching(/^“the .* text\.\.\.…” is not a date/),
    });
  });

  test('what is no text is refused with an example of what to write', () => {
    expect(day.safeParse(20200929).error?.issues[0]?.message).toContain('such as 2020-09-29');
  });
});

describe('adding days', () => {
  test.each([
    ['2020-09-29', 54, '2020-11-22'],
    ['2020-09-29', 55, '2020-11-23'],
    ['2020-09-29', 56, '2020-11-24'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-02-28', 2, '2020-03-01'],
    ['2021-02-28', 1, '2021-03-01'],
    ['2020-12-31', 1, '2021-01-01'],
    ['2020-10-24', 1, '2020-10-25'],
    ['2020-10-25', 1, '2020-10-26'],
    ['2021-03-28', 1, '2021-03-29'],
    ['2011-12-29', 1, '2011-12-30'],
    ['2020-09-29', 0, '2020-09-29'],
    ['2020-03-01', -1, '2020-02-29'],
  ])('%s and %i days is %s', (from, n, to) => {
    expect(addDays(d(from), n)).toBe(to);
    expect(daysBetween(d(from), d(to))).toBe(n);
  });

  test('it stops at both ends of the years kept', () => {
    expect(addDays(d('2999-12-30'), 1)).toBe('2999-12-31');
    expect(() => addDays(d('2999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(d('1900-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(d('2020-01-01'), 1e9)).toThrow('outside the years 1900 to 2999');
    expect(() => addDays(d('2020-01-01'), 1e300)).toThrow(RangeError);
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d days is not a number of days', (n) => {
    expect(() => addDays(d('2020-01-01'), n)).toThrow(`${n} is not a whole number`);
    expect(() => addMonths(d('2020-01-01'), n)).toThrow(RangeError);
  });

  test('days between is the inverse of adding days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0);
      }),
      RUNS,
    );
  });
});

describe('adding months gives the corresponding date, or the last day of the month where there is none', () => {
  test.each([
    ['2020-09-30', 4, '2021-01-30'],
    ['2020-11-20', 3, '2021-02-20'],
    ['2020-11-27', 3, '2021-02-27'],
    ['2020-11-28', 3, '2021-02-28'],
    ['2020-11-29', 3, '2021-02-28'],
    ['2020-11-30', 3, '2021-02-28'],
    ['2019-11-30', 3, '2020-02-29'],
    ['2020-02-28', 12, '2021-02-28'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2020-03-01', 12, '2021-03-01'],
    ['2020-02-29', 48, '2024-02-29'],
    ['2020-02-29', 1, '2020-03-29'],
    ['2020-12-31', 1, '2021-01-31'],
    ['2020-12-31', 2, '2021-02-28'],
    ['2020-08-31', 1, '2020-09-30'],
    ['2020-03-31', -1, '2020-02-29'],
    ['2020-09-29', 0, '2020-09-29'],
  ])('%s and %i months is %s', (from, n, to) => {
    expect(addMonths(d(from), n)).toBe(to);
  });

  test('two steps are not one: 30 November + 3 + 1 months is not 30 November + 4 months', () => {
    expect(addMonths(addMonths(d('2020-11-30'), 3), 1)).toBe('2021-03-28');
    expect(addMonths(d('2020-11-30'), 4)).toBe('2021-03-30');
  });

  test('it lands on the same day of the month, or on the last of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1200 }), (from, n) => {
        fc.pre(from < '2899-01-01');
        const to = addMonths(from, n);
        const isLastOfMonth = addDays(to, 1).slice(8) === '01';
        expect(to.slice(8) === from.slice(8) || (isLastOfMonth && to.slice(8) < from.slice(8))).toBe(true);
        expect(monthsOf(to) - monthsOf(from)).toBe(n);
      }),
      RUNS,
    );
  });

  test('a later day never gives an earlier result', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 1200 }),
        (from, gap, n) => {
          fc.pre(from < '2899-01-01');
          expect(isBefore(addMonths(addDays(from, gap), n), addMonths(from, n))).toBe(false);
        },
      ),
      RUNS,
    );
  });

  test('it stops at the end of the years kept', () => {
    expect(addMonths(d('2999-11-30'), 1)).toBe('2999-12-30');
    expect(() => addMonths(d('2999-12-01'), 1)).toThrow(RangeError);
  });
});

describe('comparing', () => {
  const [before, after] = [d('2020-09-30'), d('2020-10-01')] as const;

  test('a day is before the next and not before itself', () => {
    expect([isBefore(before, after), isBefore(after, before), isBefore(before, before)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isAfter(after, before), isAfter(before, after), isAfter(before, before)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('the earlier and the later of two', () => {
    expect([earlier(before, after), earlier(after, before)]).toEqual([before, before]);
    expect([later(before, after), later(after, before)]).toEqual([after, after]);
  });
});

describe('in words', () => {
  test.each([
    ['2020-09-29', 'Tuesday', '29 September 2020'],
    ['2020-11-23', 'Monday', '23 November 2020'],
    ['2021-01-01', 'Friday', '1 January 2021'],
    ['2020-02-29', 'Saturday', '29 February 2020'],
    ['1900-01-01', 'Monday', '1 January 1900'],
    ['2000-12-31', 'Sunday', '31 December 2000'],
    ['2020-11-25', 'Wednesday', '25 November 2020'],
    ['2020-11-26', 'Thursday', '26 November 2020'],
  ])('%s is %s %s', (text, name, words) => {
    expect(weekday(d(text))).toBe(name);
    expect(inWords(d(text))).toBe(words);
    expect(inWordsWithWeekday(d(text))).toBe(`${name} ${words}`);
  });
});

describe('three typed boxes', () => {
  const typed = (date: string, month: string, year: string) => dayFromParts({ day: date, month, year });

  test.each([
    ['29', '9', '2020', '2020-09-29'],
    ['29', '09', '2020', '2020-09-29'],
    ['1', '3', '2021', '2021-03-01'],
    [' 01 ', ' 03', '2021 ', '2021-03-01'],
    ['29', '2', '2020', '2020-02-29'],
    ['29', 'September', '2020', '2020-09-29'],
    ['29', 'sept', '2020', '2020-09-29'],
    ['29', 'DEC', '2020', '2020-12-29'],
    ['29', 'jan', '2020', '2020-01-29'],
  ])('%j %j %j is %s', (date, month, year, expected) => {
    expect(typed(date, month, year)).toBe(expected);
  });

  test.each([
    ['', '', '', 'Enter the date', 'day'],
    ['  ', '', '', 'Enter the date', 'day'],
    ['', '9', '2020', 'The date must include a day', 'day'],
    ['29', '', '2020', 'The date must include a month', 'month'],
    ['29', '9', '', 'The date must include a year', 'year'],
    ['', '', '2020', 'The date must include a day and month', 'day'],
    ['29', '', '', 'The date must include a month and year', 'month'],
    ['29', '9', '20', 'Year must include 4 numbers', 'year'],
    ['29', '9', '020', 'Year must include 4 numbers', 'year'],
    ['29', '9', '20201', 'Year must include 4 numbers', 'year'],
    ['29', '9', 'abcd', 'Year must include 4 numbers', 'year'],
    ['29', '9', '0020', 'Year must be between 1900 and 2999', 'year'],
    ['29', '9', '1899', 'Year must be between 1900 and 2999', 'year'],
    ['29', '2', '2021', 'The date must be a real date', 'day'],
    ['31', '4', '2020', 'The date must be a real date', 'day'],
    ['0', '4', '2020', 'The date must be a real date', 'day'],
    ['-1', '4', '2020', 'The date must be a real date', 'day'],
    ['first', '4', '2020', 'The date must be a real date', 'day'],
    ['1', '13', '2020', 'The date must be a real date', 'month'],
    ['1', '112', '2020', 'The date must be a real date', 'month'],
    ['1', '120', '2020', 'The date must be a real date', 'month'],
    ['1', '0', '2020', 'The date must be a real date', 'month'],
    ['1', 'Octember', '2020', 'The date must be a real date', 'month'],
    ['1', 'ju', '2020', 'The date must be a real date', 'month'],
  ])('%j %j %j is refused: %s', (date, month, year, message, field) => {
    expect(typed(date, month, year)).toMatchObject({ message, field });
  });

  test.each([
    ['nothing', '', '', '', 'missing-date'],
    ['a part', '29', '', '2020', 'incomplete-date'],
    ['no such year', '29', '9', '20', 'invalid-date'],
    ['a year that is not kept', '29', '9', '1899', 'invalid-date'],
    ['no such day', '31', '4', '2020', 'invalid-date'],
  ])('%s typed is told from what else may be wrong', (_, date, month, year, refused) => {
    expect(typed(date, month, year)).toMatchObject({ refused });
  });

  test('the message begins as the label of the form does', () => {
    expect(dayFromParts({ day: '', month: '9', year: '2020' }, 'Date made')).toMatchObject({
      message: 'Date made must include a day',
    });
    expect(dayFromParts({ day: '', month: '', year: '' }, 'Date made')).toMatchObject({
      message: 'Enter date made',
    });
  });

  test('every day typed as it is written comes back', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(typed(String(Number(on.slice(8))), on.slice(5, 7), on.slice(0, 4))).toBe(on);
      }),
      RUNS,
    );
  });
});

describe('the time zone of the machine changes nothing', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  // Apia had no 30 December 2011; São Paulo had no midnight on 4 November 2018.
  test.each([
    ['Pacific/Apia', '2011-12-30', new Date(Date.UTC(2011, 11, 30, 10)), 31],
    ['America/Sao_Paulo', '2018-11-04', new Date(Date.UTC(2018, 10, 4, 2, 59)), 3],
  ])('%s, about %s', (timeZone, text, moment, dateThere) => {
    process.env.TZ = timeZone;
    expect(moment.getDate(), 'the zone is in force').toBe(dateThere);
    const on: Day = d(text);
    expect(addDays(addDays(on, -1), 1)).toBe(on);
    expect(addDays(addDays(on, 1), -1)).toBe(on);
    expect(daysBetween(addDays(on, -1), addDays(on, 1))).toBe(2);
    expect(addMonths(addMonths(on, -1), 1)).toBe(on);
    expect(weekday(on)).toBe({ '2011-12-30': 'Friday', '2018-11-04': 'Sunday' }[text]);
  });
});

function monthsOf(on: Day): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
}
