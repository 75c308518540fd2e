import { randomUUID } from 'node:crypto';
import { type NightDeps, runNight } from '../../functions/nightly/night.ts';
import { englandAndWales } from '../../shared/domain/bank-holidays.ts';
import { asDay } from '../../shared/domain/day.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import type { Night } from '../../shared/domain/night.ts';
import type { Quota } from '../../shared/domain/quota.ts';
import { defaultStagePlans } from '../../shared/domain/stage-plans.ts';
import type { MailQueue } from '../../shared/runtime/mail-queue.ts';
import { listMails } from '../../shared/store/lists.ts';
import type { Table } from '../../shared/store/table.ts';
import { notedLog } from './noted-log.ts';
import { morningOf } from './sample-records.ts';

/** As much as anybody could send. */
export const ampleQuota: Quota = { perDay: Number.POSITIVE_INFINITY, perSecond: 1_000, sentToday: 0 };

export const calendar = { plans: defaultStagePlans, holidays: englandAndWales };

/** The nightly run on a table, with a queue and a log that only take note. */
export function nightsOf(table: Table) {
  const log = notedLog();
  const handedOver: string[] = [];
  let broken = false;
  let readQuota = async () => ampleQuota;
  const queue: MailQueue = {
    async enqueue(mailIds) {
      if (broken) throw new Error('The queue is down');
      handedOver.push(...mailIds);
    },
  };
  const depsOn = (day: string, on: Table = table): NightDeps => ({
    table: on,
    holidays: englandAndWales,
    log,
    queue,
    readQuota: () => readQuota(),
    clock: morningOf(day),
    newId: randomUUID,
    liaisonEmail: 'liaison@force.example',
  });
  return {
    log,
    handedOver,
    depsOn,
    /** From now on the mail service says this of its quota. */
    quotaIs(quota: Partial<Quota> | Error) {
      readQuota = async () => {
        if (quota instanceof Error) throw quota;
        return { ...ampleQuota, ...quota };
      };
    },
    breakQueue: () => {
      broken = true;
    },
    mendQueue: () => {
      broken = false;
    },
    night: (day: string, on?: Table): Promise<Night> => runNight(depsOn(day, on)),
  };
}

/** Every mail planned in the month of a day. */
export async function mailsPlanned(table: Table, day: string): Promise<Mail[]> {
  const mails: Mail[] = [];
  let next: string | undefined;
  do {
    const page = await listMails(table, asDay(day).slice(0, 7), next);
    mails.push(...page.items);
    next = page.next;
  } while (next);
  return mails;
}
