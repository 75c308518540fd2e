import { numberAt } from '../text/numbers.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import type { Unit } from '../window.ts';

/** A length of time, "4-6mths" or "six weeks". `size` is the unit: "a fortnight" is 2 weeks, a year 12 months. */
export type Length = {
  readonly least: number;
  readonly most: number;
  /** Minutes and hours are how fast a service works, never a promise to a watchdog. */
  readonly unit: Unit | 'hour';
  readonly working: boolean;
  /** "a six-week course": the length of a thing. */
  readonly adjective: boolean;
  readonly next: number;
};

const units = new Map<string, readonly [Unit | 'hour', number]>(
  (
    [
      ['second seconds minute minutes mins hour hours hrs', ['hour', 1]],
      ['day days', ['day', 1]],
      ['week weeks wk wks', ['week', 1]],
      ['fortnight fortnights', ['week', 2]],
      ['month months mth mths mnth mnths moths montsh monts', ['month', 1]],
      ['quarter quarters', ['month', 3]],
      ['year years yr yrs', ['month', 12]],
    ] as const
  ).flatMap(([words, size]) => words.split(' ').map((word) => [word, size] as const)),
);
export const fillers = new Set(
  'about around approximately approx circa roughly further another additional maximum minimum of some a an period the full'.split(
    ' ',
  ),
);
const dayKinds = new Set(['working', 'business', 'calendar', 'clear', 'consecutive']);
const longest: Readonly<Record<Unit | 'hour', number>> = { hour: 9_999, day: 3_650, week: 520, month: 240 };

/** The length that stands here, fillers such as "approximately" and "a further" included. */
export function lengthAt(tokens: readonly Token[], at: number): Length | null {
  let from = at;
  while (from < at + 6 && fillers.has(wordAt(tokens, from))) from += 1;
  const one = wordAt(tokens, from - 1) === 'a' || wordAt(tokens, from - 1) === 'an';
  if (one && from > at) {
    const single = singular(tokens, from);
    if (single) return single;
  }
  return counted(tokens, from) ?? halfYear(tokens, from);
}

/** "a month", "a year", "a month or two", and after "the next": "month". */
export function singular(tokens: readonly Token[], at: number): Length | null {
  const unit = units.get(wordAt(tokens, at));
  if (!unit || tokens[at]!.word.endsWith('s')) return null;
  const orTwo = wordAt(tokens, at + 1) === 'or' && wordAt(tokens, at + 2) === 'two';
  return sized(1, orTwo ? 2 : 1, unit, orTwo ? at + 3 : at + 1);
}

function halfYear(tokens: readonly Token[], at: number): Length | null {
  if (wordAt(tokens, at) !== 'half') return null;
  const of = at + 1 + Number(wordAt(tokens, at + 1) === '-' || wordAt(tokens, at + 1) === 'a');
  const year = wordAt(tokens, of) === 'year';
  return year ? sized(6, 6, ['month', 1], of + 1) : null;
}

const joiners = new Set(['-', 'to', 'or', 'and', '/']);

function counted(tokens: readonly Token[], at: number): Length | null {
  const first = numberAt(tokens, at);
  if (!first) return null;
  const own = unitAt(tokens, first.next);
  const joined = own?.next ?? first.next;
  const second = joiners.has(wordAt(tokens, joined)) ? numberAt(tokens, joined + 1) : null;
  const last = second ? unitAt(tokens, second.next) : null;
  if (second && last && second.n >= first.n && (!own || own.unit[0] === last.unit[0])) {
    return sized(first.n, second.n, last.unit, last.next, last);
  }
  return own ? sized(first.n, first.n, own.unit, own.next, own) : null;
}

type UnitRead = {
  unit: readonly [Unit | 'hour', number];
  next: number;
  working: boolean;
  adjective: boolean;
};

function unitAt(tokens: readonly Token[], at: number): UnitRead | null {
  let place = at;
  const hyphen = wordAt(tokens, place) === '-';
  if (hyphen) place += 1;
  const kind = wordAt(tokens, place);
  if (dayKinds.has(kind)) place += 1;
  const unit = units.get(wordAt(tokens, place));
  if (!unit) return null;
  const next = wordAt(tokens, place + 1) === "'" ? place + 2 : place + 1;
  const plural = wordAt(tokens, place).endsWith('s') || wordAt(tokens, next) === 'time';
  return { unit, next, working: kind === 'working' || kind === 'business', adjective: hyphen && !plural };
}

function sized(
  least: number,
  most: number,
  [unit, size]: readonly [Unit | 'hour', number],
  next: number,
  read: { working: boolean; adjective: boolean } = { working: false, adjective: false },
): Length | null {
  if (most * size > longest[unit] || most === 0) return null;
  const { working, adjective } = read;
  return { least: least * size, most: most * size, unit, working, adjective, next };
}

export const isUnit = (word: string): boolean => units.has(word);
