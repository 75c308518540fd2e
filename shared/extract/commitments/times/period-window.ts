import { addDays, type Day, inWords } from '../../../domain/day.ts';
import { type OtherReading, type Span, undated, type Window } from '../window.ts';
import type { Frame } from './frames.ts';
import type { Part } from './partly.ts';
import type { Period, SpanOn } from './period.ts';
import { type Closed, partOf } from './spans.ts';

const shared = { earliest: null, latest: null };

/** What a framed time means, one line for each frame. "By" a month or a season is its end; "before" one ends the day before it. */
export function reading(
  frame: Frame | null,
  part: Part | null,
  period: Period,
  whole: Closed | null,
): Window {
  const span = whole && cut(whole, period.whole && part !== 'end' && part !== 'start' ? null : part, frame);
  const { from = null, to = null } = span ?? {};
  switch (frame) {
    case 'by':
    case 'label':
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
export function rest(whole: Closed | null, part: Part | null, on: Day | null): Closed | null {
  if (part !== 'later' || !whole || !on || on < whole.from || on >= whole.to) return whole;
  return { from: addDays(on, 1), to: whole.to };
}

export function window(kind: 'by-date' | 'in' | 'between', span: Span, rule: string): Window {
  return { kind, ...shared, dateEarliest: span.from, dateLatest: span.to, rule };
}

export const dayWords = (day: Day | null) =>
  day ? inWords(day) : 'that time, counted once the day of the response is known';

/** "By mid-March" means its middle day, where "in mid-March" has ten days. */
export function cut(whole: Closed, part: Part | null, frame: Frame | null): Closed {
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

export function otherReadings(
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
  if (frame === 'label') others.push(read(period.span, 'in it, and not only by its end', 'in'));
  if (frame === 'from') others.push(read(period.span, 'it only begins then', 'after'));
  return others;
}
