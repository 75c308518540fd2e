import { wordAt } from '../text/tokens.ts';
import { looksLikeParticiple } from './lexicon.ts';
import type { VerbRule } from './verb.ts';

export const duties = new Set(['should', 'must', 'ought', 'needs', 'need']);
const ends = new Set([
  'finished',
  'complete',
  'completed',
  'concluded',
  'ready',
  'in',
  'live',
  'available',
  'operational',
  'done',
  'finalised',
]);

const comings = new Set(['complete', 'finish', 'conclude', 'commence', 'start', 'begin', 'end']);
const timely = new Set(['by', 'in', 'on', 'before', 'within', 'this', 'next', 'at', 'early', 'late']);

/** "should", "must", "needs to": what somebody is to do, not what anybody promised. */
export const duty: VerbRule = (clause, at) => {
  if (!duties.has(wordAt(clause.tokens, at))) return null;
  const noun = ['the', 'a', 'any', 'no', 'this', 'of'].includes(wordAt(clause.tokens, at - 1));
  if (noun) return null;
  // "… is under way and should be finished by Easter" goes on from what the force says of its own work.
  const goesOn =
    at === clause.from &&
    at > 0 &&
    wordAt(clause.tokens, at + 1) === 'be' &&
    ends.has(wordAt(clause.tokens, at + 2));
  if (goesOn) return { sense: 'leaning', next: at + 3 };
  // "The project should complete by March": what is expected of it, where a duty would be done to it.
  const comes = wordAt(clause.tokens, at) === 'should' && comings.has(wordAt(clause.tokens, at + 1));
  if (comes && !clause.asked && timely.has(wordAt(clause.tokens, at + 2)))
    return { sense: 'leaning', next: at + 2 };
  // "We should have a draft ready in two months": what the force itself expects.
  const own = ['we', 'i'].includes(wordAt(clause.tokens, at - 1)) && wordAt(clause.tokens, at) === 'should';
  const expects = own && ['have', 'be'].includes(wordAt(clause.tokens, at + 1));
  return expects &&
    !looksLikeParticiple(wordAt(clause.tokens, at + 2)) &&
    wordAt(clause.tokens, at + 2) !== 'been'
    ? { sense: 'leaning', next: at + 2 }
    : { sense: 'no', next: at + 1 };
};
