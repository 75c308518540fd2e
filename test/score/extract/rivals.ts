import * as recognizers from '@microsoft/recognizers-text-date-time';
import * as chrono from 'chrono-node';
import { type Answer, type Length, respondedOn, type SampleLine } from './line.ts';

/** A rival's answer to a line. It knows nothing of promises, so any time that it finds counts as one. */
export type Rival = (line: SampleLine) => Answer;

/** Where a line has no day of its own, a rival reckons from this one; a year it makes up so is not held against it. */
const reference = '2020-11-20';
const referenceOf = (line: SampleLine) => new Date(`${respondedOn(line) ?? reference}T12:00:00Z`);

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** The words round a time say what it is to the promise, as a program round the rival would read them. */
function framed(text: string, at: number, found: string): 'by' | 'within' | 'in' {
  const words = `${text.slice(Math.max(0, at - 30), at)}${found}`.toLowerCase();
  if (/\b(by|before|prior to|later than|until)\s+((the\s+)?end of\s+)?(the\s+)?[\w/]+[^.]*$/.test(words))
    return 'by';
  return /\b(within|over|next)\b/.test(words) ? 'within' : 'in';
}

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const inFigures = (words: string) =>
  words.replace(/\b[a-z]+\b/gi, (word) => {
    const n = numbers.indexOf(word.toLowerCase());
    return n > 0 ? String(n) : word;
  });

/** The length in the words found, with a range's first number where one stands just before: "6-8 weeks". */
function lengthIn(line: SampleLine, at: number, found: string): { least: Length; most: Length } | null {
  const words = inFigures(line.text.slice(Math.max(0, at - 12), at) + found);
  const [, least, most, unit] = /(?:(\d+)\s*(?:-|–|to)\s*)?(\d+)\s*(day|week|month|year)/i.exec(words) ?? [];
  if (!most || !unit) return null;
  const length = (n: string): Length => ({ n: Number(n), unit: unit.toLowerCase() });
  return { least: length(least ?? most), most: length(most) };
}

const none = { earliest: null, latest: null, dateEarliest: null, dateLatest: null };

function answered(
  line: SampleLine,
  at: number,
  found: string,
  from: string | null,
  to: string | null,
): Answer {
  const frame = framed(line.text, at, found);
  const long = lengthIn(line, at, found);
  if (long && long.least.n < long.most.n)
    return { ...none, kind: 'between', earliest: long.least, latest: long.most };
  if (long && frame !== 'by') {
    return { ...none, kind: frame, earliest: frame === 'in' ? long.most : null, latest: long.most };
  }
  const madeUp = respondedOn(line) === null && !/\d{4}/.test(found);
  const [first, last] = madeUp ? [null, null] : [from, to ?? from];
  if (frame === 'by') return { ...none, kind: 'by-date', dateLatest: last };
  return { ...none, kind: 'in', dateEarliest: first, dateLatest: last };
}

/** chrono-node in its British form, day first, looking forward; a month that it finds is that month. */
export const chronoNode: Rival = (line) => {
  const [found] = chrono.en.GB.parse(line.text, referenceOf(line), { forwardDate: true });
  if (!found) return null;
  const { start, end, text, index } = found;
  const from = start.date();
  const wholeMonth = start.isCertain('month') && !start.isCertain('day');
  const first = wholeMonth ? new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1)) : from;
  const last = wholeMonth
    ? new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 0))
    : (end?.date() ?? from);
  return answered(line, index, text, dayOf(first), dayOf(last));
};

type Value = Readonly<Record<string, string>>;

/** Microsoft's recognizer, British culture: of several values it finds the last, which is the one to come. */
export const microsoft: Rival = (line) => {
  const [found] = recognizers.recognizeDateTime(
    line.text,
    recognizers.Culture.English,
    recognizers.DateTimeOptions.None,
    referenceOf(line),
  );
  if (!found) return null;
  const values = (found.resolution?.values ?? []) as Value[];
  const value = values.at(-1);
  if (!value || value.type === 'set' || value.type === 'time') return null;
  const answer = (from: string | null, to: string | null) =>
    answered(line, found.start, found.text, from, to);
  if (value.type === 'duration') return answer(null, null);
  if (value.type !== 'daterange') return answer(value.value ?? null, value.value ?? null);
  // A range's end is the day after it, but the end of "by 30 June" is that day.
  const end = value.end && value.start ? dayOf(new Date(Date.parse(value.end) - 86_400_000)) : value.end;
  return answer(value.start ?? null, end ?? null);
};
