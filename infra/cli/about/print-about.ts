import { aboutContact } from '../../../shared/store/about-contact.ts';
import type { Io } from '../command.ts';
import { openRecords } from '../night/open-table.ts';

/** Prints what the records of a data folder hold about one contact. @returns the exit code */
export async function printAbout(folder: string, id: string, io: Io): Promise<number> {
  const records = await openRecords(folder);
  try {
    const found = await aboutContact(records.table, id, records.now);
    if (!found) {
      io.stderr(`There is no contact with the id “${id}”.\n`);
      return 1;
    }
    await io.stdout(`${JSON.stringify({ gatheredAt: records.now, ...found }, null, 2)}\n`);
    return 0;
  } finally {
    await records.close();
  }
}
