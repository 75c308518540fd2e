import { phraseAt, phrases } from '../text/phrases.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import { isEffect } from './lexicon.ts';
import { pastAdverbs, type VerbRule } from './verb.ts';

export const intents = phrases({
  promise: [
    'intend to',
    'intends to',
    'aim to',
    'aims to',
    'plan to',
    'plans to',
    'propose to',
    'proposes to',
    'expect to',
    'expects to',
    'anticipate being',
    'hope to',
    'hopes to',
    'undertake to',
    'undertakes to',
    'undertook to',
    'agree to',
    'agrees to',
    'agreed to',
    'commit to',
    'commits to',
    'committed to',
    'pledge to',
    'pledges to',
    'pledged to',
    'promise to',
    'promised to',
    'endeavour to',
    'intention to',
    'intentions to',
    'intention of',
    'intend on',
    'look to',
    'going to',
    'undertaking to',
    'commitment to',
    'aiming to',
    'aiming for',
    'intending to',
    'planning to',
    'hoping to',
    'looking to',
    'proposing to',
  ],
  leaning: [
    'with the aim of',
    'with the intention of',
    'with a view to',
    'happy to',
    'willing to',
    'anticipate completion',
    'anticipate',
    'anticipates',
    'expect completion',
    'expect',
    'expects',
    'estimate',
    'estimated completion',
    'estimated',
    'anticipated completion',
    'anticipated',
    'planned for',
    'planned in',
    'planned to',
    'scheduled for',
    'scheduled to',
    'scheduled in',
    'due for',
    'due in',
    'due by',
    'due to be',
    'due on',
    'booked for',
    'proposed for',
    'earmarked for',
    'to follow',
    'to take place',
    'aim for',
    'target date',
    'completion date',
    'deadline',
    'timescale',
    'timescales',
    'timeframe',
    'plans are',
    'goes live',
    'goes before',
    'becomes operational',
    'becomes available',
    'becomes effective',
    'becomes mandatory',
    'goes to',
    'goes out',
    'comes into force',
    'come into force',
    'comes into effect',
    'come into effect',
    'takes effect',
    'takes place',
    'commences',
    'starts',
    'begins',
    'launches',
    'concludes',
    'resumes',
    'to go live',
    'to commence',
    'to start',
    'to begin',
    'going live',
  ],
});

const verbless = new Set([
  'aim',
  'target',
  'deadline',
  'timescale',
  'timescales',
  'timeframe',
  'estimate',
  'estimated',
  'expect',
  'anticipate',
  'anticipated',
]);

const formerly = new Set(['originally', 'initially', 'previously']);

/** "unable to commit to", "originally due in September": no promise, or one no more. */
const refused = (tokens: readonly Token[], at: number): boolean =>
  formerly.has(wordAt(tokens, at - 1)) ||
  (wordAt(tokens, at - 1) === 'to' && ['unable', 'reluctant', 'impossible'].includes(wordAt(tokens, at - 2)));

/** "we intend to", "undertook to", "the intention to": nothing is promised of what will come by itself ("the policy aims to ensure"). */
export const intend: VerbRule = (clause, at) => {
  const { tokens } = clause;
  const found = phraseAt(intents, tokens, at);
  if (!found || wordAt(tokens, at - 1) === 'be') return null;
  const before = wordAt(tokens, at - 1);
  if (before === 'not' || before === 'no' || refused(tokens, at)) return { sense: 'no', next: found.next };
  if (['his', 'her', 'was', 'were'].includes(before) && clause.subject(at) !== 'body')
    return { sense: 'no', next: found.next };
  if (found.meaning === 'leaning') {
    return verbless.has(wordAt(tokens, at)) && clause.subject(at) === 'trend'
      ? null
      : { sense: 'leaning', next: found.next };
  }
  const verb = wordAt(tokens, pastAdverbs(tokens, found.next));
  const subject = clause.subject(at);
  // "The sergeant agreed to review the detainee" is told in a case; "he agreed to report back" in minutes.
  if (subject === 'person' && wordAt(tokens, at).endsWith('ed') && !['he', 'she'].includes(before))
    return { sense: 'no', next: found.next };
  const explains =
    subject === 'thing' && isEffect(verb) && !['intention', 'commitment'].includes(wordAt(tokens, at));
  if (explains || subject === 'trend') return { sense: 'no', next: found.next };
  return { sense: subject === 'relative' ? 'leaning' : 'promise', next: found.next };
};
