import { compareRows, rowInWords, setRight } from '../../../shared/store/differing-rows.ts';
import { everyCaseId } from '../../../shared/store/every-case.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { Io } from '../command.ts';
import { openRecords } from '../night/open-table.ts';

/** Compares every row of the list with its records and prints what differs; `rebuild` writes it as the records say. */
export async function compareEveryRow(
  table: Table,
  rebuild: boolean,
  io: Io,
): Promise<{ compared: number; differing: number; unread: number }> {
  const sums = { compared: 0, differing: 0, unread: 0 };
  for await (const caseId of everyCaseId(table)) {
    const compared = await compareRows(table, caseId).catch(() => undefined);
    sums.unread += compared ? 0 : 1;
    sums.compared += compared?.rows ?? 0;
    for (const each of compared?.differing ?? []) {
      sums.differing += 1;
      await io.stdout(`${rowInWords(each)}\n`);
      if (rebuild) await setRight(table, each);
    }
  }
  return sums;
}

/** Compares the rows of a data folder, and sets them right where that is asked. @returns the exit code */
export async function rowsOfFolder(folder: string, rebuild: boolean, io: Io): Promise<number> {
  const records = await openRecords(folder);
  try {
    const { compared, differing, unread } = await compareEveryRow(records.table, rebuild, io);
    const setRightNow = rebuild && differing > 0 ? ' They have been written again.' : '';
    const notRead = unread === 0 ? '' : ` ${unread} cases could not be read.`;
    await io.stdout(`${compared} rows compared, ${differing} differences.${setRightNow}${notRead}\n`);
    return (rebuild ? 0 : differing) + unread === 0 ? 0 : 1;
  } finally {
    await records.close();
  }
}
