import { phraseAt, phrases } from '../text/phrases.ts';
import { wordAt } from '../text/tokens.ts';
import { isParticipleOfChange } from './lexicon.ts';
import { among, type Clause, pastAdverbs, type VerbRead, type VerbRule } from './verb.ts';

export const haves = new Set(['has', 'have', 'had', "we've", "i've", "they've", "we'd"]);

const modals = new Set(['may', 'might', 'could', 'would', 'should', 'must', 'can']);

const changes = new Set([
  'change',
  'changes',
  'amendment',
  'amendments',
  'improvement',
  'improvements',
  'adjustments',
  'progress',
]);

const inclined = phrases({
  intent: [
    'agreed to',
    'committed to',
    'undertaken to',
    'pledged to',
    'promised to',
    'decided to',
    'offered to',
    'resolved to',
    'plans to',
    'plans in place to',
    'a plan to',
    'an intention to',
    'every intention',
  ],
  set: [
    'scheduled',
    'planned',
    'arranged',
    'booked',
    'diarised',
    'set for',
    'set as',
    'asked to',
    'tasked to',
    'tasked with',
    'commissioned to',
    'instructed to',
    'requested to',
    'given until',
    'timetabled',
    'proposed for',
    'extended to',
    'extended from',
    'moved',
    'pushed back',
    'put back',
    'deferred',
    'postponed',
    'rearranged',
    're - arranged',
    'rescheduled',
    'revised to',
    'revised from',
    'amended to',
    'changed to',
    'brought forward',
    'invited to',
  ],
  aimed: ['committed', 'slipped', 'moved to', 'moved from', 'moved back'],
  begun: ['begun', 'started', 'commenced', 'initiated', 'embarked'],
  kept: ['in place', 'in force', 'in use', 'operational', 'live'],
});

/** Before a board or with a person: a step on the way, which does not make the recommendation complete. */
const steps = new Set(
  'presented allocated assigned referred raised discussed taken passed forwarded shared tasked added listed'.split(
    ' ',
  ),
);
const forums = new Set(
  'board panel committee group owner lead meeting department team constable superintendent inspector head command oversight tracker register'.split(
    ' ',
  ),
);

/** "has now been circulated", "has agreed to", "had upgraded", "now have": the perfect, and what is had. */
export const have: VerbRule = (clause, at) => {
  const { tokens } = clause;
  if (!haves.has(wordAt(tokens, at))) return null;
  const after = pastAdverbs(tokens, at + 1);
  const word = wordAt(tokens, after);
  if (wordAt(tokens, at - 1) === 'to') return null;
  if (modals.has(wordAt(tokens, at - 1))) return { sense: 'no', next: after + 1 };
  if (['not', 'yet', 'no', 'never', 'to'].includes(word)) return { sense: 'no', next: after + 1 };
  if (among(tokens, at + 1, after, new Set(['yet']))) return { sense: 'no', next: after + 1 };
  const plan = phraseAt(inclined, tokens, after);
  if (plan?.meaning === 'intent') return { sense: 'promise', next: plan.next };
  if (bids(tokens, at, after)) return { sense: 'promise', next: after + 1 };
  if (plan?.meaning === 'aimed' || targets(tokens, after)) return { sense: 'leaning', next: after };
  if (plan?.meaning === 'begun') return { sense: 'underway', next: plan.next };
  if (word === 'been') return been(clause, at, after);
  // "has become an early adopter"; "has become clear" is what somebody finds.
  if (word === 'become' && ['a', 'an', 'the'].includes(wordAt(tokens, after + 1)))
    return { sense: clause.subject(at) === 'person' ? 'no' : 'done', next: after + 1 };
  if (isParticipleOfChange(word)) return perfect(clause, at, after);
  return { sense: owned(clause, at) ? 'done' : 'no', next: after };
};

/** "have set a target of 1 December": a date is aimed at. */
const targets = (tokens: Clause['tokens'], after: number) =>
  wordAt(tokens, after) === 'set' &&
  among(tokens, after + 1, after + 5, new Set(['target', 'deadline', 'date']));

/** "I have asked the Superintendent to report by Christmas": a promise; of another body it is a demand. */
const bids = (tokens: Clause['tokens'], have: number, after: number) =>
  ['asked', 'instructed', 'directed', 'tasked'].includes(wordAt(tokens, after)) &&
  among(tokens, after, after + 8, new Set(['to'])) &&
  (['i', 'we'].includes(wordAt(tokens, have - 1)) || ["i've", "we've"].includes(wordAt(tokens, have)));

function been(clause: Clause, at: number, been: number): VerbRead {
  const { tokens } = clause;
  const after = pastAdverbs(tokens, been + 1);
  const word = wordAt(tokens, after);
  const plan = phraseAt(inclined, tokens, after);
  if (['not', 'no'].includes(word)) return { sense: 'no', next: after + 1 };
  if (plan?.meaning === 'set')
    return { sense: wordAt(tokens, at) === 'had' ? 'no' : 'leaning', next: plan.next };
  if (plan?.meaning === 'begun') return { sense: 'underway', next: plan.next };
  if (plan?.meaning === 'kept') return { sense: 'done', next: plan.next };
  if (!isParticipleOfChange(word) && !steps.has(word)) return { sense: 'no', next: after + 1 };
  if (countsOnly(clause, at)) return { sense: 'no', next: after + 1 };
  const past = wordAt(tokens, at) === 'had' && ['person', 'flow'].includes(clause.subject(at));
  if (past || (word === 'made' && !among(tokens, clause.from, at, changes)))
    return { sense: 'no', next: after + 1 };
  // "It has been established that" introduces a finding.
  if (wordAt(tokens, after + 1) === 'that') return { sense: 'no', next: after + 1 };
  const governed = steps.has(word) && among(tokens, after, after + 16, forums);
  return { sense: governed ? 'step' : clause.subject(at) === 'relative' ? 'no' : 'done', next: after + 1 };
}

/** "20 have been closed, 17 are pending": a count of many things tells nothing of this one. */
const countsOnly = ({ tokens, from }: Clause, at: number) =>
  at === from + 1 && tokens[from]?.kind === 'number';

const everyone = new Set(['all', 'both', 'each', 'every', 'these']);

/** "Both officers have completed the course" is no story: it says of each of them that it is done. */
const everyoneHas = ({ tokens, from }: Clause, at: number, after: number) =>
  ['completed', 'undertaken'].includes(wordAt(tokens, after)) && among(tokens, from, at, everyone);

/** "HMICFRS found that the force had made good progress": a finding. */
const found = new Set(['found', 'finds', 'concluded', 'identified']);

/** A force has amended; an officer in a story had done something. */
function perfect(clause: Clause, at: number, after: number): VerbRead {
  const subject = clause.subject(at);
  const story =
    found.has(wordAt(clause.tokens, clause.from - 2)) ||
    (subject === 'person' && !everyoneHas(clause, at, after)) ||
    subject === 'trend' ||
    subject === 'flow' ||
    subject === 'there' ||
    subject === 'relative';
  const already = among(clause.tokens, at + 1, after, new Set(['already', 'since']));
  const past = wordAt(clause.tokens, at) === 'had' && !already;
  const own = !story && (subject === 'body' || subject === 'empty' || !past);
  const vague = [
    'improved',
    'increased',
    'changed',
    'taken',
    'provided',
    'made',
    'identified',
    'included',
    'given',
    'added',
    'agreed',
    'requested',
  ].includes(wordAt(clause.tokens, after));
  return {
    sense: own && (!vague || subject === 'body' || subject === 'empty') ? 'done' : 'no',
    next: after + 1,
  };
}

/** "All wards now have a named consultant", "the force already has a policy in place". */
function owned({ tokens, from }: Clause, at: number): boolean {
  return among(tokens, Math.max(from, at - 2), at + 2, new Set(['now', 'already']));
}
