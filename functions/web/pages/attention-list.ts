import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { type Standing, standingOfDeadline, standings } from '../../../shared/domain/standing.ts';
import { fromToday } from '../../../shared/mail/counting.ts';
import { type Attention, listAttention } from '../../../shared/store/lists.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type When, whenDue } from './deadline-words.ts';
import {
  type Cases,
  type Contacts,
  casesNamed,
  contactsNamed,
  ownerTrouble,
  personInWords,
} from './names.ts';

/** One line of the list. `trouble` says why nobody can be reminded. */
export type AttentionRow = {
  caseId: string;
  number: number;
  reference: string;
  title: string;
  /** What was promised, in its own words, where the line is about a promise. */
  promise: string | undefined;
  when: When;
  owner: string;
  trouble: string | undefined;
  /** Late already, by law or by promise. */
  isLate: boolean;
};

type GroupTitle = { short: string; long: string };

/** What the rows of a group have in common: a standing, another date to decide on, or a response that the IOPC is to publish. */
export type Group = Standing | 'date-proposed' | 'publication';

const own: Partial<Record<Group, GroupTitle>> = {
  'proposed-for-closure': {
    short: 'Decide whether to close',
    long: 'Proposed for closure: decide whether to close',
  },
  'awaiting-response': { short: 'No date for a response', long: 'Awaiting a response that has no date' },
};

const beside: Record<Exclude<Group, Standing>, GroupTitle> = {
  'date-proposed': { short: 'Decide on another date', long: 'Another date is proposed: decide on it' },
  publication: { short: 'Check publication', long: 'Check that the response has been published' },
};

/** What each group is called: over its count, and over its rows. */
export const groupTitles = {
  ...Object.fromEntries(
    Object.entries(standings).map(([standing, words]) => [
      standing,
      own[standing as Standing] ?? { short: words, long: words },
    ]),
  ),
  ...beside,
} as Record<Group, GroupTitle>;

/** Last, because no law or page sets a day for it. */
const order = [
  ...Object.keys(standings).filter((each) => each !== 'awaiting-response'),
  ...Object.keys(beside),
  'awaiting-response',
];

/** The most that is grouped on one page; what is beyond is a page further on. */
const mostReads = 5;

function isLate(each: Attention, today: Day): boolean {
  if (!('deadline' in each)) return false;
  const standing = standingOfDeadline(each.deadline, today);
  return standing === 'response-overdue' || standing === 'lapsed';
}

/** What needs attention today by its standing, the most urgent first; within a group the longest-standing first. */
export async function gatherAttention(
  table: Table,
  today: Day,
  cursor: string | undefined,
): Promise<{ groups: ReadonlyMap<Group, AttentionRow[]>; next: string | undefined }> {
  const found: Attention[] = [];
  let next = cursor;
  for (let reads = 0; reads < mostReads; reads++) {
    const page = await listAttention(table, today, next);
    found.push(...page.items);
    next = page.next;
    if (!next) break;
  }
  const [cases, contacts] = await Promise.all([
    casesNamed(
      table,
      found.map((each) => recordOf(each).caseId),
    ),
    contactsNamed(
      table,
      found.map((each) => recordOf(each).ownerId),
    ),
  ]);
  const grouped = Map.groupBy(found, (each) => groupOf(each, today));
  const sorted = [...grouped].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return {
    groups: new Map(
      sorted.map(([key, each]) => [key, each.map((item) => rowOf(item, today, cases, contacts))]),
    ),
    next,
  };
}

function recordOf(each: Attention): { caseId: string; number: number; ownerId?: string | undefined } {
  if ('deadline' in each) return each.deadline;
  return 'proposal' in each ? { ...each.proposal, ownerId: undefined } : each.recommendation;
}

function groupOf(each: Attention, today: Day): Group {
  if ('proposal' in each) return 'date-proposed';
  if (!('deadline' in each)) return 'proposed-for-closure';
  return each.deadline.kind === 'publication' ? 'publication' : standingOfDeadline(each.deadline, today);
}

function rowOf(each: Attention, today: Day, cases: Cases, contacts: Contacts): AttentionRow {
  const { caseId, number, ownerId } = recordOf(each);
  const learningCase = cases.get(caseId);
  const owner = ownerId ? contacts.get(ownerId) : undefined;
  return {
    caseId,
    number,
    reference: learningCase?.reference ?? caseId,
    title: learningCase?.title ?? '',
    promise: promiseOf(each),
    when: whenOf(each, today),
    owner: 'proposal' in each ? each.proposal.proposedBy : owner ? personInWords(owner, contacts) : '',
    trouble: 'proposal' in each ? undefined : ownerTrouble(ownerId, contacts),
    isLate: isLate(each, today),
  };
}

function whenOf(each: Attention, today: Day): When {
  if ('deadline' in each) return whenDue(each.deadline, today);
  return 'proposal' in each
    ? {
        date: `Proposed: ${inWordsWithWeekday(each.proposal.dueOn)}`,
        distance: fromToday(each.proposal.dueOn, today),
      }
    : whenProposed(each.recommendation.closure?.proposedOn, today);
}

const whenProposed = (on: Day | undefined, today: Day): When => ({
  date: on ? `Since ${inWordsWithWeekday(on)}` : '',
  distance: on ? fromToday(on, today) : '',
});

const longestPromise = 100;

function promiseOf(each: Attention): string | undefined {
  if ('proposal' in each) return shortened(each.proposal.why);
  if (!('deadline' in each)) return undefined;
  const { kind, dueOn, cause, basis } = each.deadline;
  return kind === 'update' && dueOn !== null && !cause ? shortened(basis) : undefined;
}

const shortened = (words: string) =>
  words.length > longestPromise ? `${words.slice(0, longestPromise).trimEnd()}…` : words;
