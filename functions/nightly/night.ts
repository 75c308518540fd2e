import type { Day } from '../../shared/domain/day.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import { type Night, nextActionOn, type PlannedReminder, settle } from '../../shared/domain/night.ts';
import { type Clock, today as todayOf } from '../../shared/runtime/clock.ts';
import { reasonOf } from '../../shared/runtime/log.ts';
import type { MailQueue } from '../../shared/runtime/mail-queue.ts';
import { reschedule } from '../../shared/store/agenda.ts';
import { keepLiaisonTeam } from '../../shared/store/liaison-team.ts';
import { keepNight } from '../../shared/store/nights.ts';
import { mostLines, planMail } from '../../shared/store/plan-mail.ts';
import { type Plan, type PlanDeps, planNight } from './plan.ts';
import { sweep } from './sweep.ts';

export type NightDeps = PlanDeps & { clock: Clock; queue: MailQueue; newId(): string; liaisonEmail: string };

/**
 * One compliance run: gather, decide, write, hand over, and account for it. Selection is by state, so a run that is missed,
 * doubled or cut off is made good by the next: what was planned is not planned again, what was not is still due.
 */
export async function runNight(deps: NightDeps, scheduledAt?: string): Promise<Night> {
  const { table, clock, log } = deps;
  const today = todayOf(clock);
  const startedAt = clock.now();
  const opened: Night = {
    ...nothingYet,
    id: `${startedAt}-${deps.newId()}`,
    plannedOn: today,
    startedAt,
    ...(scheduledAt ? { scheduledAt } : {}),
  };
  await keepNight(table, opened);
  await enterLiaisonTeam(deps);
  const swept = await sweep(deps);
  const plan = await planNight(deps, today);
  const written = await writePlan(deps, plan, opened);
  await handOver(deps, [...swept.handOver, ...written.mailIds]);
  const night: Night = {
    ...opened,
    finishedAt: clock.now(),
    examined: plan.examined,
    reminded: plan.reminded - written.failed,
    mails: written.mailIds.length,
    reminders: written.reminders,
    skipped: plan.skipped,
    failed: plan.failed + written.failed,
    requeued: swept.handOver.length,
    sentAgain: swept.sentAgain,
    needHuman: swept.needHuman,
    unconfirmed: swept.unconfirmed,
  };
  await keepNight(table, night);
  log.info('Night finished', { nightId: night.id, mails: night.mails, failed: night.failed });
  return night;
}

// Who is due to be reminded tonight is reminded, whatever is the matter with this one contact.
async function enterLiaisonTeam({ table, log, liaisonEmail }: NightDeps): Promise<void> {
  try {
    await keepLiaisonTeam(table, liaisonEmail);
  } catch (error) {
    log.error('The liaison team could not be kept among the contacts', { reason: reasonOf(error) });
  }
}

const nothingYet = {
  examined: 0,
  reminded: 0,
  mails: 0,
  reminders: 0,
  skipped: {},
  failed: 0,
  requeued: 0,
  sentAgain: 0,
  needHuman: 0,
  unconfirmed: 0,
};

type Written = { mailIds: string[]; reminders: number; failed: number };

async function writePlan(deps: NightDeps, plan: Plan, night: Night): Promise<Written> {
  const written: Written = { mailIds: [], reminders: 0, failed: 0 };
  const failed = new Set<string>();
  const standing = new Map<string, Deadline>();
  for (const digest of plan.digests) {
    for (let from = 0; from < digest.length; from += mostLines) {
      const lines = digest.slice(from, from + mostLines);
      try {
        const mail = await planDigest(deps, lines, night, standing);
        if (mail) {
          written.mailIds.push(mail.id);
          written.reminders += mail.lines.length;
        }
      } catch (error) {
        deps.log.error('A mail could not be planned', { nightId: night.id, reason: reasonOf(error) });
        for (const { deadline } of lines) failed.add(deadline.id);
      }
    }
  }
  await putBack(deps, plan);
  return { ...written, failed: failed.size };
}

// A deadline that cannot be put back is only looked at once more by the next run.
async function putBack({ table, log }: NightDeps, { reschedules }: Plan): Promise<void> {
  for (const { deadline, nextActionOn } of reschedules) {
    try {
      await reschedule(table, deadline, nextActionOn);
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
  { table, calendar, newId }: NightDeps,
  digest: PlannedReminder[],
  night: Night,
  standing: Map<string, Deadline>,
): Promise<Mail | undefined> {
  let reminders = digest;
  while (reminders.length > 0) {
    const mail = pendingMail(newId(), night, reminders);
    const advances = reminders.map((each) => {
      const settled = settle(standing.get(each.deadline.id) ?? each.deadline, each.line);
      return { ...each, nextActionOn: nextActionOn(settled, each.people, calendar), settled };
    });
    const stale = await planMail(table, mail, advances);
    if (stale.length === 0) {
      for (const { settled } of advances) standing.set(settled.id, settled);
      return mail;
    }
    reminders = reminders.filter((_, index) => !stale.includes(index));
  }
  return undefined;
}

const pendingMail = (id: string, night: Night, reminders: PlannedReminder[]): Mail => ({
  id,
  nightId: night.id,
  plannedOn: night.plannedOn as Day,
  recipientId: reminders[0]!.recipient.id,
  state: 'PENDING',
  lines: reminders.map(({ line }) => line),
  attempt: 0,
});

async function handOver({ queue, log }: NightDeps, mailIds: string[]): Promise<void> {
  try {
    await queue.enqueue(mailIds);
  } catch (error) {
    log.error('Mails could not be handed to the sender; the next run will', {
      count: mailIds.length,
      reason: reasonOf(error),
    });
  }
}
