import * as z from 'zod';
import { learningCase } from './case.ts';
import { day } from './day.ts';
import { type Deadline, deadline } from './deadline.ts';
import { type Link, type LinkKind, linkKinds } from './link.ts';
import type { Proposal } from './proposal.ts';
import { type Recommendation, recommendation } from './recommendation.ts';
import { quotesPromise } from './update-deadline.ts';

const longestStart = 160;
const longestPromise = 100;

const duty = deadline
  .pick({
    id: true,
    kind: true,
    sequence: true,
    state: true,
    opensOn: true,
    dueOn: true,
    lateAfterOn: true,
    lawOn: true,
    publishedOn: true,
    pausedOn: true,
    anchorOn: true,
    plannedFromOn: true,
    moved: true,
    firstDueOn: true,
    metOn: true,
    awaits: true,
    hold: true,
    madeIn: true,
    cause: true,
    ownerId: true,
    boardId: true,
  })
  .extend({
    /** The beginning of what was promised, in its own words, where the duty quotes any. */
    promise: z.string().optional(),
  });

/** What the rows of a case have in common. Kept apart from them, so that correcting a case writes one record. */
export const caseRow = learningCase.pick({
  reference: true,
  forceReference: true,
  title: true,
  source: true,
  topics: true,
  madeOn: true,
});

/** One recommendation as a list needs it. Kept beside the records it is made from and written in the same transaction as they are. */
export const recommendationRow = recommendation
  .pick({
    caseId: true,
    number: true,
    addressee: true,
    ownerId: true,
    boardId: true,
    priority: true,
    theme: true,
    acceptance: true,
    closure: true,
    withdrawn: true,
    group: true,
  })
  .extend({
    /** The beginning of what was recommended. */
    start: z.string(),
    /** Every different word of what was recommended and promised, in small letters: what a search looks through. */
    words: z.string(),
    closed: z.object({ on: day }).optional(),
    duties: z.array(duty),
    /** Another date is proposed, and waits to be decided. */
    dateProposed: z.boolean(),
    links: z.array(
      z.object({ kind: z.enum(Object.keys(linkKinds) as [LinkKind, ...LinkKind[]]), ref: z.string() }),
    ),
  });

export type Duty = z.infer<typeof duty>;
export type CaseRow = z.infer<typeof caseRow>;
export type RecommendationRow = z.infer<typeof recommendationRow>;

/** A line of the list: a recommendation with what it shares with the others of its case. */
export type Row = RecommendationRow & CaseRow;

type Looked = {
  recommendation: Recommendation;
  deadlines: readonly Deadline[];
  proposals: readonly Pick<Proposal, 'state'>[];
  links: readonly Pick<Link, 'kind' | 'ref' | 'removed'>[];
};

/** The row of one recommendation. Says what the records say and nothing of any day: where it stands is worked out when it is read. */
export function rowOf({ recommendation, deadlines, proposals, links }: Looked): RecommendationRow {
  const { caseId, number, addressee, ownerId, boardId, priority, theme } = recommendation;
  const { acceptance, closure, closed, withdrawn, group, text } = recommendation;
  const promises = deadlines.filter(quotesPromise).map(({ basis }) => basis);
  return {
    ...{
      caseId,
      number,
      addressee,
      ownerId,
      boardId,
      priority,
      theme,
      acceptance,
      closure,
      withdrawn,
      group,
    },
    ...(closed ? { closed: { on: closed.on } } : {}),
    start: beginning(text, longestStart),
    words: wordsIn([text, ...promises]),
    duties: deadlines.map(dutyOf),
    dateProposed: proposals.some(({ state }) => state === 'waiting'),
    links: links.filter(({ removed }) => !removed).map(({ kind, ref }) => ({ kind, ref })),
  };
}

function dutyOf(deadline: Deadline): Duty {
  const kept = duty.parse(deadline);
  return quotesPromise(deadline) ? { ...kept, promise: beginning(deadline.basis, longestPromise) } : kept;
}

// Cut between whole characters, on one line.
function beginning(text: string, longest: number): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > longest
    ? `${characters.slice(0, longest).join('').trimEnd()}…`
    : characters.join('');
}

/**
 * Every different word of some texts, in small letters and in the order they first come, so that a word is found by how it begins.
 *
 * @example wordsIn(['Review searches of young people.', 'We will review them.']) → 'review searches of young people we will them'
 */
export const wordsIn = (texts: readonly string[]): string =>
  [...new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))].join(' ');
