import { phraseAt, phrases } from '../text/phrases.ts';
import type { Token } from '../text/tokens.ts';
import type { Window } from '../window.ts';
import { framedLength } from './framed-length.ts';
import { framedPeriod } from './framed-period.ts';
import { behind, lookingBack, nextOccasion, recurring, vague } from './no-deadline.ts';
import type { Time, TimeRule } from './time.ts';

const atOnceWords = phrases({
  now: [
    'immediately',
    'with immediate effect',
    'forthwith',
    'straight away',
    'straightaway',
    'right away',
    'at once',
    'without delay',
  ],
});

/** "with immediate effect": on the day of the response, unless it was done already. */
const atOnce: TimeRule = (tokens, at) => {
  const found = phraseAt(atOnceWords, tokens, at);
  if (!found) return null;
  const today = { n: 0, unit: 'day' } as const;
  const window = (on: Window['dateLatest']): Window => ({
    kind: 'within',
    earliest: null,
    latest: today,
    dateEarliest: on,
    dateLatest: on,
    rule: 'on the day of the response',
  });
  const done = {
    kind: 'completed',
    earliest: null,
    latest: null,
    dateEarliest: null,
    dateLatest: null,
  } as const;
  const others = () => [{ ...done, reading: 'it is done already' }];
  return {
    from: at,
    to: found.next,
    use: 'window',
    weight: 1,
    bare: false,
    adverb: false,
    short: false,
    closes: true,
    window,
    others,
  };
};

/** The grammar of times, in order: what is no deadline stands above what could be taken for one. */
const rules: readonly TimeRule[] = [
  lookingBack,
  behind,
  recurring,
  vague,
  atOnce,
  framedLength,
  framedPeriod,
  nextOccasion,
];

/** Every time in a sentence, from left to right, none overlapping another. */
export function timesIn(tokens: readonly Token[]): Time[] {
  const times: Time[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const time = timeAt(tokens, at);
    if (!time) continue;
    times.push(time);
    at = time.to - 1;
  }
  return times;
}

function timeAt(tokens: readonly Token[], at: number): Time | null {
  for (const rule of rules) {
    const time = rule(tokens, at);
    if (time) return time;
  }
  return null;
}
