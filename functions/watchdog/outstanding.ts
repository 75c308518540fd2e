import { type Day, inWords, inWordsWithWeekday, isAfter } from '../../shared/domain/day.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { type Pressed, type Pressing, type PressingGroup, pressingOn } from '../../shared/domain/pressing.ts';
import type { Duty, Row } from '../../shared/domain/row.ts';
import { dated, daysLate } from '../../shared/mail/counting.ts';
import type { Outstanding } from '../../shared/mail/summary-attention.ts';
import { caseKey } from '../../shared/store/keys.ts';
import { heldDeadlines } from '../../shared/store/open-deadlines.ts';
import { readMany } from '../../shared/store/read.ts';
import type { Table } from '../../shared/store/table.ts';

const mostNamed = 10;

/** What is late or is to be decided or checked is named before what is only coming, however much of that there is. */
const namedFirst: readonly PressingGroup[] = [
  'response-overdue',
  'lapsed',
  'proposed-for-closure',
  'date-proposed',
  'publication',
];

/**
 * What needs somebody on a day, counted as the first page counts it, so that neither says that nothing does while the other lists something;
 * with the ten most urgent by name. And what is held back, which is never much, because a hold ends within days.
 */
export async function outstandingOn(table: Table, rows: readonly Row[], today: Day): Promise<Outstanding> {
  const groups = pressingOn(rows, today, mostNamed);
  return {
    counts: groups.map(({ group, count }) => ({ group, count })),
    mostUrgent: groups
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .flatMap(({ group, first }) => first.map((each) => saidOf(group, each, today)))
      .slice(0, mostNamed),
    held: await heldOn(table, today),
  };
}

const rankOf = ({ group }: Pressed): number => namedFirst.indexOf(group) + 1 || namedFirst.length + 1;

const saidOf = (group: PressingGroup, line: Pressing, today: Day) => {
  const { caseId, number, reference } = line.row;
  return { caseId, number, reference, says: saysOf[group](line, today) };
};

const closureSays = ({ row, since }: Pressing) =>
  `${row.closure ? 'Proposed for closure' : 'Nothing is left to wait for'} since ${inWords(since)}: decide whether to close.`;

/** A duty that puts a recommendation where it stands is there, and has its days: only what waits for a decision has none. */
const ofDuty = (says: (duty: Duty, today: Day) => string) => (line: Pressing, today: Day) =>
  says(line.duty!, today);

const saysOf: Record<PressingGroup, (line: Pressing, today: Day) => string> = {
  'response-overdue': ofDuty(
    ({ lateAfterOn }, today) => `Response overdue, ${daysLate(lateAfterOn!, today)}.`,
  ),
  lapsed: ofDuty(({ lateAfterOn }, today) => `Promise lapsed, ${daysLate(lateAfterOn!, today)}.`),
  'response-due-soon': ofDuty((duty, today) => `Response due by ${dated(dayToCome(duty, today), today)}.`),
  'due-soon': ofDuty((duty, today) => `Update due by ${dated(dayToCome(duty, today), today)}.`),
  'window-open': ofDuty(({ dueOn }, today) => `Window open, update due by ${dated(dueOn!, today)}.`),
  'no-date': () => 'An update is waited for, and no date is set for it.',
  'proposed-for-closure': closureSays,
  'date-proposed': () => 'Another date is proposed: decide on it.',
  publication: ofDuty(({ lateAfterOn }, today) =>
    isAfter(today, lateAfterOn!)
      ? `Publication by the IOPC not recorded, ${daysLate(lateAfterOn!, today)}.`
      : `Publication by the IOPC due by ${dated(lateAfterOn!, today)}.`,
  ),
  paused: ({ since }) => `Paused for judicial review since ${inWords(since)}.`,
  'awaiting-response': () => 'A response is asked for, and no date is set for it.',
};

/** Of two days by which something is asked for the one that is still to come. */
const dayToCome = ({ dueOn, lateAfterOn }: Duty, today: Day): Day =>
  isAfter(today, dueOn!) ? lateAfterOn! : dueOn!;

async function heldOn(table: Table, today: Day): Promise<Outstanding['held']> {
  const held = await heldDeadlines(table, today);
  const cases = await readMany(
    table,
    'case',
    held.map(({ caseId }) => caseKey(caseId)),
  );
  const references = new Map(cases.map(({ id, reference }) => [id, reference]));
  return held.map((deadline) => {
    const { caseId, number } = deadline;
    return { caseId, number, reference: references.get(caseId) ?? caseId, says: heldInWords(deadline) };
  });
}

const heldInWords = ({ hold }: Deadline): string =>
  `Until ${inWordsWithWeekday(hold!.until)}: “${hold!.why}” Nobody is reminded before, unless you release it.`;
