import { type Token, wordAt } from './text/tokens.ts';
import type { Time } from './times/time.ts';
import { among } from './verbs/verb.ts';
import type { Verb } from './verbs/verbs.ts';

/** Work that keeps coming in. */
const incoming = new Set(
  'complaints calls requests enquiries queries referrals incidents applications'.split(' '),
);
/** Words that make it so many and no more. */
const counted = new Set('these those outstanding open existing remaining historic backlog'.split(' '));

/** "Complaints will be recorded within 7 days", "we aim to respond to complaints within 20 days": how the service works. */
export function isStandard(tokens: readonly Token[], verb: Verb | null, time: Time): boolean {
  if (!time.short || !verb) return false;
  if (verb.subject === 'flow' || verb.subject === 'person') return true;
  const to = Math.min(time.from, verb.next + 5);
  const answers = wordAt(tokens, verb.next) === 'respond' || wordAt(tokens, verb.next - 1) === 'respond';
  return answers && among(tokens, verb.next, to, incoming) && !among(tokens, verb.next, to, counted);
}
