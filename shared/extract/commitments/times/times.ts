import { values } from '../text/numbers.ts';
import { phraseAt, phrases } from '../text/phrases.ts';
import type { Token } from '../text/tokens.ts';
import type { Window } from '../window.ts';
import { near, short, weekdays } from './days.ts';
import { framedLength } from './framed-length.ts';
import { framedPeriod } from './framed-period.ts';
import { frames } from './frames.ts';
import { fillers } from './length.ts';
import { monthNumbers } from './months.ts';
import { moved, moves } from './moved.ts';
import {
  adverbs,
  backwards,
  behind,
  each,
  leads,
  lookingBack,
  nextOccasion,
  occasionLeads,
  recurring,
  vague,
  vagueWords,
} from './no-deadline.ts';
import { parts } from './partly.ts';
import { feasts, seasons } from './seasons.ts';
import type { Time, TimeRule } from './time.ts';
import { firstMonths, turns } from './year.ts';

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
  moved,
  framedLength,
  framedPeriod,
  nextOccasion,
];

/** The words that a time can begin with, so that most words of a text are passed over at one look; any number may begin one. */
const openers: ReadonlySet<string> = new Set(
  [
    ...[leads, backwards, each, adverbs, occasionLeads, fillers, weekdays],
    ...[
      vagueWords,
      atOnceWords,
      frames,
      moves,
      parts,
      values,
      monthNumbers,
      seasons,
      feasts,
      near,
      short,
      firstMonths,
      turns,
    ].map((table) => table.keys()),
    [
      'once',
      'twice',
      'half',
      'forthcoming',
      'upcoming',
      'first',
      'second',
      'third',
      'fourth',
      'final',
      'the',
      'a',
      'an',
    ],
    ['q', 'qtr', 'quarter', 'h', 'fy', 'w', 'wc', 'week', 'month', 'year'],
  ].flatMap((words) => [...words]),
);

/** Every time in a sentence, from left to right, none overlapping another. */
export function timesIn(tokens: readonly Token[]): Time[] {
  const times: Time[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { kind, word } = tokens[at]!;
    const time = kind === 'number' || openers.has(word) ? timeAt(tokens, at) : null;
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
