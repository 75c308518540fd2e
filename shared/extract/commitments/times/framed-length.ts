import type { Day } from '../../../domain/day.ts';
import { phraseAt } from '../text/phrases.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import { type Offset, type OtherReading, undated, type Window } from '../window.ts';
import { type Frame, frames } from './frames.ts';
import { type Length, lengthAt, singular } from './length.ts';
import { after } from './reckon.ts';
import { tailOf } from './tails.ts';
import { type Time, type TimeRule, timeless } from './time.ts';

/** "within 3 months", "in 4-6mths", "over the next six months", "six months from now", "three months after implementation". */
export const framedLength: TimeRule = (tokens, at) => {
  const framed = phraseAt(frames, tokens, at);
  const from = framed ? lengthIn(tokens, framed.next, framed.meaning) : null;
  if (framed && from) return used(tokens, at, framed.meaning, from);
  const bare = lengthAt(tokens, at);
  return bare && tailed(tokens, at, bare);
};

function lengthIn(tokens: readonly Token[], at: number, frame: Frame): Length | null {
  const start = wordAt(tokens, at) === 'the' ? at + 1 : at;
  const between = wordAt(tokens, start) === 'between' ? start + 1 : start;
  const next =
    wordAt(tokens, between) === 'next' || wordAt(tokens, between) === 'coming' ? between + 1 : between;
  const length =
    lengthAt(tokens, next) ??
    (frame === 'next' || next > between || (frame === 'within' && start > at)
      ? singular(tokens, next)
      : null);
  const ofThing =
    length?.adjective &&
    !['period', 'timescale', 'timeframe', 'window', 'time'].includes(wordAt(tokens, length.next));
  return ofThing ? null : length;
}

const soon = new Set(['no', 'not', 'later', 'than', 'at']);

function used(tokens: readonly Token[], at: number, frame: Frame, length: Length): Time | null {
  const counted = tailOf(tokens, length.next);
  if (length.unit === 'hour' || counted.tail === 'service') {
    return timeless(at, counted.next, 'standard', () => undated('It says how fast a service works'));
  }
  if (counted.tail === 'event') return waiting(at, counted.next);
  if (counted.tail === 'past') return null;
  const last = tokens[length.next - 1]!;
  // "in next year's plan" tells whose it is.
  const owns = last.kind === 'word' && last.end - last.start > last.word.length;
  if (owns && counted.tail === null) return null;
  // "extended to six months", "increased by 3 weeks": how much, and not how soon.
  if (frame === 'by' && counted.tail === null && !soon.has(wordAt(tokens, at + 1))) return null;
  const pointed = counted.tail === 'response' && frame === 'within' ? 'within' : frame;
  return timed(at, counted.next, pointed, length);
}

/** A length with nothing before it counts only with something after it: "six months from now". */
function tailed(tokens: readonly Token[], at: number, length: Length): Time | null {
  const counted = tailOf(tokens, length.next);
  if (counted.tail === 'event') return waiting(at, counted.next);
  if (counted.tail === 'response' && length.unit !== 'hour') return timed(at, counted.next, 'in', length);
  return null;
}

const waiting = (from: number, to: number): Time =>
  timeless(from, to, 'event', () => undated('It is counted from an event that has no date here'));

function timed(from: number, to: number, frame: Frame, length: Length): Time | null {
  const window = (on: Day | null) => windowOf(frame, length, on);
  if (frame === 'for' || frame === 'until' || frame === 'from') return null;
  const others = (on: Day | null): OtherReading[] =>
    frame === 'in' && length.least === length.most ? [withinInstead(length, on)] : [];
  const short = length.unit === 'day' && length.most <= 31;
  return {
    from,
    to,
    use: 'window',
    weight: 5,
    bare: false,
    adverb: false,
    short,
    closes: true,
    window,
    others,
  };
}

/**
 * A range is a window with two ends, whatever stands before it. "In six months" is a point; "within", "over the next" and a
 * length that work will take have only a last day.
 */
function windowOf(frame: Frame, length: Length, on: Day | null): Window {
  const [least, most] = [offset(length.least, length), offset(length.most, length)];
  const closes = on && after(on, most);
  const ranged = length.least !== length.most;
  if (ranged || frame === 'in' || frame === 'after') {
    const kind = ranged ? 'between' : 'in';
    const rule = ranged
      ? `from ${inWords(least)} to ${inWords(most)} after the response`
      : `${inWords(most)} after the response`;
    return {
      kind,
      earliest: least,
      latest: most,
      dateEarliest: on && after(on, least),
      dateLatest: closes,
      rule,
    };
  }
  const rule = `at the latest ${inWords(most)} after the response`;
  return { kind: 'within', earliest: null, latest: most, dateEarliest: on, dateLatest: closes, rule };
}

function withinInstead(length: Length, on: Day | null): OtherReading {
  const { rule, ...read } = windowOf('within', length, on);
  return { ...read, reading: `within: ${rule}` };
}

const offset = (n: number, length: Length): Offset => ({ n, unit: length.unit as Offset['unit'] });

const inWords = ({ n, unit }: Offset) => `${n} ${unit}${n === 1 ? '' : 's'}`;
