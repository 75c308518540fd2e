import { datesInWords } from '../../../shared/domain/account-words.ts';
import { englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { londonDay } from '../../../shared/domain/london.ts';
import type { PlannedReminder } from '../../../shared/domain/night.ts';
import { mailsIn, type Plan, planNight } from '../../../shared/engine/plan.ts';
import { previewPlanned } from '../../../shared/engine/preview.ts';
import { openLog } from '../../../shared/runtime/log.ts';
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
    for (const reminders of mailsIn(plan)) await io.stdout(await inOneLine(records.table, reminders, today));
    await io.stdout(account(plan));
    return plan.failed === 0 ? 0 : 1;
  } finally {
    await records.close();
  }
}

async function inOneLine(table: Table, planned: PlannedReminder[], today: Day): Promise<string> {
  const { recipient, lines, words } = await previewPlanned(
    { table, today, serviceUrl: '', organisation: '' },
    planned,
  );
  const reminders = lines.map(({ stage, late }) => `${stage}${late ? ' late' : ''}`).join(', ');
  return `  ${recipient.email}  [${reminders}]  ${words?.subject ?? 'cannot be written: a record it is made from is damaged'}\n`;
}

function account(plan: Plan): string {
  const reminders = plan.digests.flat().length;
  return `${sumInLine(datesInWords(plan))}  Reminders due ${reminders}\n  Mails planned ${mailsIn(plan).length}\n`;
}
