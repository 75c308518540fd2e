import type { Desk } from '../../../functions/web/moves/desk.ts';
import { removeDetails } from '../../../functions/web/moves/remove-details.ts';
import { removeWords } from '../../../functions/web/moves/remove-words.ts';
import { londonDay } from '../../../shared/domain/london.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { type Due, dueNow, type RetentionRule, retentionRules } from '../../../shared/domain/retention.ts';
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
    const due = dueNow(await gatherKeeping(table, now), londonDay(now));
    const desk: Desk = { table, clock: { now: () => now }, newId, by: by ?? '' };
    let failed = 0;
    for (const each of due.due) {
      await io.stdout(`${inWords(each)}\n`);
      const refused = apply ? await remove(desk, each) : undefined;
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

async function remove(desk: Desk, due: Due): Promise<Refusal | undefined> {
  if ('mails' in due) return removeWords(desk, due.contactId, due.mails);
  const removed = await removeDetails(desk, due.contact);
  return isRefusal(removed) ? removed : undefined;
}

/** Prints how long each kind of record is kept. @returns the exit code */
export async function printRules(io: Io): Promise<number> {
  const kinds = Object.entries(retentionRules);
  const width = Math.max(...kinds.map(([kind]) => kind.length));
  for (const [kind, rule] of kinds) await io.stdout(`${kind.padEnd(width)}  ${ruleInWords(rule)}\n`);
  return 0;
}

function ruleInWords(rule: RetentionRule): string {
  switch (rule.fate) {
    case 'kept':
      return `Kept. ${rule.why}`;
    case 'expires':
      return `Expires after ${rule.after}. ${rule.why}`;
    case 'person-removed':
      return `${rule.years} years from ${rule.from}; then what it says of a person is removed, which leaves ${rule.leaves}. ${rule.why}`;
  }
}
