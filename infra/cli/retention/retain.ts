import type { Desk } from '../../../functions/web/moves/desk.ts';
import { removeDue } from '../../../functions/web/moves/remove-due.ts';
import { londonDay } from '../../../shared/domain/london.ts';
import { keptHowLong, retentionRules } from '../../../shared/domain/retention.ts';
import { dueNow } from '../../../shared/domain/retention-due.ts';
import { newId } from '../../../shared/runtime/ids.ts';
import { gatherKeeping } from '../../../shared/store/retention.ts';
import type { Io } from '../command.ts';
import { openRecords } from '../night/open-table.ts';
import { inWords, summaryOf } from './words.ts';

/** What to do, and in whose name. */
export type Asked = { apply: boolean; by?: string | undefined };

/** Prints what of people is due to be removed from a data folder, and removes it where that is asked. @returns the exit code */
export async function retain(folder: string, { apply, by }: Asked, io: Io): Promise<number> {
  const records = await openRecords(folder);
  try {
    const { table, now } = records;
    const due = dueNow(await gatherKeeping(table, londonDay(now)));
    const desk: Desk = { table, clock: { now: () => now }, newId, by: by ?? '' };
    let failed = 0;
    for (const each of due.due) {
      await io.stdout(`${inWords(each)}\n`);
      const refused = apply ? await removeDue(desk, each) : undefined;
      if (!refused) continue;
      failed += 1;
      await io.stdout(`  not removed: ${refused.message}\n`);
    }
    await io.stdout(summaryOf(due, apply));
    return failed === 0 ? 0 : 1;
  } finally {
    await records.close();
  }
}

/** Prints how long each kind of record is kept. @returns the exit code */
export async function printRules(io: Io): Promise<number> {
  const kinds = Object.entries(retentionRules);
  const width = Math.max(...kinds.map(([kind]) => kind.length));
  for (const [kind, rule] of kinds)
    await io.stdout(`${kind.padEnd(width)}  ${keptHowLong(rule)}. ${rule.why}\n`);
  return 0;
}
