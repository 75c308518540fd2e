import { reckonAll } from '../../../functions/reconcile/reckon.ts';
import { englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import { readCalendar } from '../../../shared/store/stage-plans.ts';
import type { Io } from '../command.ts';
import { openRecords } from '../night/open-table.ts';
import { compareEveryRow } from '../rows/compare-rows.ts';

/** Reckons every case of a data folder as the weekly run does, prints what does not agree, and raises nothing. */
export async function compare(folder: string, io: Io): Promise<number> {
  const records = await openRecords(folder);
  try {
    const calendar = await readCalendar(records.table, englandAndWales);
    let [deadlines, found, unread] = [0, 0, 0];
    for await (const each of reckonAll(records.table, calendar)) {
      if ('reason' in each) {
        unread += 1;
        await io.stdout(`${each.caseId} could not be read: ${each.reason}\n`);
        continue;
      }
      deadlines += each.deadlines;
      found += each.differences.length;
      for (const { deadlineId, says } of each.differences) await io.stdout(`${deadlineId} ${says}\n`);
    }
    const rows = await compareEveryRow(records.table, false, io);
    const notRead = unread === 0 ? '' : ` ${unread} cases could not be read.`;
    const differences = found + rows.differing;
    await io.stdout(
      `${deadlines} deadlines reckoned and ${rows.compared} rows of the list compared, ${differences} differences.${notRead}\n`,
    );
    return differences + unread === 0 ? 0 : 1;
  } finally {
    await records.close();
  }
}
