import { type Day, inWords, inWordsWithWeekday } from '../../shared/domain/day.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { type Standing, standingOfDeadline } from '../../shared/domain/standing.ts';
import { daysLate } from '../../shared/mail/counting.ts';
import type { Outstanding } from '../../shared/mail/summary.ts';
import { caseKey } from '../../shared/store/keys.ts';
import { type Attention, listAttention } from '../../shared/store/lists.ts';
import { heldDeadlines } from '../../shared/store/open-deadlines.ts';
import { readMany } from '../../shared/store/read.ts';
import type { Table } from '../../shared/store/table.ts';

// In the order of urgency, which is that of the first page.
const figures = {
  'response-overdue': 'overdue',
  lapsed: 'lapsed',
  'proposed-for-closure': 'toDecide',
  publication: 'unpublished',
} as const satisfies Partial<Record<Standing | 'publication', keyof Outstanding>>;

type Counted = keyof typeof figures;

const urgency = Object.keys(figures) as Counted[];

const lateWords = {
  'response-overdue': 'Response overdue',
  lapsed: 'Promise lapsed',
  publication: 'Publication by the IOPC not recorded',
} as const satisfies Partial<Record<Counted, string>>;

const mostNamed = 10;

type Saying = { caseId: string; number: number; says: string };
type Urgent = Saying & { standing: Counted };

/**
 * Counts what is overdue, lapsed, waits for a decision or should have been published by a day, whatever its number, and names the ten most
 * urgent; and names what is held back, which is never much, because a hold ends within days.
 */
export async function outstandingOn(table: Table, today: Day): Promise<Outstanding> {
  const counts = { overdue: 0, lapsed: 0, toDecide: 0, unpublished: 0 };
  // The list has the longest-standing first, and the sorting keeps that order within a standing.
  let urgent: Urgent[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAttention(table, today, cursor);
    const found = page.items.flatMap((each) => urgentOf(each, today));
    for (const { standing } of found) counts[figures[standing]] += 1;
    urgent = [...urgent, ...found]
      .toSorted((a, b) => urgency.indexOf(a.standing) - urgency.indexOf(b.standing))
      .slice(0, mostNamed);
    cursor = page.next;
  } while (cursor);
  const inHold = (await heldDeadlines(table, today)).map(heldInWords);
  return {
    ...counts,
    mostUrgent: await withReferences(table, urgent),
    held: await withReferences(table, inHold),
  };
}

function heldInWords({ caseId, number, hold }: Deadline): Saying {
  const says = `Until ${inWordsWithWeekday(hold!.until)}: “${hold!.why}” Nobody is reminded before, unless you release it.`;
  return { caseId, number, says };
}

function urgentOf(each: Attention, today: Day): Urgent[] {
  if ('deadline' in each) {
    const { caseId, number, lateAfterOn, kind } = each.deadline;
    const found = standingOfDeadline(each.deadline, today);
    if ((found !== 'response-overdue' && found !== 'lapsed') || lateAfterOn === null) return [];
    // It is neither a response nor a promise, but late all the same: liaison staff look whether it is done.
    const standing = kind === 'publication' ? kind : found;
    const says = `${lateWords[standing]}, ${daysLate(lateAfterOn, today)}.`;
    return [{ standing, caseId, number, says }];
  }
  if ('proposal' in each) {
    const { caseId, number, proposedOn } = each.proposal;
    const says = `Another date has been proposed since ${inWords(proposedOn)}: decide on it.`;
    return [{ standing: 'proposed-for-closure', caseId, number, says }];
  }
  const { caseId, number, closure } = each.recommendation;
  const since = closure ? ` since ${inWords(closure.proposedOn)}` : '';
  const says = `Proposed for closure${since}: decide whether to close.`;
  return [{ standing: 'proposed-for-closure', caseId, number, says }];
}

async function withReferences(table: Table, urgent: Saying[]): Promise<Outstanding['mostUrgent']> {
  const cases = await readMany(
    table,
    'case',
    urgent.map(({ caseId }) => caseKey(caseId)),
  );
  const references = new Map(cases.map(({ id, reference }) => [id, reference]));
  return urgent.map(({ caseId, number, says }) => ({
    caseId,
    number,
    reference: references.get(caseId) ?? caseId,
    says,
  }));
}
