import { phraseAt, phrases } from '../text/phrases.ts';
import { wordAt } from '../text/tokens.ts';
import { isPastOfChange } from './lexicon.ts';
import type { VerbRule } from './verb.ts';

const duties = new Set(['should', 'must', 'ought', 'needs', 'need']);

/** "should", "must", "needs to": what somebody is to do, not what anybody promised. */
export const duty: VerbRule = (clause, at) => {
  if (!duties.has(wordAt(clause.tokens, at))) return null;
  const noun = ['the', 'a', 'any', 'no', 'this', 'of'].includes(wordAt(clause.tokens, at - 1));
  return noun ? null : { sense: 'no', next: at + 1 };
};

const asks = new Set(
  'recommend recommends recommended recommending require requires request requests requested asks ask asked invite invites urge'.split(
    ' ',
  ),
);

/** "We recommend that", "the Chairman requested that": somebody else's words for what the force is to do. */
export const recommend: VerbRule = ({ tokens }, at) => {
  if (!asks.has(wordAt(tokens, at))) return null;
  const passive = ['been', 'be', 'as', 'the', 'a', 'was', 'is'].includes(wordAt(tokens, at - 1));
  return passive ? null : { sense: 'no', next: at + 1 };
};

const happened = phrases({
  done: [
    'went live',
    'came into force',
    'came into effect',
    'took effect',
    'came into operation',
    'has gone live',
    'no further action',
    'complete',
    'completed',
    'closed',
    'implemented',
    'discharged',
  ],
});

/** "It went live", "Completed." as a whole answer. */
export const happen: VerbRule = (clause, at) => {
  const found = phraseAt(happened, clause.tokens, at);
  if (!found) return null;
  const whole = found.next - at > 1 && wordAt(clause.tokens, at) !== 'no';
  if (whole) return { sense: 'done', next: found.next };
  const alone =
    at === clause.from &&
    (clause.tokens[found.next]?.kind !== 'word' ||
      wordAt(clause.tokens, found.next) === 'on' ||
      wordAt(clause.tokens, found.next) === 'in');
  return alone ? { sense: 'done', next: found.next } : null;
};

const reduced = new Set([
  'be',
  'been',
  'is',
  'are',
  'was',
  'were',
  'being',
  'the',
  'a',
  'an',
  'to',
  'has',
  'have',
  'had',
  'and',
  'of',
  'as',
  'newly',
  'not',
  'when',
  'recently',
]);
const modest = new Set([
  'agreed',
  'changed',
  'increased',
  'requested',
  'had',
  'included',
  'identified',
  'went',
  'set',
  'put',
  'listed',
  'prepared',
  'referred',
  'improved',
  'made',
  'did',
  'took',
  'extended',
  'placed',
  'provided',
  'raised',
  'attached',
  'posted',
  'produced',
  'released',
  'adopted',
  'gave',
  'sent',
  'ran',
  'held',
  'began',
]);

/** "we completed three audits", "undertook a review": the past of a verb of change, said of the force and not of an officer in a story. */
export const acted: VerbRule = (clause, at) => {
  const word = wordAt(clause.tokens, at);
  if (!isPastOfChange(word) || clause.tokens[at + 1]?.word === 'by') return null;
  const before = wordAt(clause.tokens, at - 1);
  const coordinated = before === 'and' && at === clause.from;
  if (reduced.has(before) && !coordinated) return null;
  const own = clause.subject(at) === 'body';
  if (!own) return null;
  return { sense: modest.has(word) && before !== 'we' && before !== 'i' ? 'no' : 'done', next: at + 1 };
};

const accepting = new Set([
  'accept',
  'accepts',
  'accepted',
  'agree',
  'agrees',
  'acknowledge',
  'acknowledges',
  'recognise',
  'recognises',
  'acknowledged',
  'recognised',
]);

/** "We accept the recommendation": an answer, and no promise of anything. */
export const accept: VerbRule = ({ tokens }, at) =>
  accepting.has(wordAt(tokens, at)) &&
  !['is', 'not', 'be', 'been', 'are', 'was', 'were'].includes(wordAt(tokens, at - 1))
    ? { sense: 'no', next: at + 1 }
    : null;
