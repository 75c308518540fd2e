import { wordAt } from '../text/tokens.ts';
import { lengthAt } from '../times/length.ts';
import { isEffect, isParticipleOfChange, isUndergone, looksLikeParticiple } from './lexicon.ts';
import { minuted } from './minuted.ts';
import type { Subject } from './subject.ts';
import { among, type Clause, pastAdverbs, type Sense, type VerbRead, type VerbRule } from './verb.ts';

export const wills = new Set(['will', 'shall', "we'll", "i'll", "they'll", "it'll", 'wil', 'wiil']);
const doubts = new Set([
  'hopefully',
  'likely',
  'probably',
  'inevitably',
  'undoubtedly',
  'naturally',
  'potentially',
  'always',
  'normally',
  'usually',
  'generally',
  'typically',
]);
const nothings = new Set(['no', 'nothing', 'none', 'neither', 'nobody']);
const nots = new Set(['not', 'never', 'neither', 'nor']);

/** "will be reviewed", "shall amend", "we'll write": a promise, unless it forecasts, refuses or describes. */
export const will: VerbRule = (clause, at) => {
  const word = wordAt(clause.tokens, at);
  // "the will to change" is a noun.
  if (!wills.has(word) || ['the', 'a', 'their', 'good'].includes(wordAt(clause.tokens, at - 1))) return null;
  return foretold(clause, at + 1, word.endsWith("'ll") ? 'body' : clause.subject(at));
};

/** "said they would embed": a promise that somebody reports. Otherwise "would" only supposes. */
export const would: VerbRule = (clause, at) => {
  if (wordAt(clause.tokens, at) !== 'would') return null;
  const subject = clause.subject(at);
  if (!(clause.reported || minuted(clause, at)) || subject === 'relative')
    return { sense: 'no', next: at + 1 };
  return foretold(clause, at + 1, subject);
};

export const refusals = new Set(["won't", 'cannot', "can't", "wouldn't", "couldn't", "shouldn't"]);

/** "won't", "cannot": a refusal. */
export const refusal: VerbRule = ({ tokens }, at) =>
  refusals.has(wordAt(tokens, at)) ? { sense: 'no', next: at + 1 } : null;

/** "It is hoped that this can be resolved". */
const hopes = new Set(['hope', 'hoped', 'hopes', 'anticipate', 'anticipated', 'expect', 'expected']);
export const maybes = new Set(['could', 'may', 'might', 'can']);

/** "could be in place by April": with a date some call it a promise; without one it is none. */
export const may: VerbRule = ({ tokens, from }, at) => {
  const word = wordAt(tokens, at);
  const aMonth = word === 'may' && (tokens[at]!.capital || tokens[at + 1]?.kind === 'number');
  if (!maybes.has(word) || aMonth) return null;
  const verb = pastAdverbs(tokens, at + 1);
  const be = wordAt(tokens, verb) === 'be';
  if (be && among(tokens, Math.max(0, from - 3), at, hopes)) return { sense: 'leaning', next: verb + 2 };
  return { sense: word === 'can' || !be ? 'no' : 'possible', next: be ? verb + 2 : verb };
};

function foretold(clause: Clause, at: number, subject: Subject): VerbRead {
  const { tokens } = clause;
  const verb = pastAdverbs(tokens, at);
  const word = wordAt(tokens, verb);
  if (denied(clause) || nots.has(word) || (word === 'no' && wordAt(tokens, verb + 1) === 'longer'))
    return { sense: 'no', next: verb + 1 };
  if (clause.asked && subject !== 'body' && subject !== 'empty') return { sense: 'no', next: verb };
  const limit = ['later', 'more', 'longer'].includes(wordAt(tokens, clause.from + 1));
  if (nothings.has(wordAt(tokens, clause.from)) && !limit) return { sense: 'no', next: verb };
  if (
    among(tokens, at, verb + 1, doubts) ||
    subject === 'law' ||
    (subject === 'trend' && !worked(tokens, verb))
  )
    return { sense: 'no', next: verb };
  const read =
    word === 'be'
      ? being(clause, verb, subject)
      : word === 'have'
        ? having(clause, verb)
        : acting(tokens, verb, subject);
  return { ...read, sense: subject === 'relative' ? hanging(read.sense) : read.sense };
}

const drifts = new Set(['increased', 'reduced', 'improved', 'decreased', 'extended', 'added', 'enhanced']);

/** "The backlog will be cleared": somebody does it, where "demand will be increased" only comes about. */
function worked(tokens: Clause['tokens'], verb: number): boolean {
  const passive = wordAt(tokens, pastAdverbs(tokens, verb + 1));
  return wordAt(tokens, verb) === 'be' && isParticipleOfChange(passive) && !drifts.has(passive);
}

/** "It is not anticipated that this will be completed before 2023." */
const denied = ({ tokens, from }: Clause) =>
  wordAt(tokens, from - 1) === 'that' && among(tokens, Math.max(0, from - 4), from, nots);

/** "which will be completed by March" promises; "who will review the case" tells how a thing works. */
const hanging = (sense: Sense): Sense => (sense === 'promise' ? 'leaning' : sense);

const states = new Set(
  'delayed postponed deferred hampered hindered able likely unlikely more less better worse difficult affected impacted no possible impossible dependent challenging sufficient positive negative needed necessary essential important vital crucial key similar different subject aware'.split(
    ' ',
  ),
);
const articles = new Set([
  'a',
  'an',
  'the',
  'some',
  'further',
  'regular',
  'another',
  'two',
  'three',
  'awareness',
  'additional',
]);
const outcomes = new Set(
  'increase decrease reduction rise need requirement impact opportunity opportunities benefit benefits pressure demand delay delays risk challenge challenges times occasions cases circumstances instances'.split(
    ' ',
  ),
);

/** Somebody bids them: "officers will be reminded". */
const bid = new Set(['reminded', 'asked', 'encouraged']);

function being(clause: Clause, be: number, subject: Subject): VerbRead {
  const { tokens } = clause;
  const after = pastAdverbs(tokens, be + 1);
  const word = wordAt(tokens, after);
  if (nots.has(word) || states.has(word)) return { sense: 'no', next: after + 1 };
  const newly = among(tokens, be - 2, after, new Set(['now']));
  if (['required', 'expected', 'responsible', 'asked', 'encouraged', 'reminded'].includes(word))
    return { sense: bid.has(word) || newly ? 'promise' : 'leaning', next: after + 1 };
  if (subject === 'there') {
    return { sense: among(tokens, after, after + 5, outcomes) ? 'no' : 'promise', next: after };
  }
  if (articles.has(word))
    return { sense: among(tokens, after, after + 4, outcomes) ? 'no' : 'leaning', next: after };
  if (word === 'to') return { sense: 'promise', next: after + 1 };
  return { sense: 'promise', next: after + 1 };
}

function having({ tokens }: Clause, have: number): VerbRead {
  const after = pastAdverbs(tokens, have + 1);
  const perfect = wordAt(tokens, after) === 'been' || looksLikeParticiple(wordAt(tokens, after));
  const next = wordAt(tokens, after) === 'been' ? after + 2 : after + 1;
  if (perfect) return { sense: 'promise', next };
  const toll = among(
    tokens,
    after,
    after + 4,
    new Set(['impact', 'effect', 'affect', 'implications', 'benefit', 'benefits', 'influence']),
  );
  return { sense: toll || wordAt(tokens, after) === 'to' ? 'no' : 'leaning', next: after };
}

const bodies = new Set<Subject>(['body', 'person', 'empty']);

function acting(tokens: Clause['tokens'], at: number, subject: Subject): VerbRead {
  const verb = wordAt(tokens, at);
  const lasts =
    verb === 'take' &&
    (wordAt(tokens, at + 1) === 'place' ||
      wordAt(tokens, at + 1) === 'effect' ||
      lengthAfter(tokens, at + 1));
  if (lasts) return { sense: 'promise', next: at + 1 };
  const happens = !bodies.has(subject) && isEffect(verb);
  return { sense: happens || isUndergone(verb) ? 'no' : 'promise', next: at + 1 };
}

/** "take up to six weeks". */
const lengthAfter = (tokens: Clause['tokens'], at: number): boolean =>
  [at, at + 1, at + 2].some((place) => lengthAt(tokens, place) !== null);
