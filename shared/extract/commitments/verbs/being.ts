import { phraseAt, phrases } from '../text/phrases.ts';
import { wordAt } from '../text/tokens.ts';
import { isEffect, isParticipleOfChange, isProgressOfChange, looksLikeParticiple } from './lexicon.ts';
import { among, type Clause, pastAdverbs, type VerbRead, type VerbRule } from './verb.ts';

const present = new Set(['is', 'are', 'am', "it's", "we're", "i'm", "they're"]);
const past = new Set(['was', 'were']);

const plans = phrases({
  intended: [
    'due to',
    'due',
    'scheduled',
    'planned',
    'expected to',
    'expected in',
    'expected by',
    'expected within',
    'expected',
    'anticipated to',
    'anticipated in',
    'anticipated by',
    'anticipated for',
    'intended to',
    'intended for',
    'proposed for',
    'proposed to',
    'hoped to',
    'envisaged to',
    'set to',
    'set for',
    'programmed',
    'timetabled',
    'targeted for',
    'targeted to',
    'booked',
    'arranged',
    'diarised',
    'on track',
    'on schedule',
    'on target',
    'going to',
    'looking to',
    'aiming to',
    'planning to',
    'planning for',
    'intending to',
    'hoping to',
    'committed to',
    'about to',
    'proposing to',
    'estimated to',
    'estimated for',
    'forecast to',
    'forecast for',
  ],
  wished: [
    'expected that',
    'anticipated that',
    'hoped that',
    'envisaged that',
    'intended that',
    'planned that',
    'proposed that',
    'predicted',
    'estimated that',
    'estimated',
    'hoped',
    'likely',
    'unlikely',
  ],
  underway: [
    'underway',
    'under way',
    'under review',
    'under development',
    'under consideration',
    'ongoing',
    'on - going',
    'in progress',
    'in hand',
    'in train',
    'in development',
    'in the process of',
    'working to',
    'working towards',
    'working on',
    'working with',
    'in discussion',
    'in discussions',
    'awaiting',
  ],
  done: [
    'complete',
    'completed',
    'finished',
    'finalised',
    'concluded',
    'closed',
    'discharged',
    'in place',
    'live',
    'operational',
    'available',
    'in operation',
    'in use',
    'in force',
    'implemented',
    'embedded',
    'up and running',
    'fully embedded',
    'done',
  ],
});
const undone = new Set([
  'not',
  'no',
  'never',
  'yet',
  'unable',
  'nearly',
  'almost',
  'partially',
  'partly',
  "isn't",
]);

const wishes = new Set(
  'intention aim plan plans goal objective ambition intent commitment target proposal expectation hope aspiration'.split(
    ' ',
  ),
);

/** "is due to be published", "are now complete", "is being reviewed", "was amended": forms of "to be" in the present and the past. */
export const be: VerbRule = (clause, at) => {
  const word = wordAt(clause.tokens, at);
  if (present.has(word)) return now(clause, at);
  if (word === 'being') return foreseen(clause, at);
  return past.has(word) ? then(clause, at) : null;
};

function now(clause: Clause, at: number): VerbRead | null {
  const { tokens } = clause;
  const after = pastAdverbs(tokens, at + 1);
  const word = wordAt(tokens, after);
  if (among(tokens, at + 1, after + 1, undone) && word !== 'being') return { sense: 'no', next: after + 1 };
  const plan = phraseAt(plans, tokens, after);
  if (plan) return planned(clause, at, after, plan);
  if (word === 'to')
    return {
      sense: clause.subject(at) === 'relative' ? 'leaning' : bound(clause, at, after),
      next: after + 2,
    };
  if (among(tokens, clause.from, at, labels)) return { sense: 'leaning', next: after };
  if (word === 'for' && among(tokens, clause.from, at, wishes)) return { sense: 'promise', next: after + 1 };
  if (word === 'being')
    return {
      sense:
        isParticipleOfChange(wordAt(tokens, pastAdverbs(tokens, after + 1))) || consulted(clause, after)
          ? 'underway'
          : 'no',
      next: after + 2,
    };
  if (word.endsWith('ing')) return { sense: doing(clause, at, word), next: after + 1 };
  const fresh = among(tokens, at + 1, after, new Set(['now', 'already']));
  if (isParticipleOfChange(word)) return { sense: fresh ? 'done' : standing(clause, after), next: after + 1 };
  return { sense: 'idle', next: after };
}

const labels = new Set(['date', 'deadline', 'target', 'timescale', 'timeframe', 'timeline', 'eta']);
const foresees = new Set(
  'envisage envisages anticipate anticipates expect expects foresee foresees see with estimate'.split(' '),
);

/** "we envisage the work being completed within six months". */
function foreseen({ tokens, from }: Clause, at: number): VerbRead | null {
  const verb = pastAdverbs(tokens, at + 1);
  const passive = looksLikeParticiple(wordAt(tokens, verb));
  return passive && among(tokens, from, at, foresees) ? { sense: 'leaning', next: verb + 1 } : null;
}

const reviews = new Set(
  'reviewed considered explored scoped developed drafted updated assessed looked evaluated consulted examined'.split(
    ' ',
  ),
);
const consulted = ({ tokens }: Clause, being: number) =>
  reviews.has(wordAt(tokens, pastAdverbs(tokens, being + 1)));

/** "is completed by 31 March": the present for the future, if a date says so. */
const standing = ({ tokens }: Clause, at: number) =>
  wordAt(tokens, at + 1) === 'by' || wordAt(tokens, at + 1) === 'for' ? 'leaning' : 'idle';

const begins = new Set(
  'be go start report commence begin complete conclude meet take finish receive publish attend undergo'.split(
    ' ',
  ),
);
const goal = /^(to|track|schedule|target)$/;

function planned(
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

/** "The aim is to", "we are to", "it is to be completed": but "the purpose is to" only explains. */
function bound(clause: Clause, at: number, to: number): 'promise' | 'leaning' | 'no' {
  const { tokens } = clause;
  if (among(tokens, clause.from, at, wishes)) return 'promise';
  if (clause.asked) return 'no';
  const passive =
    wordAt(tokens, to + 1) === 'be' && looksLikeParticiple(wordAt(tokens, pastAdverbs(tokens, to + 2)));
  return passive || clause.subject(at) === 'body' ? 'promise' : 'no';
}

function doing(clause: Clause, at: number, word: string): 'underway' | 'no' {
  const own = wordAt(clause.tokens, at) === "we're" || clause.subject(at) === 'body';
  return own && isProgressOfChange(word) ? 'underway' : 'no';
}

/** "The policy was amended on 3 November", "the audit was now complete"; what was due or planned then is no promise now. */
function then(clause: Clause, at: number): VerbRead {
  const { tokens } = clause;
  const after = pastAdverbs(tokens, at + 1);
  const word = wordAt(tokens, after);
  const no = { sense: 'no', next: after + 1 } as const;
  if (among(tokens, at + 1, after + 1, undone)) return no;
  const plan = phraseAt(plans, tokens, after);
  if (plan?.meaning === 'intended') return { sense: 'no', next: pastInfinitive(tokens, plan.next) };
  const told = among(
    tokens,
    at + 1,
    after,
    new Set(['now', 'already', 'subsequently', 'recently', 'since', 'successfully']),
  );
  if (plan?.meaning === 'done' && !isParticipleOfChange(word))
    return told ? { sense: 'done', next: plan.next } : no;
  if (!isParticipleOfChange(word) || stories.has(word)) return no;
  if (wordAt(tokens, clause.from) === 'no') return no;
  const remedied = among(tokens, clause.from, at, remedies) && clause.subject(at) !== 'relative';
  return { sense: remedied || told ? 'done' : 'no', next: after + 1 };
}

/** A case's story is full of these: "the recommendation was made", "action was taken". */
const stories = new Set(
  'agreed made taken referred established formed noted provided given raised listed put held sent included concluded conducted placed'.split(
    ' ',
  ),
);

/** After "was due to": the verb it brings with it tells nothing more. */
const pastInfinitive = (tokens: Clause['tokens'], next: number) => {
  const from = wordAt(tokens, next) === 'to' ? next + 1 : next;
  return wordAt(tokens, from) === 'be' ? from + 2 : from;
};

/** What a force puts right: only of these does "was amended" or "was issued" tell that something is done. */
export const remedies = new Set(
  'policy policies procedure procedures training guidance review reviews recommendation recommendations action actions audit audits process processes form template templates system systems briefing briefings email emails reminder communication communications bulletin learning course package module framework strategy plan protocol instruction instructions aide aide-memoire aide-mémoire newsletter input input/session session sessions workshop workshops document sop sops toolkit app checklist circular memo message messages this these it work project software database post posts intranet governance pilot'.split(
    ' ',
  ),
);
