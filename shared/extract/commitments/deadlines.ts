import type { Day } from '../../domain/day.ts';
import { isStandard } from './standard.ts';
import { type Token, wordAt } from './text/tokens.ts';
import type { Time } from './times/time.ts';
import { looksLikeParticiple } from './verbs/lexicon.ts';
import type { Verb } from './verbs/verbs.ts';
import type { Window } from './window.ts';

/** The times of a sentence by the verb they belong to; under -1 those of a sentence with no verb. */
export function timesOf(
  verbs: readonly Verb[],
  clauses: readonly number[],
  times: readonly Time[],
): Map<number, Time[]> {
  const owned = new Map<number, Time[]>();
  let last = -1;
  for (const time of times) {
    while (reaches(verbs, last, time, clauses[time.from] ?? 0)) last += 1;
    const owner = ownerOf(verbs, clauses, time, last);
    const known = owned.get(owner) ?? [];
    known.push(time);
    owned.set(owner, known);
  }
  return owned;
}

/** Whether the next verb begins before this time ends, or is the first of the clause that the time opens. */
function reaches(verbs: readonly Verb[], last: number, time: Time, clause: number): boolean {
  const next = verbs[last + 1];
  if (!next || next.from > time.from) return false;
  return next.at < time.to || (next.from === clause && verbs[last]?.from !== clause);
}

const tells = (verb: Verb | undefined): boolean =>
  verb !== undefined &&
  verb.sense !== 'no' &&
  verb.sense !== 'idle' &&
  !verb.condition &&
  verb.subject !== 'relative';

/**
 * A time belongs to the verb before it in its clause; one that opens the sentence to the first verb that stands on its own; and a
 * "by" or "within" in a clause of its own reaches back over what only describes, to the verb that promises.
 */
function ownerOf(verbs: readonly Verb[], clauses: readonly number[], time: Time, last: number): number {
  const verb = verbs[last];
  const opens = time.from - (clauses[time.from] ?? 0) <= 2;
  if (!verb) return opens ? forward(verbs, last + 1) : -1;
  // "… before the statutory deadline of 4 April": a label inside the time owns nothing.
  if (last > 0 && verb.condition && verb.at > time.from && verb.at < time.to) return last - 1;
  if (verb.at >= time.from) return tells(verb) || !opens ? last : forward(verbs, last);
  const ownClause = (clauses[time.from] ?? 0) > verb.next;
  const through = verb.sense === 'idle' && endsOnce(time);
  if (tells(verb) || !time.closes || !(ownClause || through)) return last;
  for (let back = last - 1; back >= Math.max(0, last - 4); back -= 1) if (tells(verbs[back])) return back;
  return last;
}

/** "… so that every check is written down within two months" dates the promise; days or weeks are how the service is to work from then on. */
function endsOnce(time: Time): boolean {
  const { kind, latest } = time.window(null);
  return kind === 'by-date' || (kind === 'within' && latest?.unit === 'month');
}

/** The first verb from here that is no aside ("the policy, which was written in 2018, …"). */
function forward(verbs: readonly Verb[], from: number): number {
  for (let at = from; at < Math.min(verbs.length, from + 4); at += 1) {
    if (!verbs[at]!.condition && verbs[at]!.subject !== 'relative') return at;
  }
  return verbs.length > from ? from : -1;
}

/** A time that can date this promise, with its window on a day. */
export type Deadline = { readonly time: Time; readonly window: Window };

/** The times of a verb that date a promise: none that looks back, describes a thing ("made in March"), or is a standard of service. */
export function deadlinesOf(
  tokens: readonly Token[],
  verb: Verb | null,
  times: readonly Time[],
  on: Day | null,
): Deadline[] {
  return times
    .filter((time) => time.use === 'window' || begins(tokens, verb, time))
    .filter((time) => !isStandard(tokens, verb, time) && !(time.bare && !isNamed(tokens, verb, time)))
    .filter((time) => wordAt(tokens, time.from) !== 'for' || !verb || isJoined(verb, time))
    .map((time) => ({ time, window: time.window(on) }))
    .filter(({ time, window }) => time.closes || !isBehind(window, on))
    .filter(({ time, window }) => isAhead(window, on) || !describes(tokens, verb, time));
}

/** "will be held for a year", and where the verb has the preposition too: "planned for early 2021". */
const isJoined = (verb: Verb | null, time: Time) =>
  verb !== null && (verb.next === time.from || verb.next === time.from + 1);
const isBehind = ({ dateLatest }: Window, on: Day | null) =>
  on !== null && dateLatest !== null && dateLatest < on;
const isAhead = ({ dateLatest }: Window, on: Day | null) =>
  on !== null && dateLatest !== null && dateLatest > on;

const starters = new Set(
  'from with effective as starting commencing beginning after post following until till wef'.split(' '),
);

function begins(tokens: readonly Token[], verb: Verb | null, time: Time): boolean {
  if (time.use !== 'start' || !starters.has(wordAt(tokens, time.from))) return false;
  return verb !== null && time.from - verb.next < 25;
}

/** "the policy published in March 2020 will be reviewed": the time belongs to what is described. */
function describes(tokens: readonly Token[], verb: Verb | null, time: Time): boolean {
  if (time.closes || time.adverb || time.from === 0 || isJoined(verb, time)) return false;
  const before = wordAt(tokens, time.from - 1);
  if (!looksLikeParticiple(before)) return false;
  const partner = wordAt(tokens, time.from - 2);
  return !['and', 'or', ',', 'be', 'been', '/'].includes(partner) && !partner.endsWith('ly');
}

const named = new Set([
  ':',
  '-',
  '(',
  ',',
  'is',
  'date',
  'due',
  'for',
  'target',
  'deadline',
  'of',
  'be',
  'eta',
  'commencing',
  'review',
  'complete',
  'completed',
  'live',
  'expected',
  'anticipated',
  'estimated',
  '"',
]);

/** A date with no preposition is a promise's only where it is named one: after a colon, in brackets, "due". */
const isNamed = (tokens: readonly Token[], verb: Verb | null, time: Time): boolean =>
  time.from === 0 ||
  verb?.next === time.from ||
  (wordAt(tokens, time.from - 1) === 'out' && verb?.next === time.from - 1) ||
  named.has(wordAt(tokens, time.from - 1));

/** The separate deadlines of one verb: "in two weeks' time, on 16 June" is one, "in March and by September" are two. */
export function separate(tokens: readonly Token[], deadlines: readonly Deadline[]): Deadline[] {
  const kept: Deadline[] = [];
  const ends = deadlines.some(({ time }) => time.closes);
  for (const deadline of deadlines) {
    // "Rolled out from January and completed by Easter": the end is what is promised.
    if (ends && deadline.time.use === 'start') continue;
    const last = kept.at(-1);
    if (!last) kept.push(deadline);
    else if (!apart(tokens, last.time, deadline.time)) kept[kept.length - 1] = merged(last, deadline);
    else if (wordAt(tokens, deadline.time.from) === 'into') kept[kept.length - 1] = running(last, deadline);
    else kept.push(deadline);
  }
  return kept;
}

const divides = new Set(['and', 'then', 'with', '&', 'but']);

function apart(tokens: readonly Token[], first: Time, second: Time): boolean {
  if (second.bare || first.bare) return false;
  for (let at = first.to; at < second.from; at += 1) if (divides.has(wordAt(tokens, at))) return true;
  return false;
}

function merged(a: Deadline, b: Deadline): Deadline {
  const [more, less] = b.time.weight > a.time.weight ? [b, a] : [a, b];
  const time = { ...more.time, from: a.time.from, to: Math.max(a.time.to, b.time.to) };
  const dated =
    less.window.dateLatest !== null &&
    more.window.kind === 'in' &&
    less.window.kind === 'in' &&
    less.window.latest === null;
  if (!dated || more.window.latest === null) return { time, window: more.window };
  const { dateEarliest, dateLatest } = less.window;
  return { time, window: { ...more.window, dateEarliest, dateLatest } };
}

/** "later this year and into 2007": from the one to the end of the other. */
function running(a: Deadline, b: Deadline): Deadline {
  const { dateEarliest } = a.window;
  return {
    time: {
      ...a.time,
      to: b.time.to,
      others: () => [{ ...a.window, reading: 'it begins in the first of them' }],
    },
    window: { ...b.window, kind: 'between', dateEarliest },
  };
}
