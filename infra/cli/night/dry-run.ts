import { datesInWords } from '../../../shared/domain/account-words.ts';
import { englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { londonDay } from '../../../shared/domain/london.ts';
import type { PlannedReminder } from '../../../shared/domain/night.ts';
import { type Plan, planNight } from '../../../shared/engine/plan.ts';
import { regard } from '../../../shared/engine/regard.ts';
import { compose } from '../../../shared/mail/compose.ts';
import { openLog } from '../../../shared/runtime/log.ts';
import { mostLines } from '../../../shared/store/plan-mail.ts';
import { readCalendar } from '../../../shared/store/stage-plans.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { Io } from '../command.ts';
import type { NightOptions } from '../commands/night.ts';
import { openRecords } from './open-table.ts';
import { sumInLine } from './sum-in-line.ts';

/** Says who would be mailed on a day, by the same planning and the same words as the real run, and changes nothing. */
export async function dryRun({ folder, date }: NightOptions, io: Io): Promise<number> {
  const records = await openRecords(folder);
  try {
    const today = date ?? londonDay(records.now);
    const calendar = await readCalendar(records.table, englandAndWales);
    const plan = await planNight({ table: records.table, calendar, log: openLog('night') }, today);
    await io.stdout(`${inWordsWithWeekday(today)}, dry run: nothing is sent and nothing changes.\n`);
    for (const digest of plan.digests) await io.stdout(await preview(records.table, digest, today));
    await io.stdout(account(plan));
    return plan.failed === 0 ? 0 : 1;
  } finally {
    await records.close();
  }
}

async function preview(table: Table, digest: PlannedReminder[], today: Day): Promise<string> {
  const { recipient } = digest[0]!;
  const lines = digest.map(({ line }) => line);
  const mail = {
    id: 'dry-run',
    nightId: '',
    plannedOn: today,
    recipientId: recipient.id,
    state: 'PENDING' as const,
    lines,
    attempt: 0,
  };
  const { items } = await regard(table, mail);
  const { subject } = compose({
    recipient,
    items,
    today,
    plannedOn: today,
    serviceUrl: '',
    organisation: '',
    again: false,
  });
  const reminders = lines.map(({ stage, late }) => `${stage}${late ? ' late' : ''}`).join(', ');
  return `  ${recipient.email}  [${reminders}]  ${subject}\n`;
}

function account(plan: Plan): string {
  const reminders = plan.digests.flat().length;
  const mails = plan.digests.reduce((sum, { length }) => sum + Math.ceil(length / mostLines), 0);
  return `${sumInLine(datesInWords(plan))}  Reminders due ${reminders}\n  Mails planned ${mails}\n`;
}
