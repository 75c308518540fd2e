import * as z from 'zod';
import { type Contact, isLive } from './contact.ts';
import { type Day, day, earlier } from './day.ts';
import { type Deadline, type Role, roles } from './deadline.ts';
import type { MailLine } from './mail.ts';
import { type Calendar, dueStage, isEverTold, nextStage } from './stages.ts';

/** Why an examined deadline led to no reminder. */
export const skips = {
  'not-yet': 'Nothing to say today (already mailed, or not a working day)',
  'no-owner': 'Nobody owns it',
  'owner-unreachable': 'The owner has left or their mail bounces',
} as const;

export type Skip = keyof typeof skips;

/**
 * The statement of one run. It balances when every deadline examined was planned, skipped for a reason, or failed:
 * examined = reminded + skipped + failed. Kept for ever, also when nothing was due.
 */
export const night = z.object({
  id: z.string(),
  plannedOn: day,
  /** When the schedule meant it to start; a run started by hand has none. */
  scheduledAt: z.string().optional(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  examined: z.int(),
  reminded: z.int(),
  mails: z.int(),
  reminders: z.int(),
  skipped: z.partialRecord(z.enum(Object.keys(skips) as [Skip, ...Skip[]]), z.int()),
  failed: z.int(),
  /** Of earlier nights' mails: handed to the sender again, of those a second time for want of news, left to a person, never confirmed. */
  requeued: z.int(),
  sentAgain: z.int(),
  needHuman: z.int(),
  unconfirmed: z.int(),
});

export type Night = z.infer<typeof night>;

export const balances = (statement: Night): boolean =>
  statement.examined ===
  statement.reminded +
    statement.failed +
    Object.values(statement.skipped).reduce((sum, count) => sum + count, 0);

/** A reminder to be planned for a deadline: its line in the recipient's mail. */
export type PlannedReminder = { deadline: Deadline; people: People; recipient: Contact; line: MailLine };

export type Decision = { skip: Skip } | { reminders: PlannedReminder[] };

/** The people a deadline's mails go to, by role. Only the owner is indispensable. */
export type People = Partial<Record<Role, Contact>>;

// Somebody with two roles is told once, in the first of them: an owner who chairs the board is not copied their own mail.
const tellable = (people: People): Role[] =>
  roles.filter(
    (role, index) =>
      role === 'owner' ||
      (isLive(people[role]) &&
        !roles.slice(0, index).some((first) => people[first]?.id === people[role]?.id)),
  );

/**
 * What a night does about one deadline: a pure function of the record, the people and the day, so that any night can be
 * run again for any day. The owner comes first; a manager or chair joins when the plan says so.
 */
export function decide(deadline: Deadline, people: People, today: Day, calendar: Calendar): Decision {
  if (!people.owner) return { skip: 'no-owner' };
  if (!isLive(people.owner)) return { skip: 'owner-unreachable' };
  const reminders = tellable(people).flatMap((role) => remind(deadline, role, people, today, calendar));
  return reminders.length > 0 ? { reminders } : { skip: 'not-yet' };
}

function remind(
  deadline: Deadline,
  role: Role,
  people: People,
  today: Day,
  calendar: Calendar,
): PlannedReminder[] {
  const recipient = people[role];
  const due = isLive(recipient) && dueStage(deadline, role, today, calendar);
  if (!due) return [];
  const { id: deadlineId, caseId, number, revision } = deadline;
  const { key: stage, on: stageOn } = due.stage;
  const coalesced = due.coalesced.map((older) => older.key);
  const line = {
    deadlineId,
    caseId,
    number,
    revision,
    stage,
    role,
    stageOn,
    mailOn: due.meantOn,
    late: due.late,
    coalesced,
  };
  return [{ deadline, people, recipient, line }];
}

/** The deadline once a role has been told of a stage. Settling is per role: each role's mail is saved by itself. */
export const settle = (deadline: Deadline, line: MailLine): Deadline => ({
  ...deadline,
  settledThrough: { ...deadline.settledThrough, [line.role]: line.stageOn },
});

/** The next day on which anybody hears of the deadline: what the agenda is sorted by. */
export function nextActionOn(deadline: Deadline, people: People, calendar: Calendar): Day {
  const days = tellable(people)
    .filter((role) => isEverTold(deadline, role, calendar))
    .map((role) => nextStage(deadline, role, calendar).mailOn);
  return days.reduce(earlier);
}
