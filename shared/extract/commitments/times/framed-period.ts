import type { Day } from '../../../domain/day.ts';
import { phraseAt } from '../text/phrases.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import { type Frame, frames } from './frames.ts';
import { partly, type Read } from './partly.ts';
import type { Period } from './period.ts';
import { otherReadings, reading, rest } from './period-window.ts';
import { kept } from './reckon.ts';
import type { Time, TimeRule } from './time.ts';
import { twoEnds } from './two-ends.ts';

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

function timed(tokens: readonly Token[], from: number, as: Frame | null, found: Read): Time | null {
  const { period, part, next } = found;
  const toward = as === 'until' && wordAt(tokens, from) === 'to';
  // "to the February board" is when it is brought there.
  const frame = toward && meets(tokens, next) ? 'in' : as;
  if (frame === 'take' || (toward && frame === 'until' && part !== 'end')) return null;
  if (owns(tokens, next)) return null;
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
    bare:
      frame === null &&
      !period.adverb &&
      !['early', 'late', 'later'].includes(part ?? '') &&
      !trails(tokens, from, next, period),
    adverb: period.adverb === true,
    short: false,
    closes: latest.frame === 'by' || latest.frame === 'before' || latest.frame === 'label',
    window,
    others,
  };
}

/** "We will carry out this monitoring spring/summer 2025." needs no preposition; "the report of March 2021." has another. */
function trails(tokens: readonly Token[], from: number, next: number, period: Period): boolean {
  const ends = next >= tokens.length || wordAt(tokens, next) === '.';
  return (
    ends &&
    from > 0 &&
    tokens[from - 1]?.kind === 'word' &&
    !period.exact &&
    !tied.has(wordAt(tokens, from - 1))
  );
}
const tied = new Set('of dated the for to and or since than as version ended ending'.split(' '));

const owners = new Set(['the', 'our', 'their', 'its']);
const small = new Set(
  'and or to but by with which when subject for at the in on as if once following we all our this a it is will then after before through until at'.split(
    ' ',
  ),
);

/** "in the 2021/22 training plan": the time is part of a name. */
function names(tokens: readonly Token[], from: number, next: number): boolean {
  const named = tokens.slice(from, next).some(({ word }) => owners.has(word));
  return named && tokens[next]?.kind === 'word' && !small.has(wordAt(tokens, next)) && !meets(tokens, next);
}

const gatherings = new Set(
  'meeting meetings board panel committee conference session sessions workshop day days forum seminar'.split(
    ' ',
  ),
);

/** "at the January meeting", "at tomorrow's daily management meeting": a time, and what is held then. */
function meets(tokens: readonly Token[], next: number): boolean {
  for (let at = next; at < next + 5 && tokens[at]?.kind === 'word'; at += 1) {
    if (gatherings.has(wordAt(tokens, at))) return true;
    if (small.has(wordAt(tokens, at))) return false;
  }
  return false;
}

/** "in next year's training plan": whose plan it is, and not when. */
function owns(tokens: readonly Token[], next: number): boolean {
  const last = tokens[next - 1];
  const possessive = last?.kind === 'word' && last.end - last.start > last.word.length;
  return possessive && tokens[next]?.kind === 'word' && !meets(tokens, next);
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
