import type { BankHolidays } from '../../shared/domain/bank-holidays.ts';
import { liaisonTeamId } from '../../shared/domain/contact.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import type { Sending } from '../../shared/domain/sending.ts';
import { summaryDue, summaryId } from '../../shared/domain/summary.ts';
import type { Trouble } from '../../shared/domain/watch.ts';
import { composeSummary } from '../../shared/mail/compose-summary.ts';
import { type Clock, today as todayOf } from '../../shared/runtime/clock.ts';
import { type Log, reasonOf } from '../../shared/runtime/log.ts';
import type { MailQueue } from '../../shared/runtime/mail-queue.ts';
import { keepLiaisonTeam } from '../../shared/store/liaison-team.ts';
import { listExceptions } from '../../shared/store/lists.ts';
import { readMail } from '../../shared/store/outbox.ts';
import { planSummary } from '../../shared/store/plan-summary.ts';
import type { Table } from '../../shared/store/table.ts';
import { type Found, gatherSummary } from './gather.ts';

export type SummaryDeps = {
  table: Table;
  clock: Clock;
  log: Log;
  queue: MailQueue;
  holidays: BankHolidays;
  liaisonEmail: string;
  serviceUrl: string;
  organisation: string;
  /** To whom this copy of the tracker may send at most. */
  sendTo: Sending;
};

/**
 * Writes to liaison staff where a summary is due: one mail a day at most, however often this is tried, through the outbox and the sender
 * of every mail.
 */
export async function summarise(deps: SummaryDeps, trouble: Trouble | undefined): Promise<void> {
  const { table, clock, holidays, liaisonEmail } = deps;
  const today = todayOf(clock);
  await keepLiaisonTeam(table, liaisonEmail);
  const exceptions = await listExceptions(table);
  const reason = summaryDue(today, exceptions.length > 0 || trouble !== undefined, holidays);
  if (!reason) return;
  const id = summaryId(today);
  if (!(await readMail(table, id))) await plan(deps, today, { reason, trouble, exceptions });
  await handOver(deps, id);
}

async function plan(deps: SummaryDeps, today: Day, found: Found): Promise<void> {
  const { table, clock, serviceUrl, organisation, sendTo } = deps;
  const facts = await gatherSummary(deps, today, sendTo, found);
  const words = composeSummary({ ...facts, serviceUrl, organisation });
  const mail: Mail = {
    id: summaryId(today),
    kind: 'summary',
    nightId: `${clock.now()}-watchdog`,
    plannedOn: today,
    recipientId: liaisonTeamId,
    state: 'PENDING',
    lines: [],
    attempt: 0,
    subject: words.subject,
  };
  await planSummary(table, mail, words);
}

// What is not handed over here waits in the outbox, whose mails the next run hands over.
async function handOver({ queue, log }: SummaryDeps, mailId: string): Promise<void> {
  try {
    await queue.enqueue([mailId]);
  } catch (error) {
    log.error('The summary could not be handed to the sender; the next run will', {
      mailId,
      reason: reasonOf(error),
    });
  }
}
