import { addDays, type Day, isAfter, isBefore } from './day.ts';
import { openDuties } from './open-duties.ts';
import type { Duty, Row } from './row.ts';
import { attentionOn, type Standing, soonDays, standingOf, standingOfDeadline } from './standing.ts';

/** What needs somebody today, the most urgent first: where a recommendation stands, or what waits beside that. */
const pressingGroups = [
  'response-overdue',
  'lapsed',
  'response-due-soon',
  'due-soon',
  'window-open',
  'no-date',
  'proposed-for-closure',
  'date-proposed',
  'publication',
  'paused',
  'awaiting-response',
] as const;

export type PressingGroup = (typeof pressingGroups)[number];

/**
 * One recommendation of a group. `duty` is what puts it there (nothing does where closing it is to be decided), `since` the day it is
 * ranked by, and `also` what else of it needs attention today.
 */
export type Pressing = { row: Row; duty: Duty | undefined; since: Day; also: readonly Duty[] };

/** A group with how many there are, whether any of them is late, and the first few. */
export type Pressed = { group: PressingGroup; count: number; isLate: boolean; first: readonly Pressing[] };

type Found = Omit<Pressing, 'also'> & { isLate: boolean };

const standingGroups: ReadonlySet<Standing> = new Set(
  pressingGroups.filter((each) => each !== 'date-proposed' && each !== 'publication'),
);

/**
 * What needs somebody on a day, out of all there is: each group counted exactly, and the `most` lines of it that have waited longest or
 * fall due first. A recommendation is counted once where it stands, so that the count is that of the list of all that stand so, and once
 * more where another date or the publication of its response is to be seen to. Of those that await a response only those without a day
 * count, because nothing else will ever bring them up; a publication from 14 days before its last day, also once the recommendation is
 * closed, which does not end the duty to publish (Police Reform Act 2002, Schedule 3, paragraph 28B(5)).
 *
 * @example responded 20 November 2020, closed 8 December: its publication, due 10 December, counts until it is recorded
 */
export function pressingOn(rows: readonly Row[], today: Day, most = 10): Pressed[] {
  const soon = addDays(today, soonDays);
  const groups = new Map<PressingGroup, { count: number; isLate: boolean; first: Found[] }>();
  const add = (group: PressingGroup, found: Found | undefined) => {
    if (!found) return;
    const held = groups.get(group) ?? { count: 0, isLate: false, first: [] };
    groups.set(group, held);
    held.count += 1;
    held.isLate ||= found.isLate;
    keepFirst(held.first, found, most);
  };
  for (const row of rows) {
    const standing = standingOf(row, row.duties, today);
    if (standing === 'withdrawn') continue;
    add('publication', foundFor(row, unpublished(row, soon), today));
    if (standing === 'closed') continue;
    if (standingGroups.has(standing)) add(standing as PressingGroup, foundAt(row, standing, today));
    if (row.dateProposed) add('date-proposed', proposedFor(row, today));
  }
  return pressingGroups.flatMap((group) => {
    const held = groups.get(group);
    return held ? [{ group, ...held, first: held.first.map((each) => withOthers(each, today)) }] : [];
  });
}

const unpublished = (row: Row, soon: Day): Duty[] =>
  row.duties.filter(
    ({ kind, state, dueOn }) =>
      kind === 'publication' && state === 'open' && dueOn !== null && !isAfter(dueOn, soon),
  );

function foundAt(row: Row, standing: Standing, today: Day): Found | undefined {
  if (standing === 'proposed-for-closure')
    return { row, duty: undefined, since: closureSince(row), isLate: false };
  const ofIt = openDuties(row.duties).filter((duty) => standingOfDeadline(duty, today) === standing);
  const those = standing === 'awaiting-response' ? ofIt.filter(({ dueOn }) => dueOn === null) : ofIt;
  return foundFor(row, those, today);
}

function foundFor(row: Row, duties: readonly Duty[], today: Day): Found | undefined {
  const [duty] = duties.toSorted((a, b) => (rankedBy(a, today) < rankedBy(b, today) ? -1 : 1));
  return duty && { row, duty, since: rankedBy(duty, today), isLate: isLateOn(duty, today) };
}

// That its date has passed does not make the decision late.
function proposedFor(row: Row, today: Day): Found | undefined {
  const found = foundFor(row, openDuties(row.duties), today);
  return found && { ...found, isLate: false };
}

const isLateOn = ({ lateAfterOn, pausedOn }: Duty, today: Day): boolean =>
  pausedOn === null && lateAfterOn !== null && isAfter(today, lateAfterOn);

const rankedBy = (duty: Duty, today: Day): Day =>
  duty.pausedOn ?? (isLateOn(duty, today) ? duty.lateAfterOn : duty.dueOn) ?? duty.anchorOn;

/** Since when closing is to be decided: it was proposed, or the last thing that was waited for was done. */
const closureSince = ({ closure, duties, madeOn }: Row): Day =>
  closure?.proposedOn ??
  duties.reduce((last, { metOn }) => (metOn && isAfter(metOn, last) ? metOn : last), madeOn);

const ranked = (a: Found, b: Found): number => {
  if (a.since !== b.since) return isBefore(a.since, b.since) ? -1 : 1;
  if (a.row.reference !== b.row.reference) return a.row.reference < b.row.reference ? -1 : 1;
  return a.row.number - b.row.number;
};

// Of thousands only a few are ever shown, so the rest is not sorted.
function keepFirst(first: Found[], found: Found, most: number): void {
  const at = first.findIndex((each) => ranked(found, each) < 0);
  first.splice(at === -1 ? first.length : at, 0, found);
  if (first.length > most) first.pop();
}

function withOthers({ row, duty, since }: Found, today: Day): Pressing {
  const also = openDuties(row.duties).filter((each) => each !== duty && !isAfter(attentionOn(each), today));
  return { row, duty, since, also };
}
