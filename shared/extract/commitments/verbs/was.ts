import { phraseAt } from '../text/phrases.ts';
import { wordAt } from '../text/tokens.ts';
import { isParticipleOfChange } from './lexicon.ts';
import { plans, undone } from './plans.ts';
import { among, type Clause, pastAdverbs, type VerbRead } from './verb.ts';

/** "The policy was amended on 3 November", "the audit was now complete"; what was due or planned then is no promise now. */
export function was(clause: Clause, at: number): VerbRead {
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
  const met = word === 'held' && among(tokens, clause.from, at, occasions);
  if (!isParticipleOfChange(word) || (stories.has(word) && !met)) return no;
  if (wordAt(tokens, clause.from) === 'no') return no;
  const remedied =
    met ||
    ((among(tokens, clause.from, at, remedies) || taught(clause, at, word)) &&
      clause.subject(at) !== 'relative');
  return { sense: remedied || told ? 'done' : 'no', next: after + 1 };
}

const occasions = new Set(
  'session sessions workshop workshops event events seminar briefing briefings training day days'.split(' '),
);
const learners = new Set(
  'staff officers supervisors sergeants inspectors handlers operators teams personnel'.split(' '),
);
const lessons = new Set('briefed reminded trained retrained updated instructed emailed tasked'.split(' '));

/** "All staff were briefed": done for people rather than to a thing; but "officers were tasked to search" is a story. */
const taught = ({ tokens, from }: Clause, at: number, word: string) =>
  lessons.has(word) && among(tokens, from, at, learners) && among(tokens, from, at, everyone);
const everyone = new Set(['all', 'both', 'these', 'relevant', 'our']);

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
const remedies = new Set(
  'policy policies procedure procedures training guidance review reviews recommendation recommendations action actions audit audits process processes form template templates system systems briefing briefings email emails reminder communication communications bulletin learning course package module framework strategy plan protocol instruction instructions aide aide-memoire aide-mémoire newsletter input input/session session sessions workshop workshops document sop sops toolkit app checklist circular memo message messages this these it work project arrangements changes measures improvements equipment scheme log logs template contract tender business bid funding proposal proposals plan software database post posts intranet governance pilot'.split(
    ' ',
  ),
);
