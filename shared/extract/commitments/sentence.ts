import { addMonths, type Day } from '../../domain/day.ts';
import { bareAnswer } from './bare-answer.ts';
import { type Deadline, deadlinesOf, separate, timesOf } from './deadlines.ts';
import { isStandard } from './standard.ts';
import { type Token, wordAt } from './text/tokens.ts';
import { kept } from './times/reckon.ts';
import type { Time } from './times/time.ts';
import { timesIn } from './times/times.ts';
import { type Verb, verbsIn } from './verbs/verbs.ts';
import { type OtherReading, undated, type Window } from './window.ts';

/** One promise, or one thing done, in a sentence: from a token to before another. */
export type Finding = {
  readonly from: number;
  readonly to: number;
  readonly window: Window;
  readonly others: readonly OtherReading[];
  /** The words it waits for, as places in the sentence. */
  readonly event: readonly [number, number] | null;
  readonly weight: 'dated' | 'undated' | 'done';
};

/**
 * What a sentence promises. Of several verbs those with a date of their own stand; failing them the first promise without
 * one; failing that what is said to be done. So one sentence with one time gives one finding.
 */
export function findingsIn(tokens: readonly Token[], on: Day | null): Finding[] {
  const times = timesIn(tokens);
  const { verbs, clauses } = verbsIn(tokens);
  const owned = timesOf(verbs, clauses, times);
  const found = verbs.flatMap((verb, n) => findingsOf(tokens, verb, owned.get(n) ?? [], on));
  const dated = found.filter(({ weight }) => weight === 'dated');
  const whole = (one: Finding): Finding => ({ ...one, from: 0, to: tokens.length });
  if (dated.length > 1) return parted(dated, tokens.length);
  const [one] = dated.length > 0 ? dated : found.filter(({ weight }) => weight === 'undated');
  const [first] = one ? [one] : found;
  if (first) return [whole(first.event ? first : { ...first, event: waitedFor(tokens, verbs, times) })];
  const bare = bareAnswer(tokens, verbs, times, on);
  return bare ? [whole(bare)] : [];
}

/** Several dated promises share a sentence out among them; of two with one verb the second begins where the first's time ends. */
function parted(dated: readonly Finding[], length: number): Finding[] {
  const starts = dated.map(({ from }, n) => (n === 0 ? 0 : Math.max(from, dated[n - 1]!.to)));
  return dated.map((one, n) => ({ ...one, from: starts[n]!, to: starts[n + 1] ?? length }));
}

function findingsOf(tokens: readonly Token[], verb: Verb, times: readonly Time[], on: Day | null): Finding[] {
  if (verb.sense === 'no' || verb.sense === 'idle' || verb.condition) return [];
  if (verb.sense === 'done' || verb.sense === 'step') return [done(verb, times, on)];
  const deadlines = separate(tokens, deadlinesOf(tokens, verb, times, on));
  const windows = deadlines.filter(({ window }) => window.kind !== 'none');
  if (windows.length > 0) return windows.map((deadline) => dated(verb, deadline, on));
  const waits = verb.sense === 'leaning' && times.some(({ use }) => use === 'event');
  if ((verb.sense === 'leaning' || verb.sense === 'possible') && !waits) return [];
  if (
    times.some(
      (time) => time.use === 'frequency' || time.use === 'standard' || isStandard(tokens, verb, time),
    )
  )
    return [];
  return [undatedPromise(verb, times, deadlines)];
}

function dated(verb: Verb, { time, window }: Deadline, on: Day | null): Finding {
  const none = {
    kind: null,
    earliest: null,
    latest: null,
    dateEarliest: null,
    dateLatest: null,
    reading: 'it is no promise',
  };
  const others = [...time.others(on), ...(verb.sense === 'possible' ? [none] : [])];
  const from = Math.min(verb.from, time.from);
  return { from, to: time.to, window, others, event: null, weight: 'dated' };
}

function undatedPromise(verb: Verb, times: readonly Time[], [start]: readonly Deadline[]): Finding {
  const event = times.find(({ use }) => use === 'event');
  const said = start?.window ?? (event ?? times.find(({ use }) => use === 'vague'))?.window(null);
  const rule = verb.sense === 'underway' ? 'It is under way, with no date' : 'It is promised with no date';
  const window = said ?? undated(rule);
  return {
    from: verb.from,
    to: verb.next,
    window,
    others: [],
    event: event ? [event.from, event.to] : null,
    weight: 'undated',
  };
}

function done(verb: Verb, times: readonly Time[], on: Day | null): Finding {
  const dates = times.map((time) => behind(time, on)).filter((day) => day !== null);
  const step = verb.sense === 'step';
  const rule = step
    ? 'A step of oversight has been taken; the recommendation itself is not said to be done'
    : 'The words say that it is done';
  const window: Window = { ...undated(rule), kind: 'completed', dateLatest: dates[0] ?? null };
  const others = step ? [{ ...undated(''), reading: 'a step only, so nothing is done yet' }] : [];
  return {
    from: verb.from,
    to: verb.next,
    window,
    others: others.map(({ rule: _, ...other }) => other),
    event: null,
    weight: 'done',
  };
}

/** What is done lies behind: "completed in September", said in November, is this year's September. */
function behind(time: Time, on: Day | null): Day | null {
  const next = time.window(on).dateLatest;
  if (!on || !next || next <= on) return next;
  return time.window(
    kept(
      () => addMonths(on, -11),
      () => on,
    ),
  ).dateLatest;
}

/** "We will review whether it can be changed, or if it must go" waits for nothing: that is what the review is about. */
const isQuestion = (tokens: readonly Token[], at: number): boolean =>
  ['whether', 'where', 'unless'].includes(wordAt(tokens, at)) || wordAt(tokens, at - 1) === 'or';

/** "Once this is complete, …": the condition is what it waits for. */
function waitedFor(
  tokens: readonly Token[],
  verbs: readonly Verb[],
  times: readonly Time[],
): [number, number] | null {
  const event = times.find(({ use }) => use === 'event');
  if (event) return [event.from, event.to];
  const condition = verbs.find((verb) => verb.condition && !isQuestion(tokens, verb.from));
  return condition ? [condition.from, Math.min(condition.next, tokens.length)] : null;
}
