import { phraseAt, phrases } from '../text/phrases.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import type { Frame } from './frames.ts';
import type { Period } from './period.ts';
import { periodAt } from './periods.ts';

export type Part = 'end' | 'start' | 'early' | 'mid' | 'late' | 'later';

export const parts = phrases<Part>({
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

export type Read = { period: Period; part: Part | null; next: number; weak: boolean };

const hedges = new Set([
  'about',
  'around',
  'approximately',
  'roughly',
  'circa',
  'sometime',
  'the',
  'our',
  'their',
  'its',
  'of',
  'at',
  ':',
  '-',
  'in',
  'on',
]);

/** A named time with the part of it that is meant. */
export function partly(tokens: readonly Token[], at: number, frame: Frame | null): Read | null {
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
