import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import { type Night, nextActionOn, type PlannedReminder, settle } from '../../shared/domain/night.ts';
import { editionOf } from '../../shared/domain/stage-plans.ts';
import { mailsIn, type Plan, type PlanDeps } from '../../shared/engine/plan.ts';
import { reasonOf } from '../../shared/runtime/log.ts';
import { reschedule } from '../../shared/store/agenda.ts';
import { planMail } from '../../shared/store/plan-mail.ts';

export type WriteDeps = PlanDeps & { newId(): string };

/** What became of the plan: the mails written; the reminders that no longer held, and those not written for a fault; whose deadlines. */
export type Written = { mails: Mail[]; changed: number; notWritten: number; failed: Set<string> };

/** Writes the mails of a plan, each by itself, and puts back what has nothing to say today. What cannot be written stays due. */
export async function writePlan(deps: WriteDeps, plan: Plan, night: Night): Promise<Written> {
  const written: Written = { mails: [], changed: 0, notWritten: 0, failed: new Set() };
  const standing = new Map<string, Deadline>();
  for (const reminders of mailsIn(plan)) await planDigest(deps, reminders, night, standing, written);
  await putBack(deps, plan);
  return written;
}

// A deadline that cannot be put back is only looked at once more by the next run.
async function putBack({ table, calendar, log }: WriteDeps, { reschedules }: Plan): Promise<void> {
  for (const { deadline, nextActionOn } of reschedules) {
    try {
      await reschedule(table, deadline, nextActionOn, editionOf(calendar.plans));
    } catch (error) {
      log.error('A deadline could not be put back on the agenda', {
        deadlineId: deadline.id,
        reason: reasonOf(error),
      });
    }
  }
}

/** Plans one mail. Lines that no longer hold are left to whoever changed them, and the rest is tried again. */
async function planDigest(
  { table, calendar, newId, log }: WriteDeps,
  digest: PlannedReminder[],
  night: Night,
  standing: Map<string, Deadline>,
  written: Written,
): Promise<void> {
  const edition = editionOf(calendar.plans);
  let reminders = digest;
  try {
    while (reminders.length > 0) {
      const mail = pendingMail(newId(), night, reminders);
      const advances = reminders.map((each) => {
        const settled = settle(standing.get(each.deadline.id) ?? each.deadline, each.line);
        return { ...each, nextActionOn: nextActionOn(settled, each.people, calendar), edition, settled };
      });
      const stale = await planMail(table, mail, advances);
      if (stale.length === 0) {
        for (const { settled } of advances) standing.set(settled.id, settled);
        written.mails.push(mail);
        return;
      }
      written.changed += stale.length;
      reminders = reminders.filter((_, index) => !stale.includes(index));
    }
  } catch (error) {
    log.error('A mail could not be planned', { nightId: night.id, reason: reasonOf(error) });
    written.notWritten += reminders.length;
    for (const { deadline } of reminders) written.failed.add(deadline.id);
  }
}

const pendingMail = (id: string, night: Night, reminders: PlannedReminder[]): Mail => ({
  id,
  nightId: night.id,
  plannedOn: night.plannedOn,
  recipientId: reminders[0]!.recipient.id,
  state: 'PENDING',
  lines: reminders.map(({ line }) => line),
  attempt: 0,
});
