import { wordAt } from '../text/tokens.ts';
import { looksLikeParticiple } from './lexicon.ts';
import { among, pastAdverbs, type VerbRule } from './verb.ts';

const decisions = new Set(
  'agreed agrees agree resolved proposed propose proposes decided determined directed concluded'.split(' '),
);
const modals = new Set("to will would should must could may might can shall not cannot won't".split(' '));

/** "It was agreed that an action plan be produced", "it is proposed that an article be placed": what was decided on is promised. */
export const subjunctive: VerbRule = ({ tokens, from, asked }, at) => {
  const verb = pastAdverbs(tokens, at + 1);
  const bare = wordAt(tokens, at) === 'be' && !modals.has(wordAt(tokens, at - 1));
  const that = wordAt(tokens, from - 1) === 'that' ? from - 1 : -1;
  if (!bare || asked || that < 0 || !looksLikeParticiple(wordAt(tokens, verb))) return null;
  return among(tokens, that - 3, that, decisions) ? { sense: 'promise', next: verb + 1 } : null;
};
