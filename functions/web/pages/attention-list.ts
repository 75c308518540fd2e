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
};

type GroupTitle = { short: string; long: string };

const own: Partial<Record<Standing, GroupTitle>> = {
  'proposed-for-closure': {
    short: 'Decide whether to close',
    long: 'Nothing left to wait for: decide whether to close',
  },
  'awaiting-response': { short: 'No date for a response', long: 'Awaiting a response that has no date' },
};

/** What each group is called: over its count, and over its rows. */
export const groupTitles = Object.fromEntries(
  Object.entries(standings).map(([standing, words]) => [
    standing,
    own[standing as Standing] ?? { short: words, long: words },
  ]),
) as Record<Standing, GroupTitle>;

/** Last, because no law or page sets a day for it. */
const order = [...Object.keys(standings).filter((each) => each !== 'awaiting-response'), 'awaiting-response'];

/** The most that is grouped on one page; what is beyond is a page further on. */
const mostReads = 5;

/** What is late already, by law or by promise. */
export const isLate = (standing: Standing): boolean =>
  standing === 'response-overdue' || standing === 'lapsed';

/** What needs attention today by its standing, the most urgent first; within a group the longest-standing first. */
export async function gatherAttention(
  table: Table,
  today: Day,
  cursor: string | undefined,
): Promise<{ groups: ReadonlyMap<Standing, AttentionRow[]>; next: string | undefined }> {
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
  const grouped = Map.groupBy(found, (each) => standingFor(each, today));
  const sorted = [...grouped].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return {
    groups: new Map(
      sorted.map(([key, each]) => [key, each.map((item) => rowOf(item, today, cases, contacts))]),
    ),
    next,
  };
}

const recordOf = (each: Attention) => ('deadline' in each ? each.deadline : each.recommendation);

const standingFor = (each: Attention, today: Day): Standing =>
  'deadline' in each ? standingOfDeadline(each.deadline, today) : 'proposed-for-closure';

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
    when:
      'deadline' in each
        ? whenDue(each.deadline, today)
        : whenProposed(each.recommendation.closureProposedOn, today),
    owner: owner ? personInWords(owner) : '',
    trouble: ownerTrouble(ownerId, contacts),
  };
}

const whenProposed = (on: string | undefined, today: Day): When => ({
  date: on ? `Since ${inWordsWithWeekday(on as Day)}` : '',
  distance: on ? fromToday(on as Day, today) : '',
});

const longestPromise = 100;

function promiseOf(each: Attention): string | undefined {
  if (!('deadline' in each) || each.deadline.kind === 'response' || each.deadline.dueOn === null)
    return undefined;
  const { basis } = each.deadline;
  return basis.length > longestPromise ? `${basis.slice(0, longestPromise).trimEnd()}…` : basis;
}
