import { phraseAt } from '../text/phrases.ts';
import { wordAt } from '../text/tokens.ts';
import { isParticipleOfChange, isProgressOfChange, looksLikeParticiple } from './lexicon.ts';
import { planned } from './planned.ts';
import { plans, undone } from './plans.ts';
import { among, type Clause, pastAdverbs, type VerbRead, type VerbRule } from './verb.ts';
import { was } from './was.ts';

export const present = new Set(['is', 'are', 'am', "it's", "we're", "i'm", "they're"]);

export const past = new Set(['was', 'were']);

const wishes = new Set(
  'intention aim plan plans goal objective ambition intent commitment target proposal expectation hope aspiration'.split(
    ' ',
  ),
);

/** "is due to be published", "are now complete", "is being reviewed", "was amended": forms of "to be" in the present and the past. */
export const be: VerbRule = (clause, at) => {
  const word = wordAt(clause.tokens, at);
  if (present.has(word)) return now(clause, at);
  if (word === 'being') return foreseen(clause, at);
  return past.has(word) ? was(clause, at) : null;
};

function now(clause: Clause, at: number): VerbRead | null {
  const { tokens } = clause;
  const after = pastAdverbs(tokens, at + 1);
  const word = wordAt(tokens, after);
  if (among(tokens, at + 1, after + 1, undone) && word !== 'being') return { sense: 'no', next: after + 1 };
  const plan = phraseAt(plans, tokens, after);
  if (plan) return planned(clause, at, after, plan);
  if (word === 'to')
    return {
      sense: clause.subject(at) === 'relative' ? 'leaning' : bound(clause, at, after),
      next: after + 2,
    };
  if (among(tokens, clause.from, at, labels)) return { sense: 'leaning', next: after };
  if (word === 'for' && among(tokens, clause.from, at, wishes)) return { sense: 'promise', next: after + 1 };
  if (word === 'being')
    return {
      sense:
        isParticipleOfChange(wordAt(tokens, pastAdverbs(tokens, after + 1))) || consulted(clause, after)
          ? 'underway'
          : 'no',
      next: after + 2,
    };
  if (word.endsWith('ing')) return { sense: doing(clause, at, word), next: after + 1 };
  const fresh = among(tokens, at + 1, after, new Set(['now', 'already']));
  if (isParticipleOfChange(word)) return { sense: fresh ? 'done' : standing(clause, after), next: after + 1 };
  return { sense: 'idle', next: after };
}

const labels = new Set(['date', 'deadline', 'target', 'timescale', 'timeframe', 'timeline', 'eta']);

const foresees = new Set(
  'envisage envisages anticipate anticipates expect expects foresee foresees see with estimate'.split(' '),
);

/** "we envisage the work being completed within six months". */
function foreseen({ tokens, from }: Clause, at: number): VerbRead | null {
  const verb = pastAdverbs(tokens, at + 1);
  const passive = looksLikeParticiple(wordAt(tokens, verb));
  return passive && among(tokens, from, at, foresees) ? { sense: 'leaning', next: verb + 1 } : null;
}

const reviews = new Set(
  'reviewed considered explored scoped developed drafted updated assessed looked evaluated consulted examined'.split(
    ' ',
  ),
);

const consulted = ({ tokens }: Clause, being: number) =>
  reviews.has(wordAt(tokens, pastAdverbs(tokens, being + 1)));

/** "is completed by 31 March": the present for the future, if a date says so. */
const standing = ({ tokens }: Clause, at: number) =>
  wordAt(tokens, at + 1) === 'by' || wordAt(tokens, at + 1) === 'for' ? 'leaning' : 'idle';

/** "Sampling is to take place": what is set for a thing to come. */
const comings = new Set(['take', 'follow', 'commence', 'begin', 'start', 'conclude', 'finish']);

/** "The aim is to", "we are to", "it is to be completed": but "the purpose is to" only explains. */
function bound(clause: Clause, at: number, to: number): 'promise' | 'leaning' | 'no' {
  const { tokens } = clause;
  if (among(tokens, clause.from, at, wishes)) return 'promise';
  if (clause.asked) return 'no';
  const passive =
    wordAt(tokens, to + 1) === 'be' && looksLikeParticiple(wordAt(tokens, pastAdverbs(tokens, to + 2)));
  const comes = comings.has(wordAt(tokens, to + 1));
  return passive || comes || clause.subject(at) === 'body' ? 'promise' : 'no';
}

function doing(clause: Clause, at: number, word: string): 'underway' | 'no' {
  const own = wordAt(clause.tokens, at) === "we're" || clause.subject(at) === 'body';
  return own && isProgressOfChange(word) ? 'underway' : 'no';
}
