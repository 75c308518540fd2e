import { addDays, type Day, inWords } from '../../../domain/day.ts';
import { phraseAt, phrases } from '../text/phrases.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import type { OtherReading, Span, Window } from '../window.ts';
import { undated } from '../window.ts';
import { type Frame, frames } from './frames.ts';
import type { Period, SpanOn } from './period.ts';
import { periodAt } from './periods.ts';
import { kept } from './reckon.ts';
import { type Closed, partOf } from './spans.ts';
import type { Time, TimeRule } from './time.ts';

type Part = 'end' | 'start' | 'early' | 'mid' | 'late' | 'later';

const parts = phrases<Part>({
  end: ['end of', 'end', 'the end of', 'close of', 'the close of', 'the very end of', 'end -', 'the end'],
  start: ['start of', 'the start of', 'beginning of', 'the beginning of', 'the first of'],
  early: [
    'early',
    'early in',
    'early on in',
    'the early part of',
    'the first part of',
    'very early in',
    'earlier in',
  ],
  mid: ['mid', 'mid -', 'middle of', 'the middle of', 'midway through', 'half way through'],
  late: [
    'late',
    'late in',
    'towards the end of',
    'toward the end of',
    'the latter part of',
    'the back end of',
    'the later part of',
    'latter part of',
  ],
  later: ['later', 'later in', 'the rest of', 'the remainder of', 'rest of'],
});

/** "by the end of March 2021", "in early 2021", "no later than 31/03/21", "from 1 April to 30 June", "(Friday 17th May)". */
export const framedPeriod: TimeRule = (tokens, at) => {
  const framed = phraseAt(frames, tokens, at);
  if (framed?.meaning === 'between' || wordAt(tokens, at) === 'from') {
    const pair = twoEnds(tokens, at, framed?.next ?? at + 1);
    if (pair) return pair;
  }
  if (framed) {
    // "in the next financial year": "next" belongs to the year.
    const turned = framed.meaning === 'next';
    const frame = turned ? 'in' : framed.meaning;
    const read = partly(tokens, turned ? framed.next - 1 : framed.next, frame);
    if (read) return timed(tokens, at, frame, read);
  }
  const bare = partly(tokens, at, null);
  return bare && !(bare.weak && bare.next === at + 1) ? timed(tokens, at, null, bare) : null;
};

type Read = { period: Period; part: Part | null; next: number; weak: boolean };

const hedges = new Set([
  'about',
  'around',
  'approximately',
  'roughly',
  'circa',
  'sometime',
  'the',
  'of',
  'at',
  ':',
  '-',
  'in',
  'on',
]);

/** A named time with the part of it that is meant. */
function partly(tokens: readonly Token[], at: number, frame: Frame | null): Read | null {
  let place = at;
  for (let most = 3; frame && most > 0 && hedges.has(wordAt(tokens, place)); most -= 1) {
    if (phraseAt(parts, tokens, place) || periodAt(tokens, place)) break;
    place += 1;
  }
  const whole = periodAt(tokens, place);
  if (whole && !whole.partOnly) return tail(tokens, whole, null, frame === null && whole.weak === true);
  const part = phraseAt(parts, tokens, place);
  if (!part) return whole && ended(tokens, whole.next) ? tail(tokens, whole, null, false) : null;
  const inner =
    wordAt(tokens, part.next) === 'in' || wordAt(tokens, part.next) === 'of' ? part.next + 1 : part.next;
  const period = periodAt(tokens, inner);
  return period && tail(tokens, period, part.meaning, false);
}

const ended = (tokens: readonly Token[], at: number) => wordAt(tokens, at) === 'end';

/** "year end", "March 2021 end": the end is named after it. */
function tail(tokens: readonly Token[], period: Period, part: Part | null, weak: boolean): Read {
  if (ended(tokens, period.next)) return { period, part: 'end', next: period.next + 1, weak };
  return { period, part, next: period.next, weak };
}

function timed(tokens: readonly Token[], from: number, frame: Frame | null, found: Read): Time | null {
  const { period, part, next } = found;
  if (frame === 'take' || (frame === 'until' && wordAt(tokens, from) === 'to' && part !== 'end')) return null;
  if (period.weak && part === null && names(tokens, from, next)) return null;
  const latest = framed(tokens, next, frame);
  const read = (on: Day | null) => reading(latest.frame, part, period, rest(period.span(on), part, on));
  const window = (on: Day | null) =>
    kept(
      () => read(on),
      () => reading(latest.frame, part, period, null),
    );
  const others = (on: Day | null) =>
    kept(
      () => otherReadings(latest.frame, part, period, on),
      () => [],
    );
  const starts = latest.frame === 'from' || latest.frame === 'after' || latest.frame === 'until';
  const weight = (period.exact ? 4 : 2) + Number(latest.frame === 'by') + Number(period.weak !== true);
  return {
    from,
    to: latest.next,
    use: starts ? 'start' : 'window',
    weight,
    bare: frame === null && !period.adverb && !['early', 'late', 'later'].includes(part ?? ''),
    adverb: period.adverb === true,
    short: false,
    closes: latest.frame === 'by' || latest.frame === 'before' || latest.frame === 'label',
    window,
    others,
  };
}

const small = new Set(
  'and or to but by with which when subject for at the in on as if once following we all our this a it is will then after before through until at'.split(
    ' ',
  ),
);

/** "in the 2021/22 training plan": the time is part of a name. */
function names(tokens: readonly Token[], from: number, next: number): boolean {
  const named = tokens.slice(from, next).some(({ word }) => word === 'the');
  return named && tokens[next]?.kind === 'word' && !small.has(wordAt(tokens, next));
}

/** "March 2021 at the latest" is "by March 2021". */
function framed(
  tokens: readonly Token[],
  next: number,
  frame: Frame | null,
): { frame: Frame | null; next: number } {
  const atTheLatest = wordAt(tokens, next) === 'at' && wordAt(tokens, next + 2) === 'latest';
  return atTheLatest ? { frame: 'by', next: next + 3 } : { frame, next };
}

const shared = { earliest: null, latest: null };

/** What a framed time means, one line for each frame. "By" a month or a season is its end; "before" one ends the day before it. */
function reading(frame: Frame | null, part: Part | null, period: Period, whole: Closed | null): Window {
  const span = whole && cut(whole, part, frame);
  const { from = null, to = null } = span ?? {};
  switch (frame) {
    case 'by':
      return window('by-date', { from: null, to }, `by the end of ${dayWords(to)}`);
    case 'before': {
      const last = part === 'end' ? to : from && addDays(from, -1);
      return window('by-date', { from: null, to: last }, `before it: by the end of ${dayWords(last)}`);
    }
    case 'from':
      return window('in', { from, to: period.exact ? from : to }, `it begins on or after ${dayWords(from)}`);
    case 'after':
      return { ...undated('Only its earliest day is named'), dateEarliest: to && addDays(to, 1) };
    case 'until':
      return { ...undated('It goes on until then'), dateLatest: to };
    default: {
      const read = window('in', { from, to }, `from ${dayWords(from)} to the end of ${dayWords(to)}`);
      return period.offset && !part ? { ...read, earliest: period.offset, latest: period.offset } : read;
    }
  }
}

/** "Later this year" is what is left of it. */
function rest(whole: Closed | null, part: Part | null, on: Day | null): Closed | null {
  if (part !== 'later' || !whole || !on || on < whole.from || on >= whole.to) return whole;
  return { from: addDays(on, 1), to: whole.to };
}

function window(kind: 'by-date' | 'in' | 'between', span: Span, rule: string): Window {
  return { kind, ...shared, dateEarliest: span.from, dateLatest: span.to, rule };
}

const dayWords = (day: Day | null) =>
  day ? inWords(day) : 'that time, counted once the day of the response is known';

/** "By mid-March" means its middle day, where "in mid-March" has ten days. */
function cut(whole: Closed, part: Part | null, frame: Frame | null): Closed {
  if (part === null || part === 'later') return whole;
  if (part === 'end') return { from: whole.to, to: whole.to };
  if (part === 'start') return { from: whole.from, to: whole.from };
  const span = partOf(whole, part);
  if (frame !== 'by' || part !== 'mid') return span;
  const month =
    Number(whole.to.slice(8)) - Number(whole.from.slice(8)) < 31 &&
    whole.from.slice(0, 7) === whole.to.slice(0, 7);
  return month
    ? { from: span.from, to: addDays(whole.from, 14) }
    : { from: span.from, to: addDays(partOf(whole, 'mid').to, -31) };
}

function otherReadings(
  frame: Frame | null,
  part: Part | null,
  period: Period,
  on: Day | null,
): OtherReading[] {
  const read = (span: SpanOn, words: string, as = frame): OtherReading => {
    const { rule: _, ...found } = reading(as, part, period, rest(span(on), part, on));
    return { ...found, reading: words };
  };
  const others = (period.others ?? []).map(({ reading: words, span }) => read(span, words));
  if (frame === 'by' && part === null && !period.exact)
    others.push(read(period.span, 'before it begins', 'before'));
  if (frame === 'before' && period.exact) others.push(read(period.span, 'that day included', 'by'));
  if (frame === 'from') others.push(read(period.span, 'it only begins then', 'after'));
  return others;
}

const to = new Set(['and', 'to', '-']);

/** "between 1 April and 30 June 2021", "from May to July": two named times and what lies between. */
function twoEnds(tokens: readonly Token[], at: number, start: number): Time | null {
  const first = partly(tokens, start, 'between');
  if (!first || !to.has(wordAt(tokens, first.next))) return first && pairAlready(tokens, at, start, first);
  const last = partly(tokens, first.next + 1, 'between');
  if (!last) return null;
  const window = (on: Day | null): Window =>
    kept(
      () => betweenTwo(first, last, on),
      () => betweenTwo(first, last, null),
    );
  return {
    from: at,
    to: last.next,
    use: 'window',
    weight: 5,
    bare: false,
    adverb: false,
    short: false,
    closes: true,
    window,
    others: () => [],
  };
}

function betweenTwo(first: Read, last: Read, on: Day | null): Window {
  const closing = last.period.span(on);
  const end = closing && cut(closing, last.part, null).to;
  const own = first.period.span(on);
  const tooLate = !own || (end !== null && own.from > end);
  const opening = tooLate && end ? first.period.span(addDays(end, -330)) : own;
  const from = opening && cut(opening, first.part, null).from;
  return window('between', { from, to: end }, `from ${dayWords(from)} to the end of ${dayWords(end)}`);
}

/** "between April and June 2021" is read as one span of months. */
function pairAlready(tokens: readonly Token[], at: number, start: number, read: Read): Time | null {
  const joined = tokens.slice(start, read.next).some(({ word }) => to.has(word));
  if (!joined || (wordAt(tokens, at) === 'from' && read.part)) return null;
  const whole = (on: Day | null) =>
    kept(
      () => read.period.span(on),
      () => null,
    );
  const window = (on: Day | null): Window => ({
    ...reading('in', null, read.period, whole(on)),
    kind: 'between',
  });
  return {
    from: at,
    to: read.next,
    use: 'window',
    weight: 5,
    bare: false,
    adverb: false,
    short: false,
    closes: true,
    window,
    others: () => [],
  };
}
