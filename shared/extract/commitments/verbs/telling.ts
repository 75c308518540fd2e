import { phraseAt, phrases } from '../text/phrases.ts';
import { wordAt } from '../text/tokens.ts';
import { isPastOfChange } from './lexicon.ts';
import type { VerbRule } from './verb.ts';

export const asks = new Set(
  'recommend recommends recommended recommending require requires required request requests requested asks ask asked invite invites urge'.split(
    ' ',
  ),
);

/** "We recommend that", "the Chairman requested that": somebody else's words for what the force is to do. */
export const recommend: VerbRule = ({ tokens }, at) => {
  if (!asks.has(wordAt(tokens, at))) return null;
  const passive = ['been', 'be', 'as', 'the', 'a', 'was', 'is', 'are', 'were', 'no', 'if', 'where'].includes(
    wordAt(tokens, at - 1),
  );
  return passive ? null : { sense: 'no', next: at + 1 };
};

export const happened = phrases({
  done: [
    'went live',
    'became operational',
    'became available',
    'became mandatory',
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

/** "Action closed": what a list of actions says is over. */
const items = new Set(['action', 'actions', 'recommendation', 'item', 'now', 'all', 'task']);

/** "It went live", "Completed." as a whole answer. */
export const happen: VerbRule = (clause, at) => {
  const found = phraseAt(happened, clause.tokens, at);
  if (!found) return null;
  const whole = found.next - at > 1 && wordAt(clause.tokens, at) !== 'no';
  if (whole) return { sense: 'done', next: found.next };
  const before = wordAt(clause.tokens, at - 1);
  const alone =
    (at === 0 || before === ':' || before === '-' || (at === 1 && items.has(before))) &&
    (clause.tokens[found.next]?.kind !== 'word' ||
      clause.tokens[found.next]?.capital ||
      wordAt(clause.tokens, found.next) === 'on' ||
      wordAt(clause.tokens, found.next) === 'in');
  return alone ? { sense: 'done', next: found.next } : null;
};

export const began = new Set(['commenced', 'started', 'began', 'occurred', 'happened', 'took']);

/** "Work commenced in September" tells a story; its month is no promise's. */
export const begin: VerbRule = (clause, at) => {
  const told = began.has(wordAt(clause.tokens, at)) && clause.fresh && at > clause.from;
  return told && !reduced.has(wordAt(clause.tokens, at - 1)) ? { sense: 'no', next: at + 1 } : null;
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

/** What somebody who looks into a case does. */
const inquiries = new Set([
  'obtained',
  'identified',
  'agreed',
  'established',
  'included',
  'referred',
  'concluded',
]);

const changes = new Set(['changes', 'amendments', 'improvements', 'adjustments', 'revisions']);

/** "we completed three audits", "undertook a review": the past of a verb of change, said of the force and not of an officer in a story. */
export const acted: VerbRule = (clause, at) => {
  const word = wordAt(clause.tokens, at);
  if (!isPastOfChange(word) || clause.tokens[at + 1]?.word === 'by') return null;
  if (!clause.fresh) return null;
  const before = wordAt(clause.tokens, at - 1);
  const coordinated = before === 'and' && at === clause.from;
  if (reduced.has(before) && !coordinated) return null;
  const own = clause.subject(at) === 'body' && !inquiries.has(word);
  if (!own) return null;
  const next = wordAt(clause.tokens, at + 1);
  const plain = before === 'we' || before === 'i' || changes.has(next) || next === 'its';
  return { sense: modest.has(word) && !plain ? 'no' : 'done', next: at + 1 };
};

export const accepting = new Set([
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
  !['to', 'is', 'not', 'be', 'been', 'are', 'was', 'were'].includes(wordAt(tokens, at - 1))
    ? { sense: 'no', next: at + 1 }
    : null;
