import { addDays, type Day, isAfter, later } from './day.ts';
import type { Deadline, Role } from './deadline.ts';
import { decide, nextActionOn, type People, settle } from './night.ts';
import type { Calendar } from './stages.ts';

/** What one night sends about one deadline: whom it tells of which stages, by one plan and not by the other. */
export type PreviewLine = {
  on: Day;
  deadlineId: string;
  caseId: string;
  reference: string;
  number: number;
  which: 'added' | 'left-out';
  /** In the order owner, manager, chair. */
  reminders: { role: Role; stage: string }[];
};

/** What the nights of a time would send if the stages were changed, against what they will send if not. */
export type Preview = {
  from: Day;
  until: Day;
  /** Reminders only under the new plan, only under the old, and under both; a mail carries all that one person is told in one night. */
  added: number;
  leftOut: number;
  same: number;
  mailsBefore: number;
  mailsAfter: number;
  /** What differs, by day and reference. */
  lines: PreviewLine[];
};

type Told = { on: Day; deadline: Deadline; recipientId: string; role: Role; stage: string };

/** One deadline with the people it concerns. */
export type Subject = { deadline: Deadline; people: People };

/**
 * Lives the nights from a day until another (both counted) twice, by the stages as they are and as they would be, and compares what
 * each would send. Nothing else is supposed to happen meanwhile: every night runs, nobody does what they promised, nobody leaves.
 */
export function previewOf(
  subjects: readonly Subject[],
  from: Day,
  until: Day,
  before: Calendar,
  after: Calendar,
): Preview {
  const told = (calendar: Calendar) => subjects.flatMap((subject) => toldOf(subject, from, until, calendar));
  const [old, now] = [told(before), told(after)];
  const [oldNames, newNames] = [old, now].map((each) => new Set(each.map(nameOf))) as [
    Set<string>,
    Set<string>,
  ];
  const added = now.filter((each) => !oldNames.has(nameOf(each)));
  const leftOut = old.filter((each) => !newNames.has(nameOf(each)));
  return {
    from,
    until,
    added: added.length,
    leftOut: leftOut.length,
    same: now.length - added.length,
    mailsBefore: mailsIn(old),
    mailsAfter: mailsIn(now),
    lines: [...linesOf(added, 'added'), ...linesOf(leftOut, 'left-out')].toSorted(byDayAndReference),
  };
}

const nameOf = ({ on, deadline, recipientId, role, stage }: Told) =>
  [on, deadline.id, recipientId, role, stage].join(' ');

const mailsIn = (told: readonly Told[]): number =>
  new Set(told.map(({ on, recipientId }) => `${on} ${recipientId}`)).size;

/** What a deadline's people are told night by night. Only nights on which there may be something to say are looked at. */
function toldOf({ deadline, people }: Subject, from: Day, until: Day, calendar: Calendar): Told[] {
  const told: Told[] = [];
  let standing = deadline;
  let on = from;
  while (!isAfter(on, until)) {
    const decision = decide(standing, people, on, calendar);
    for (const { line, recipient } of 'reminders' in decision ? decision.reminders : []) {
      standing = settle(standing, line);
      told.push({ on, deadline, recipientId: recipient.id, role: line.role, stage: line.stage });
    }
    on = later(addDays(on, 1), nextActionOn(standing, people, calendar));
  }
  return told;
}

function linesOf(told: readonly Told[], which: 'added' | 'left-out'): PreviewLine[] {
  const byNight = Map.groupBy(told, ({ on, deadline }) => `${on} ${deadline.id}`);
  return [...byNight.values()].map((each) => {
    const { on, deadline } = each[0]!;
    const { id: deadlineId, caseId, reference, number } = deadline;
    return {
      on,
      deadlineId,
      caseId,
      reference,
      number,
      which,
      reminders: each.map(({ role, stage }) => ({ role, stage })),
    };
  });
}

const sortKey = ({ on, reference, number, deadlineId, which }: PreviewLine) =>
  [on, reference, String(number).padStart(3, '0'), deadlineId, which].join(' ');

const byDayAndReference = (a: PreviewLine, b: PreviewLine) => (sortKey(a) < sortKey(b) ? -1 : 1);
