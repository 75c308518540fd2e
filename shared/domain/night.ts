import * as z from 'zod';
import { type Contact, isLive } from './contact.ts';
import { type Day, day, earlier } from './day.ts';
import { type Deadline, type Role, roles } from './deadline.ts';
import { heldOn } from './hold.ts';
import type { MailLine } from './mail.ts';
import { type Calendar, dueStage, isEverTold, nextStage } from './stages.ts';

/** Why an examined deadline led to no reminder. */
export const skips = {
  'not-yet': 'Nothing to say today (already mailed, or not a working day)',
  'no-owner': 'Nobody owns it',
  'owner-unreachable': 'The owner has left or their mail bounces',
  held: 'Liaison staff hold its reminders back until a day',
} as const;

export type Skip = keyof typeof skips;

/**
 * What became of the mails of earlier runs of which something was still to be heard. Each one found is in exactly one of the figures
 * that follow `found`.
 */
const outstanding = z.object({
  found: z.int(),
  /** Waiting to be sent, and to be handed to the sender again. */
  toHandOver: z.int(),
  /** Claimed, and no word of it for an hour: to be sent a second time. */
  sentAgain: z.int(),
  /** Tried as often as it may be, and nobody knows whether it was sent. */
  needHuman: z.int(),
  /** Sent, and its delivery not confirmed within three days. */
  unconfirmed: z.int(),
  /** Being sent, or sent and its delivery not yet confirmed. */
  waiting: z.int(),
  /** Dealt with by somebody else before this run came to it. */
  settled: z.int(),
  /** Could not be read or moved on; the next run finds it again. */
  failed: z.int(),
});

/**
 * The statement of one run: what it decided. It balances when nothing it looked at is left out (`differences`). Kept for ever, also when
 * nothing was due. What became of its mails afterwards is worked out from the mails themselves (account.ts).
 *
 * `examined`, `reminded`, `skipped` and `failed` count deadlines; `due`, `reminders`, `changed` and `notWritten` count reminders (one deadline
 * may be due a reminder to its owner and another to a manager); the rest count mails.
 */
export const night = z.object({
  id: z.string(),
  plannedOn: day,
  /** When the schedule meant it to start; a run started by hand has none. */
  scheduledAt: z.string().optional(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  examined: z.int(),
  /** Deadlines of which somebody was to be reminded. */
  reminded: z.int(),
  skipped: z.partialRecord(z.enum(Object.keys(skips) as [Skip, ...Skip[]]), z.int()),
  failed: z.int(),
  /** Reminders that were due: planned (`reminders`), no longer right when they were to be written (`changed`), or not written for a fault. */
  due: z.int(),
  reminders: z.int(),
  changed: z.int(),
  notWritten: z.int(),
  mails: z.int(),
  outstanding,
  /** The edition of the stage plans by which every open deadline stood on the agenda when the run began (docs/decisions/0015). */
  stagesEdition: z.int().default(1),
  /** Of this run's mails and those from before: given to the sender, left for a later run for want of quota, or not taken by the queue. */
  handedOver: z.int(),
  heldBack: z.int(),
  notHandedOver: z.int(),
});

export type Night = z.infer<typeof night>;
export type Outstanding = z.infer<typeof outstanding>;

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/**
 * What each equation of a statement leaves unexplained: nothing (0) where all is well.
 *
 * - deadlines: examined = reminded + skipped (for any reason) + failed
 * - reminders: due = planned + changed + not written
 * - mails from before: found = the sum of what became of them
 * - mails to be sent: planned now + from before = handed over + held back + not taken by the queue
 */
export function differences(
  statement: Night,
): Record<'deadlines' | 'reminders' | 'before' | 'toSend', number> {
  const { found, ...parts } = statement.outstanding;
  const skipped = total(Object.values(statement.skipped));
  const { examined, reminded, failed, due, reminders, changed, notWritten } = statement;
  const { mails, handedOver, heldBack, notHandedOver } = statement;
  return {
    deadlines: examined - total([reminded, skipped, failed]),
    reminders: due - total([reminders, changed, notWritten]),
    before: found - total(Object.values(parts)),
    toSend: total([mails, parts.toHandOver, parts.sentAgain]) - total([handedOver, heldBack, notHandedOver]),
  };
}

/** Whether a statement accounts for everything its run looked at. */
export const balances = (statement: Night): boolean =>
  Object.values(differences(statement)).every((difference) => difference === 0);

/** A reminder to be planned for a deadline: its line in the recipient's mail. */
export type PlannedReminder = { deadline: Deadline; people: People; recipient: Contact; line: MailLine };

export type Decision = { skip: Skip } | { reminders: PlannedReminder[] };

/** The people a deadline's mails go to, by role. Only the owner is indispensable. */
export type People = Partial<Record<Role, Contact>>;

// Somebody with two roles is told once, in the first of them: an owner who chairs the board is not copied their own mail.
const tellable = (people: People): Role[] =>
  roles.filter((role, index) => {
    const person = people[role];
    if (role === 'owner') return true;
    return isLive(person) && !roles.slice(0, index).some((first) => people[first]?.id === person.id);
  });

/** The roles that are written to at all: nobody is while the owner cannot be. */
export const rolesTold = (people: People): Role[] => (isLive(people.owner) ? tellable(people) : []);

/**
 * What a night does about one deadline: a pure function of the record, the people and the day, so that any night can be
 * run again for any day. The owner comes first; a manager or chair joins when the plan says so. What is held back stays due, so that the
 * night after the hold finds it without anybody's doing.
 */
export function decide(deadline: Deadline, people: People, today: Day, calendar: Calendar): Decision {
  if (!people.owner) return { skip: 'no-owner' };
  if (!isLive(people.owner)) return { skip: 'owner-unreachable' };
  const reminders = tellable(people).flatMap((role) => remind(deadline, role, people, today, calendar));
  if (reminders.length === 0) return { skip: 'not-yet' };
  return heldOn(deadline, today) ? { skip: 'held' } : { reminders };
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
    ...(due.heldUntil ? { heldUntil: due.heldUntil } : {}),
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
    .filter((role) => isEverTold(deadline, role))
    .map((role) => nextStage(deadline, role, calendar).mailOn);
  return days.reduce(earlier);
}
