import { addDays, type Day, weekday } from '../../../domain/day.ts';
import { type Token, wordAt, wordsAt } from '../text/tokens.ts';
import { monthAt } from './months.ts';
import type { Period } from './period.ts';
import { dayOf, nextOf, weekOf } from './spans.ts';
import { fullYear, shortYear, yearAt } from './year.ts';

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const short = new Map(weekdays.map((name) => [name.slice(0, 3), name]));

function weekdayAt(tokens: readonly Token[], at: number): string | null {
  const word = wordAt(tokens, at);
  if (weekdays.includes(word)) return word;
  return tokens[at]?.capital ? (short.get(word) ?? null) : null;
}

const single = (on: Day | null) => on && { from: on, to: on };

/** "30 June 2021", "the 30th of June", "June 30, 2021", "Friday 17th May", "31/03/21", "2021-03-31": the day comes first. */
export function date(tokens: readonly Token[], at: number): Period | null {
  let from = at;
  if (weekdayAt(tokens, from)) from += 1;
  if (from > at && wordAt(tokens, from) === ',') from += 1;
  if (wordAt(tokens, from) === 'the') from += 1;
  return numeric(tokens, from) ?? dayThenMonth(tokens, from) ?? monthThenDay(tokens, from);
}

const separators = new Set(['/', '.', '-']);

function numeric(tokens: readonly Token[], at: number): Period | null {
  const [first, mark, second, markAgain, third] = tokens.slice(at, at + 5);
  if (!third || mark?.word !== markAgain?.word || !separators.has(mark!.word)) return null;
  if ([first, second, third].some((token) => token?.kind !== 'number')) return null;
  if ([mark, second, markAgain, third].some((token) => token?.gap !== 'none')) return null;
  const iso = fullYear(first);
  const year = iso ?? fullYear(third) ?? shortYear(third);
  const date = Number(iso ? third.word : first!.word);
  const on = year && dayOf(year, Number(second!.word), date);
  return on ? { span: () => single(on), next: at + 5, exact: true } : null;
}

function dayThenMonth(tokens: readonly Token[], at: number): Period | null {
  const number = tokens[at];
  if (number?.kind !== 'number' || number.word.length > 2) return null;
  let place = at + 1;
  if (wordAt(tokens, place) === 'of' || wordAt(tokens, place) === '-') place += 1;
  const month = monthAt(tokens, place);
  if (month === null) return null;
  if (wordAt(tokens, place + 1) === '-') place += 1;
  return dated(tokens, Number(number.word), month, place + 1);
}

function monthThenDay(tokens: readonly Token[], at: number): Period | null {
  const month = monthAt(tokens, at);
  const number = tokens[at + 1];
  if (month === null || number?.kind !== 'number' || number.word.length > 2) return null;
  const full = wordAt(tokens, at + 2) === ',' && fullYear(tokens[at + 3]);
  if (!number.ordinal && !full && !fullYear(tokens[at + 2])) return null;
  return dated(tokens, Number(number.word), month, at + 2);
}

function dated(tokens: readonly Token[], date: number, month: number, at: number): Period | null {
  const year = yearAt(tokens, at);
  const figures = year ? null : twoFigures(tokens, at);
  const next = year?.next ?? (figures ? at + 1 : at);
  if (date < 1 || date > 31) return null;
  const span = (on: Day | null) => {
    const named = year?.of(on) ?? figures;
    if (named !== null) return single(dayOf(named, month, date));
    return year || !on ? null : nextOf(on, (each) => single(dayOf(each, month, date)));
  };
  return { span, next, exact: true };
}

/** The 21 of "1st April 21"; not a number that goes on to count something. */
function twoFigures(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.ordinal || tokens[at + 1]?.kind === 'word') return null;
  return shortYear(tokens[at]);
}

/** "Friday", "next Monday": the next such day after the response. */
export function weekdayAlone(tokens: readonly Token[], at: number): Period | null {
  const turned = ['next', 'this', 'the'].includes(wordAt(tokens, at)) ? at + 1 : at;
  const name = weekdayAt(tokens, turned);
  if (!name) return null;
  const span = (on: Day | null) => {
    for (let ahead = 1; on && ahead <= 7; ahead += 1) {
      const day = addDays(on, ahead);
      if (weekday(day).toLowerCase() === name) return single(day);
    }
    return null;
  };
  return { span, next: turned + 1, exact: true };
}

const weekStarts = [
  ['week', 'commencing'],
  ['week', 'beginning'],
  ['week', 'starting'],
  ['week', 'of'],
  ['w', '/', 'c'],
  ['wc'],
  ['w', '/', 'b'],
  ['week', 'ending'],
  ['w', '/', 'e'],
];

/** "week commencing 13th January 2025": that day and the six after it; "week ending" the six before. */
export function weekCommencing(tokens: readonly Token[], at: number): Period | null {
  const words = weekStarts.find((each) => wordsAt(tokens, at, each));
  const day = words ? date(tokens, at + words.length) : null;
  if (!words || !day) return null;
  const ending = words.at(-1) === 'ending' || words.at(-1) === 'e';
  const span = (on: Day | null) => {
    const first = day.span(on)?.from;
    if (!first) return null;
    return ending ? { from: addDays(first, -6), to: first } : { from: first, to: addDays(first, 6) };
  };
  return { span, next: day.next, adverb: true };
}

/** "this week", "next week". */
export function turnOfWeek(tokens: readonly Token[], at: number): Period | null {
  const turn = wordAt(tokens, at);
  if (wordAt(tokens, at + 1) !== 'week' || !['this', 'the', 'next', 'following'].includes(turn)) return null;
  const ahead = Number(turn === 'next' || turn === 'following');
  const span = (on: Day | null) => on && weekOf(on, ahead);
  const read = { span, next: at + 2, adverb: true };
  return ahead ? { ...read, offset: { n: 1, unit: 'week' } } : { ...read, partOnly: turn === 'the' };
}

/** "the weekend": the next Saturday and Sunday. */
export function weekend(tokens: readonly Token[], at: number): Period | null {
  const turned = ['the', 'this', 'next'].includes(wordAt(tokens, at)) ? at + 1 : at;
  if (wordAt(tokens, turned) !== 'weekend') return null;
  const ahead = Number(wordAt(tokens, at) === 'next');
  const span = (on: Day | null) =>
    on && { from: addDays(weekOf(on, ahead).to, -1), to: weekOf(on, ahead).to };
  return { span, next: turned + 1 };
}

export const near = new Map([
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
]);

/** "today", "tomorrow". */
export function nearDay(tokens: readonly Token[], at: number): Period | null {
  const ahead = near.get(wordAt(tokens, at));
  if (ahead === undefined) return null;
  return {
    span: (on) => on && single(addDays(on, ahead)),
    next: at + 1,
    exact: true,
    adverb: true,
    offset: { n: ahead, unit: 'day' },
  };
}
