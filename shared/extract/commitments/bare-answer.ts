import type { Day } from '../../domain/day.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Finding } from './sentence.ts';
import type { Token } from './text/tokens.ts';
import type { Time } from './times/time.ts';
import { isBaseOfChange } from './verbs/lexicon.ts';
import type { Verb } from './verbs/verbs.ts';

const nouns = new Set(
  'completion implementation update updates review roll rollout roll-out delivery training launch publication report progress amendment revision policy target timescale timescales timeframe deadline due eta action actions accepted agreed yes work full further final interim draft first initial new revised updated refresher completed estimated expected anticipated planned a an all the'.split(
    ' ',
  ),
);
const marks = new Set(['•', '●', '-', '*', '(', '"', '·', '▪', '➢']);
const connecting = 2;
/** Words of somebody who asks. */
const asking = new Set(['please', 'you', 'your']);

/**
 * An answer with no verb of its own: "Completion by March 2021", "Within 3 months.", "Review the policy by 30 June". It begins with an
 * item of work or is nearly all time, and its time has an end.
 */
export function bareAnswer(
  tokens: readonly Token[],
  verbs: readonly Verb[],
  times: readonly Time[],
  on: Day | null,
): Finding | null {
  const first = tokens.find(({ kind, word }) => kind === 'word' && !marks.has(word) && word.length > 1);
  if (tokens.some(({ word }) => asking.has(word))) return null;
  const imperative = first !== undefined && isBaseOfChange(first.word);
  if (
    !first ||
    (verbs.length > 0 && !imperative) ||
    verbs.some(({ sense, condition }) => !['no', 'idle'].includes(sense) && !condition)
  )
    return null;
  const [deadline] = deadlinesOf(tokens, null, times, on).filter(({ window }) => window.kind !== 'none');
  if (!deadline) return null;
  const { time, window } = deadline;
  const around = tokens.filter(({ kind }, at) => kind !== 'mark' && (at < time.from || at >= time.to));
  const mostlyTime = around.length <= connecting;
  const item = imperative || nouns.has(first.word);
  if (!(item && time.closes) && !mostlyTime) return null;
  return { from: 0, to: tokens.length, window, others: time.others(on), event: null, weight: 'dated' };
}
