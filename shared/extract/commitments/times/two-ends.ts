import { addDays, type Day } from '../../../domain/day.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import type { Window } from '../window.ts';
import { partly, type Read } from './partly.ts';
import { cut, dayWords, reading, window } from './period-window.ts';
import { kept } from './reckon.ts';
import type { Time } from './time.ts';

const to = new Set(['and', 'to', '-']);

/** "between 1 April and 30 June 2021", "from May to July": two named times and what lies between. */
export function twoEnds(tokens: readonly Token[], at: number, start: number): Time | null {
  const first = partly(tokens, start, 'between');
  if (!first || !to.has(wordAt(tokens, first.next))) return first && pairAlready(tokens, at, start, first);
  const last = partly(tokens, first.next + 1, 'between');
  if (!last) return null;
  const windowOn = (on: Day | null): Window =>
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
    window: windowOn,
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
  const windowOn = (on: Day | null): Window => ({
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
    window: windowOn,
    others: () => [],
  };
}
