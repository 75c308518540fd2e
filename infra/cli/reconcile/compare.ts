import { englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import type { Day } from '../../../shared/domain/day.ts';
import { type Difference, differences } from '../../../shared/domain/reconcile.ts';
import { defaultStagePlan } from '../../../shared/domain/stage-plan.ts';
import { type CaseFile, readCaseFile } from '../../../shared/store/case-file.ts';
import { mailKey } from '../../../shared/store/keys.ts';
import { lastNight, listCases } from '../../../shared/store/lists.ts';
import { peopleOf } from '../../../shared/store/people.ts';
import { readMany } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { Io } from '../command.ts';
import { openRecords } from '../night/open-table.ts';

/** Reckons every case of a data folder, one partition at a time, and prints what does not agree. */
export async function compare(folder: string, io: Io): Promise<number> {
  const records = await openRecords(folder);
  try {
    const night = await lastNight(records.table);
    const lastRunOn = night?.finishedAt ? night.plannedOn : undefined;
    let [deadlines, found] = [0, 0];
    for await (const file of everyCase(records.table)) {
      for (const { deadlineId, says } of await reckon(records.table, file, lastRunOn)) {
        found += 1;
        await io.stdout(`${deadlineId} ${says}\n`);
      }
      deadlines += file.recommendations.reduce((sum, entry) => sum + entry.deadlines.length, 0);
    }
    await io.stdout(`${deadlines} deadlines reckoned, ${found} differences.\n`);
    return found === 0 ? 0 : 1;
  } finally {
    await records.close();
  }
}

async function* everyCase(table: Table): AsyncGenerator<CaseFile> {
  let cursor: string | undefined;
  do {
    const page = await listCases(table, cursor);
    for (const { id } of page.items) {
      const file = await readCaseFile(table, id);
      if (file) yield file;
    }
    cursor = page.next;
  } while (cursor);
}

async function reckon(table: Table, file: CaseFile, lastRunOn: Day | undefined): Promise<Difference[]> {
  const entries = file.recommendations.flatMap(({ deadlines, reminders }) =>
    deadlines.map((deadline) => ({
      deadline,
      reminders: reminders.filter(({ deadlineId }) => deadlineId === deadline.id),
    })),
  );
  const whoIsWho = await peopleOf(
    table,
    entries.map(({ deadline }) => deadline),
  );
  const ids = entries.flatMap(({ reminders }) => reminders.map(({ mailId }) => mailKey(mailId)));
  const mails = new Map((await readMany(table, 'mail', ids)).map((mail) => [mail.id, mail]));
  const calendar = { plan: defaultStagePlan, holidays: englandAndWales };
  return entries.flatMap((entry) =>
    differences({ ...entry, mails, people: whoIsWho(entry.deadline) }, lastRunOn, calendar),
  );
}
