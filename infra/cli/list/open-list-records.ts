import { mkdirSync } from 'node:fs';
import { createTable } from '../../../shared/store/table.ts';
import { hasTracker } from '../../local/running.ts';
import { openRecords, type Records } from '../night/open-table.ts';

/**
 * The records that a list is taken into. Where there is no tracker yet one is begun; for a dry run, in memory, so that it leaves nothing
 * behind.
 */
export async function openListRecords(folder: string, dryRun: boolean): Promise<Records> {
  if (hasTracker(folder)) return openRecords(folder);
  if (!dryRun) mkdirSync(folder, { recursive: true });
  const records = await openRecords(dryRun ? null : folder);
  await createTable(records.table);
  return records;
}
