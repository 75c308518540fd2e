import { type Token, wordAt } from '../text/tokens.ts';
import { be, past, present } from './being.ts';
import { duties, duty } from './duty.ts';
import { may, maybes, refusal, refusals, will, wills, would } from './future.ts';
import { have, haves } from './having.ts';
import { toBe } from './infinitive.ts';
import { intend, intents } from './intending.ts';
import { pastsOfChange } from './lexicon.ts';
import { stand, stands } from './standing.ts';
import { type Subject, subjectOf } from './subject.ts';
import { subjunctive } from './subjunctive.ts';
import { accept, accepting, acted, asks, began, begin, happen, happened, recommend } from './telling.ts';

import { among, reach, type Sense, type VerbRule } from './verb.ts';
import { withDone } from './with-done.ts';

/** A verb in its sentence. */
export type Verb = {
  /** Where its clause begins, where the verb begins, and the place after it. */
  readonly from: number;
  readonly at: number;
  readonly next: number;
  readonly sense: Sense;
  readonly subject: Subject;
  /** In "once this is complete": it says when, and nothing more. */
  readonly condition: boolean;
};

/** The grammar of verbs, in order, each row with the words it may begin with; the first that reads something wins. */
const rows: readonly (readonly [VerbRule, Iterable<string>])[] = [
  [will, wills],
  [would, ['would']],
  [refusal, refusals],
  [may, maybes],
  [have, haves],
  [be, [...present, ...past, 'being']],
  [subjunctive, ['be']],
  [withDone, ['with']],
  [intend, intents.keys()],
  [toBe, ['to']],
  [duty, duties],
  [stand, stands],
  [recommend, asks],
  [accept, accepting],
  [acted, pastsOfChange],
  [begin, began],
  [happen, happened.keys()],
];

const rulesFor = new Map<string, VerbRule[]>();
for (const [rule, openers] of rows) {
  for (const word of openers) rulesFor.set(word, [...(rulesFor.get(word) ?? []), rule]);
}

const breaks = new Set([',', ':', '(', ')', '"', '-', 'and', 'but', 'or', 'then', 'however']);
const joints = new Set(
  'which who whom once when after until if whether unless before because although though while whilst where as since so provided following'.split(
    ' ',
  ),
);
const conditions = new Set(
  'once when after until if whether unless before where provided following'.split(' '),
);
const reports = new Set(
  'said says heard understood reports noted advised explained confirmed confirm stated reported assured told outlined agreed indicated informed promised hoped stating saying replied responded added clarified reassured'.split(
    ' ',
  ),
);

const demands = new Set('should recommend recommends recommended must'.split(' '));

const untilThen = new Set('once after until before provided following'.split(' '));

/** "Once approved the SOP will be shared": no condition of time has a "will" of its own, so the sentence has gone on. */
const outgrown = (tokens: readonly Token[], from: number, at: number): boolean =>
  untilThen.has(wordAt(tokens, from)) && wills.has(wordAt(tokens, at));

/** Every verb that says something of a promise, from left to right, and for each token where its clause begins. */
export function verbsIn(tokens: readonly Token[]): { verbs: Verb[]; clauses: number[] } {
  const verbs: Verb[] = [];
  const clauses: number[] = [];
  let from = 0;
  let reported = false;
  let asked = false;
  for (let at = 0; at < tokens.length; at += 1) {
    from = clauseAt(tokens, at, from);
    clauses[at] = from;
    const verb = verbAt(tokens, at, from, { reported, asked }, verbs.at(-1));
    asked ||= demands.has(wordAt(tokens, at)) && verb?.sense === 'no';
    reported ||= among(tokens, at, verb?.next ?? at + 1, reports);
    if (!verb) continue;
    verbs.push(verb);
    for (let inside = at + 1; inside < Math.min(verb.next, tokens.length); inside += 1)
      clauses[inside] = from;
    at = Math.max(at, verb.next - 1);
  }
  return { verbs, clauses };
}

function clauseAt(tokens: readonly Token[], at: number, from: number): number {
  const { word, gap } = tokens[at]!;
  if (joints.has(word)) return at;
  const before = tokens[at - 1];
  if (!before) return 0;
  if (before.word === '-' && (before.gap === 'none' || gap === 'none')) return from;
  if (before.word === 'that' && at - 1 > from) return at;
  return breaks.has(before.word) ? at : from;
}

function verbAt(
  tokens: readonly Token[],
  at: number,
  from: number,
  said: { readonly reported: boolean; readonly asked: boolean },
  last: Verb | undefined,
): Verb | null {
  const rules = rulesFor.get(wordAt(tokens, at));
  if (!rules) return null;
  const subject = (verb: number): Subject => {
    const own = subjectOf(tokens, Math.max(from, verb - reach), verb);
    return own === 'empty' && last && last.subject !== 'relative' ? last.subject : own;
  };
  const clause = { tokens, from, ...said, subject, fresh: !last || last.from !== from };
  for (const rule of rules) {
    const read = rule(clause, at);
    if (!read) continue;
    const condition = conditions.has(wordAt(tokens, from)) && from < at && !outgrown(tokens, from, at);
    return {
      from,
      at,
      next: Math.max(read.next, at + 1),
      sense: read.sense,
      subject: subject(at),
      condition,
    };
  }
  return null;
}
