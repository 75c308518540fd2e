import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import {
  asInstant,
  endsAt,
  instant,
  londonDay,
  londonTime as londonTimeAt,
  minutesBetween,
  startOfDayInLondon,
} from '../../../shared/domain/london.ts';
import { anyDay, RUNS } from './any-day.ts';

const d = asDay;
const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
});

test.each([
  ['2026-06-30T07:00:59Z', '08:00'],
  ['2026-06-30T23:15:00Z', '00:15'],
  ['2026-01-30T07:59:00Z', '07:59'],
])('at %s the clock on the wall in London says %s', (at, time) => {
  expect(londonTimeAt(asInstant(at))).toBe(time);
});

test.each([
  ['2026-06-30T07:00:00Z', '2026-06-30T08:00:59Z', 60],
  ['2026-06-30T07:00:00Z', '2026-06-30T07:00:00Z', 0],
  ['2026-06-30T07:00:00Z', '2026-06-30T06:59:59Z', -1],
])('from %s to %s: %i minutes', (from, to, minutes) => {
  expect(minutesBetween(asInstant(from), asInstant(to))).toBe(minutes);
});

describe('the day in London at a moment', () => {
  test.each([
    ['2026-06-30T22:59:59Z', '2026-06-30'],
    ['2026-06-30T22:59:59.999Z', '2026-06-30'],
    ['2026-06-30T23:00:00Z', '2026-07-01'],
    ['2026-06-30T23:30:00Z', '2026-07-01'],
    ['2026-01-05T23:30:00Z', '2026-01-05'],
    ['2026-01-05T23:59:59Z', '2026-01-05'],
    ['2026-01-06T00:00:00Z', '2026-01-06'],
    ['2020-10-24T22:59:59Z', '2020-10-24'],
    ['2020-10-24T23:00:00Z', '2020-10-25'],
    ['2020-10-25T23:30:00Z', '2020-10-25'],
    ['2021-03-27T23:30:00Z', '2021-03-27'],
    ['2021-03-28T22:59:59Z', '2021-03-28'],
    ['2021-03-28T23:00:00Z', '2021-03-29'],
  ])('%s is on %s', (at, on) => {
    expect(londonDay(asInstant(at))).toBe(on);
  });

  test('moments outside the years kept have no day', () => {
    expect(() => londonDay(asInstant('1899-12-31T12:00:00Z'))).toThrow(RangeError);
    expect(() => londonDay(asInstant('3000-01-01T00:00:00Z'))).toThrow(RangeError);
  });
});

describe('a duty is in time until the end of its last day in London', () => {
  test.each([
    ['2020-11-22', '2020-11-23T00:00:00Z'],
    ['2020-11-23', '2020-11-24T00:00:00Z'],
    ['2020-10-23', '2020-10-23T23:00:00Z'],
    ['2020-10-24', '2020-10-24T23:00:00Z'],
    ['2020-10-25', '2020-10-26T00:00:00Z'],
    ['2020-10-26', '2020-10-27T00:00:00Z'],
    ['2021-03-27', '2021-03-28T00:00:00Z'],
    ['2021-03-28', '2021-03-28T23:00:00Z'],
    ['2021-03-29', '2021-03-29T23:00:00Z'],
    ['2020-12-25', '2020-12-26T00:00:00Z'],
    // Clocks stayed an hour ahead from 1968 to 1971.
    ['1970-01-01', '1970-01-01T23:00:00Z'],
    ['2999-12-31', '3000-01-01T00:00:00Z'],
  ])('%s ends at %s', (on, at) => {
    expect(endsAt(d(on))).toBe(at);
  });

  test('the day the clocks go back has 25 hours and the day they go forward 23', () => {
    const hours = (on: string) =>
      (Date.parse(endsAt(d(on))) - Date.parse(startOfDayInLondon(d(on)))) / 3_600_000;
    expect([hours('2020-10-24'), hours('2020-10-25'), hours('2021-03-28'), hours('2021-03-29')]).toEqual([
      24, 25, 23, 24,
    ]);
  });

  test('a day ends when the next starts', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        fc.pre(on < '2999-12-31');
        expect(startOfDayInLondon(addDays(on, 1))).toBe(endsAt(on));
      }),
      RUNS,
    );
  });

  test('a millisecond before its end it is still that day, and its end is midnight on a London clock', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const end = Date.parse(endsAt(on));
        expect(londonDay(asInstant(new Date(end - 1).toISOString()))).toBe(on);
        expect(londonTime.format(end)).toMatch(/ 00:00:00$/);
        if (on < '2999-12-31') expect(londonDay(endsAt(on))).toBe(addDays(on, 1));
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

  test.each(['Pacific/Apia', 'America/Sao_Paulo'])('%s', (timeZone) => {
    process.env.TZ = timeZone;
    expect(new Date(Date.UTC(2011, 11, 30)).getTimezoneOffset(), 'the zone is in force').not.toBe(0);
    expect(startOfDayInLondon(d('2011-12-30'))).toBe('2011-12-30T00:00:00Z');
    expect(endsAt(d('2018-11-03'))).toBe('2018-11-04T00:00:00Z');
    expect(londonDay(asInstant('2011-12-30T12:00:00Z'))).toBe('2011-12-30');
    expect(londonDay(asInstant('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  });
});

describe('a moment is written in UTC and ends in Z', () => {
  test.each(['2026-06-30T23:15:00Z', '2026-06-30T23:15:00.123Z'])('%s is one', (text) => {
    expect(instant.parse(text)).toBe(text);
  });

  test.each([
    '2026-06-30T23:15:00+01:00',
    '2026-06-30T23:15:00',
    '2026-06-30',
    '2026-02-30T23:15:00Z',
    '2026-06-30T24:00:00Z',
    '30 June 2026',
    1782861300000,
  ])('%j is refused', (text) => {
    expect(instant.safeParse(text).error?.issues[0]?.message).toContain('ends in Z');
  });
});
