import { wordAt } from '../text/tokens.ts';
import type { VerbRule } from './verb.ts';

export const stands = new Set(
  'covers runs spans lasts applies remains expires relates concerns contains includes states requires says'.split(
    ' ',
  ),
);

/** "The action plan runs from April to March": how things stand; after an article such a word is a noun. */
export const stand: VerbRule = ({ tokens, fresh }, at) =>
  fresh &&
  at > 0 &&
  stands.has(wordAt(tokens, at)) &&
  !['the', 'a', 'of', 'no'].includes(wordAt(tokens, at - 1))
    ? { sense: 'idle', next: at + 1 }
    : null;
