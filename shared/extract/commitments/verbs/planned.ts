import { wordAt } from '../text/tokens.ts';
import { isEffect } from './lexicon.ts';
import { type Clause, pastAdverbs, type VerbRead } from './verb.ts';

const begins = new Set(
  'be go start report commence begin complete conclude meet take finish receive publish attend undergo'.split(
    ' ',
  ),
);

const goal = /^(to|track|schedule|target)$/;

/** "is due to be published", "is under way", "is now in place": what a phrase of plans after "is" tells. */
export function planned(
  clause: Clause,
  at: number,
  after: number,
  { meaning, next }: { meaning: string; next: number },
): VerbRead {
  const { tokens } = clause;
  if (meaning === 'done') return ready(clause, at, after, next);
  const subject = clause.subject(at);
  if (meaning === 'underway') {
    const waits = wordAt(tokens, after) === 'awaiting' && subject !== 'body';
    return { sense: subject === 'trend' || waits ? 'no' : 'underway', next };
  }
  // "It is anticipated that the policy will be…": the verb to come says what is promised.
  if (meaning === 'wished') return { sense: 'no', next: after };
  const verb = wordAt(tokens, next - 1) === 'to' ? wordAt(tokens, pastAdverbs(tokens, next)) : '';
  const happens = isEffect(verb) && verb !== 'take' && subject !== 'body';
  // "due to the pandemic" gives a reason.
  const reason = wordAt(tokens, after) === 'due' && verb !== '' && !begins.has(verb);
  const needed =
    verb === 'be' && ['required', 'needed', 'necessary', 'made'].includes(wordAt(tokens, next + 1));
  // "It is estimated to be taking six weeks" tells how things stand.
  const stands = verb === 'be' && wordAt(tokens, next + 1).endsWith('ing');
  if (happens || reason || needed || stands || subject === 'trend') return { sense: 'no', next };
  const promised = goal.test(wordAt(tokens, next - 1)) && verb !== 'take';
  return { sense: promised ? 'promise' : 'leaning', next: verb === 'be' ? next + 2 : next };
}

/** "is now in place", "is complete"; but "is available to officers" only describes. */
function ready({ tokens, subject }: Clause, at: number, after: number, next: number): VerbRead {
  const whole = wordAt(tokens, after) === 'complete' || wordAt(tokens, after) === 'completed';
  const forSomeone = wordAt(tokens, next) === 'for' && wordAt(tokens, at + 1) !== 'now';
  const describes = subject(at) === 'relative' || wordAt(tokens, next) === 'to' || forSomeone;
  return { sense: describes && !whole ? 'no' : 'done', next };
}
