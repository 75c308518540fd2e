import * as z from 'zod';
import { type Day, daysBetween, inWords, isAfter, isBefore } from './day.ts';
import { type Deadline, type Role, roles } from './deadline.ts';
import { longestHold } from './hold.ts';
import type { Mail } from './mail.ts';
import { decide, type People } from './night.ts';
import { isNudge } from './nudge.ts';
import type { Reminder } from './reminder.ts';
import { type Calendar, stagesOf } from './stages.ts';

/** One thing in which the ledger and what should have happened do not agree, as a sentence. */
export type Difference = { deadlineId: string; says: string };

/** That the ledger was compared, and when: the last time only, which is all that the watchdog must know. */
export const comparison = z.object({ at: z.string() });

/** What one deadline's reckoning starts from: the deadline, its ledger rows, their mails, and the people as they are now. */
export type Account = {
  deadline: Deadline;
  reminders: readonly Reminder[];
  mails: ReadonlyMap<string, Mail>;
  people: People;
};

/**
 * Works out again, from the base records alone, what should have been planned, and compares it with the ledger:
 *
 * - after the last finished run nothing that it should have planned is still due; somebody copied who was entered, or could be written to
 *   again, only since the duty was last looked at joins when it is next looked at, with the owner;
 * - for each role, the ledger holds every stage up to the one the deadline says is settled, once, and none beyond;
 * - every row's mail is in the register;
 * - nothing is held back for longer than a hold may last. One that is over holds nothing back: what it kept is then missing, as above.
 *
 * Stages of an earlier revision or of a role that changed hands are told to somebody else; only the present revision is reckoned.
 *
 * @param lastRunOn the day of the last run that finished; undefined where none has
 */
export function differences(account: Account, lastRunOn: Day | undefined, calendar: Calendar): Difference[] {
  const { deadline, people } = account;
  const found = [...roles.flatMap((role) => inLedger(account, role, calendar)), ...heldTooLong(deadline)];
  if (deadline.state === 'open' && lastRunOn && isBefore(deadline.plannedFromOn, lastRunOn)) {
    const decision = decide(deadline, people, lastRunOn, calendar);
    const lines = 'reminders' in decision ? decision.reminders.map(({ line }) => line) : [];
    const wasLookedAt = deadline.nextActionOn !== null && !isAfter(deadline.nextActionOn, lastRunOn);
    const missing = lines.filter(({ role }) => role === 'owner' || wasLookedAt);
    // Without the day, which is another each week: what staff have cleared is told from what is new by its words.
    if (missing.length > 0)
      found.push(
        `was not planned by the last run: ${missing.map(({ stage, role }) => `${stage} to the ${role}`).join(', ')}`,
      );
  }
  return found.map((says) => ({ deadlineId: deadline.id, says }));
}

function heldTooLong({ state, hold }: Deadline): string[] {
  if (state !== 'open' || !hold || daysBetween(hold.since, hold.until) <= longestHold) return [];
  return [`is held back until ${inWords(hold.until)}, longer than a hold may last`];
}

function inLedger({ deadline, reminders, mails, people }: Account, role: Role, calendar: Calendar): string[] {
  const present = reminders.filter(({ revision }) => revision === deadline.revision);
  const mine = present.filter((row) => row.role === role);
  const due = settledStages(deadline, role, calendar);
  // Whoever has the role now may have been told of a stage in another.
  const told = new Set(
    keysOf(present.filter((row) => row.role === role || row.recipientId === people[role]?.id)),
  );
  // What was planned for an earlier holder and never left is planned again for the present one, and so may lie beyond what is settled.
  const toHolder = mine.filter(
    ({ mailId, recipientId }) =>
      recipientId === people[role]?.id && mails.get(mailId)?.state !== 'SUPERSEDED',
  );
  const orphans = mine.filter(({ mailId }) => !mails.has(mailId));
  return [
    ...due
      .filter((key) => !told.has(key))
      .map((key) => `is settled past ${key} for the ${role}, who has no reminder of it`),
    ...keysOf(toHolder)
      .filter((key) => !due.includes(key))
      .map((key) => `has a reminder of ${key} for the ${role} that is not settled`),
    ...orphans.map(
      ({ stage, mailId }) => `has a reminder of ${stage} whose mail ${mailId} is not in the register`,
    ),
  ];
}

// What liaison staff asked for settles no stage.
const keysOf = (rows: readonly Reminder[]) =>
  rows.filter((row) => !isNudge(row)).flatMap(({ stage, coalesced }) => [...coalesced, stage]);

function settledStages(deadline: Deadline, role: Role, calendar: Calendar): string[] {
  const through = deadline.settledThrough[role];
  const settled: string[] = [];
  if (!through) return settled;
  for (const { key, on, told } of stagesOf(deadline, calendar)) {
    if (isAfter(on, through)) return settled;
    if (!isBefore(on, deadline.plannedFromOn) && told.includes(role)) settled.push(key);
  }
  return settled;
}
