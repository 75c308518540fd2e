import { addDays, type Day, lastDay } from '../domain/day.ts';

/** One whole day in a calendar. `id` names what falls on it, and stays when the day moves; `sequence` rises each time it does. */
export type CalendarEntry = {
  id: string;
  sequence: number;
  on: Day;
  title: string;
  description: string;
  link: string;
};

/** Who publishes a file, and when: `from` as in the mail's own header, `at` a moment in UTC. */
export type Published = { from: string; at: string };

const longestLine = 75;

/**
 * A calendar file (RFC 5545, published as RFC 5546 has it) with one event for each day. A day is a whole day: it begins on its date and
 * ends, not counted, on the next, and has no time of day that a time zone could move. It rings no alarm and keeps nobody busy.
 *
 * @example 29 February 2024 → DTSTART;VALUE=DATE:20240229 and DTEND;VALUE=DATE:20240301
 */
export function calendarFile(entries: readonly CalendarEntry[], published: Published): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Recommendation Tracker//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => eventOf(entry, published)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const eventOf = (entry: CalendarEntry, { from, at }: Published): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(entry.id)}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${stamp(at)}`,
  `ORGANIZER;CN="Recommendation Tracker":mailto:${addressIn(from)}`,
  `DTSTART;VALUE=DATE:${basic(entry.on)}`,
  // A whole day without an end lasts that day (RFC 5545, 3.6.1): no day is kept after the last.
  ...(entry.on === lastDay ? [] : [`DTEND;VALUE=DATE:${basic(addDays(entry.on, 1))}`]),
  `SUMMARY:${escaped(entry.title)}`,
  `DESCRIPTION:${escaped(entry.description)}`,
  `URL:${entry.link}`,
  'STATUS:CONFIRMED',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** '2020-11-24' → '20201124' */
const basic = (day: Day): string => day.replaceAll('-', '');

/** '2020-11-24T06:10:00.000Z' → '20201124T061000Z' */
const stamp = (at: string): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** 'Recommendation Tracker <tracker@force.example>' → 'tracker@force.example' */
const addressIn = (from: string): string => /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;

// Line ends are the only control characters that a text may have, and are written as two others.
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** A line of at most 75 octets, the rest on lines that begin with a space; never within a character. */
function folded(line: string): string {
  const octets = new TextEncoder();
  let [out, length] = ['', 0];
  for (const character of line) {
    const size = octets.encode(character).length;
    if (length + size > longestLine) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += size;
  }
  return out;
}
