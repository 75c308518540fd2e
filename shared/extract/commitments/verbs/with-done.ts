import { wordAt } from '../text/tokens.ts';
import { looksLikeParticiple } from './lexicon.ts';
import type { VerbRule } from './verb.ts';

const leads = new Set('in by on for from during within over at before early this next'.split(' '));
const longest = 7;

/** "…, with results reviewed in the spring": what goes with a promise has a date of its own. */
export const withDone: VerbRule = ({ tokens }, at) => {
  if (wordAt(tokens, at) !== 'with' || wordAt(tokens, at - 1) !== ',') return null;
  for (let verb = at + 2; verb < at + longest && tokens[verb]?.kind === 'word'; verb += 1) {
    if (!looksLikeParticiple(wordAt(tokens, verb)) || !leads.has(wordAt(tokens, verb + 1))) continue;
    return { sense: 'leaning', next: verb + 1 };
  }
  return null;
};
