import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, type Day } from '../../../shared/domain/day.ts';
import { type CalendarEntry, calendarFile } from '../../../shared/mail/calendar-file.ts';
import { readCalendar, textIn } from '../../support/read-calendar.ts';
import { anyDay } from '../domain/any-day.ts';

const published = {
  from: 'Recommendation Tracker <tracker@force.example>',
  at: '2020-11-24T06:10:00.000Z',
};

const entry = (of: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: 'a.1.response-1@tracker.example',
  sequence: 1,
  on: asDay('2020-11-24'),
  title: 'A recommendation 1: response due',
  description: 'Words',
  link: 'https://tracker.example/cases/a/recommendations/1',
  ...of,
});

const fileOf = (...entries: CalendarEntry[]) => new TextEncoder().encode(calendarFile(entries, published));
const onlyEvent = (of: Partial<CalendarEntry>) => readCalendar(fileOf(entry(of))).within[0]!.properties;

describe('a calendar file', () => {
  test('is published: nobody is invited, and nothing rings', () => {
    const { properties, within } = readCalendar(fileOf(entry()));
    expect(properties).toMatchObject({
      VERSION: { value: '2.0' },
      METHOD: { value: 'PUBLISH' },
      CALSCALE: { value: 'GREGORIAN' },
    });
    expect(properties.PRODID!.value).not.toBe('');
    expect(within.map(({ name }) => name)).toEqual(['VEVENT']);
    expect(within[0]!.within).toEqual([]);
    expect(Object.keys(within[0]!.properties)).not.toContain('ATTENDEE');
  });

  test('has what a published event must have', () => {
    expect(onlyEvent({ sequence: 3 })).toEqual({
      UID: { parameters: {}, value: 'a.1.response-1@tracker.example' },
      SEQUENCE: { parameters: {}, value: '3' },
      DTSTAMP: { parameters: {}, value: '20201124T061000Z' },
      ORGANIZER: { parameters: { CN: 'Recommendation Tracker' }, value: 'mailto:tracker@force.example' },
      DTSTART: { parameters: { VALUE: 'DATE' }, value: '20201124' },
      DTEND: { parameters: { VALUE: 'DATE' }, value: '20201125' },
      SUMMARY: { parameters: {}, value: 'A recommendation 1: response due' },
      DESCRIPTION: { parameters: {}, value: 'Words' },
      URL: { parameters: {}, value: 'https://tracker.example/cases/a/recommendations/1' },
      STATUS: { parameters: {}, value: 'CONFIRMED' },
      TRANSP: { parameters: {}, value: 'TRANSPARENT' },
    });
  });

  test('names its publisher also where the sender is a bare address', () => {
    const bare = calendarFile([entry()], { ...published, from: 'tracker@force.example' });
    expect(bare).toContain(':mailto:tracker@force.example\r\n');
  });

  test.each([
    ['2024-02-28', '20240228', '20240229'],
    ['2024-02-29', '20240229', '20240301'],
    ['2023-02-28', '20230228', '20230301'],
    ['2020-12-31', '20201231', '20210101'],
    ['2021-03-28', '20210328', '20210329'],
    ['2020-10-25', '20201025', '20201026'],
  ])('%s is a whole day that ends, not counted, on the next', (on, start, end) => {
    const { DTSTART, DTEND } = onlyEvent({ on: asDay(on) });
    expect([DTSTART!.value, DTEND!.value]).toEqual([start, end]);
  });

  test('the last day that is kept, 31 December 2999, needs no end: a whole day without one lasts that day', () => {
    const { DTSTART, ...rest } = onlyEvent({ on: asDay('2999-12-31') });
    expect([DTSTART!.value, 'DTEND' in rest]).toEqual(['29991231', false]);
    expect(onlyEvent({ on: asDay('2999-12-30') }).DTEND!.value).toBe('29991231');
  });

  test('has an event for each of several days', () => {
    const days = ['2020-11-24', '2020-12-01'].map((on, index) => entry({ id: `${index}`, on: asDay(on) }));
    const { within } = readCalendar(fileOf(...days));
    expect(within.map(({ properties }) => properties.DTSTART!.value)).toEqual(['20201124', '20201201']);
  });
});

describe('its words', () => {
  test.each([
    ['commas, semicolons; and \\backslashes\\', 'commas\\, semicolons\\; and \\\\backslashes\\\\'],
    ['two\nlines', 'two\\nlines'],
    ['two\r\nlines', 'two\\nlines'],
    ['END:VEVENT\nBEGIN:VALARM', 'END:VEVENT\\nBEGIN:VALARM'],
    ['a\u0007bell', 'a bell'],
  ])('%j is written %s', (words, written) => {
    const { DESCRIPTION } = onlyEvent({ description: words });
    expect(DESCRIPTION!.value).toBe(written);
  });

  // 'DESCRIPTION:' is 12 octets, so 63 more fill a line.
  test.each([
    ['fills the line', 'x'.repeat(63), 0],
    ['is one too long', 'x'.repeat(64), 1],
    ['fills two lines', 'x'.repeat(63 + 74), 1],
    ['is one too long for two', 'x'.repeat(63 + 75), 2],
    ['has a letter of two octets at the edge', `${'x'.repeat(62)}ŵ`, 1],
    ['has one of three octets at the edge', `${'x'.repeat(61)}“”`, 1],
    ['has one of four octets at the edge', `${'x'.repeat(60)}🚓🚓`, 1],
    ['has one of four octets that just fits', `${'x'.repeat(59)}🚓`, 0],
  ])('a text that %s is folded between characters and reads as it was', (_, words, folds) => {
    const octets = fileOf(entry({ description: words }));
    expect(textIn(readCalendar(octets).within[0]!.properties.DESCRIPTION!)).toBe(words);
    const lines = new TextDecoder().decode(octets).split('\r\n');
    const from = lines.findIndex((line) => line.startsWith('DESCRIPTION'));
    expect(lines.slice(from).findIndex((line, index) => index > 0 && !line.startsWith(' ')) - 1).toBe(folds);
  });

  test('of any length, in any script, on any day, read as they were written', () => {
    const anyWords = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((words) => words.replace(/\p{Cc}/gu, ''));
    const days = anyDay.filter((day: Day) => day < '2999-12-31');
    fc.assert(
      fc.property(
        fc.array(fc.record({ words: anyWords, on: days }), { minLength: 1, maxLength: 4 }),
        (each) => {
          const given = each.map(({ words, on }, index) =>
            entry({ id: `${index}`, description: words, title: words, on }),
          );
          const read = readCalendar(fileOf(...given)).within.map(({ properties }) => properties);
          expect(read.map(({ DESCRIPTION }) => textIn(DESCRIPTION!))).toEqual(
            given.map(({ description }) => description),
          );
          expect(read.map(({ SUMMARY }) => textIn(SUMMARY!))).toEqual(given.map(({ title }) => title));
          expect(read.map(({ DTEND }) => DTEND!.value)).toEqual(
            given.map(({ on }) => addDays(on, 1).replaceAll('-', '')),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
