import { type Token, wordAt } from '../text/tokens.ts';
import { isBaseOfChange, looksLikeParticiple } from './lexicon.ts';
import { pastAdverbs, type VerbRule } from './verb.ts';

const needs = new Set([
  'need',
  'needs',
  'needed',
  'have',
  'has',
  'had',
  'ought',
  'likely',
  'unlikely',
  'able',
  'continue',
  'continues',
  'used',
  'appear',
  'appears',
  'seem',
  'seems',
  'required',
  'requires',
  'require',
  'requirement',
  'need',
  'important',
  'not',
  'should',
  'responsibility',
  'have',
  'designed',
  'opportunity',
  'ability',
  'believed',
  'found',
  'said',
  'thought',
  'known',
  'reported',
  'estimated',
  'going',
  'deemed',
  'felt',
  'considered',
  'asked',
  'requesting',
  'request',
  'requested',
]);

/** "to be completed by March" with no "is", and an item that begins "To review". */
export const toBe: VerbRule = (clause, at) => {
  const { tokens } = clause;
  if (wordAt(tokens, at) !== 'to') return null;
  const opens = at === clause.from && at <= 3;
  const verb = wordAt(tokens, at + 1);
  if (needs.has(wordAt(tokens, at - 1))) return verb === 'be' ? { sense: 'no', next: at + 2 } : null;
  if (verb === 'be' && clause.asked) return { sense: 'no', next: at + 2 };
  if (verb === 'be') return { sense: opens ? 'promise' : 'leaning', next: pastAdverbs(tokens, at + 2) + 1 };
  if (verb === 'have' && looksLikeParticiple(wordAt(tokens, at + 2)))
    return { sense: 'leaning', next: at + 3 };
  // A plan's shorthand: "DI Brown to deliver training by February".
  const shorthand = clause.fresh && clause.from === 0 && at <= 6 && isBaseOfChange(verb) && !told(tokens, at);
  return shorthand ? { sense: opens ? 'promise' : 'leaning', next: at + 2 } : null;
};

const told = (tokens: readonly Token[], to: number): boolean =>
  tokens.slice(0, to).some(({ word }) => looksLikeParticiple(word));
