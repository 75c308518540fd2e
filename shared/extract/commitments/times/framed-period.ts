import type { Day } from '../../../domain/day.ts';
import { phraseAt } from '../text/phrases.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import { type Frame, frames } from './frames.ts';
import { partly, type Read } from './partly.ts';
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
