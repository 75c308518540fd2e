import { troubleInWords, troubleWith } from '../../shared/domain/watch.ts';
import { type Clock, today as todayOf } from '../../shared/runtime/clock.ts';
import type { Log } from '../../shared/runtime/log.ts';
import { nightsOfDay } from '../../shared/store/lists.ts';
import type { Table } from '../../shared/store/table.ts';

export type WatchDeps = { table: Table; clock: Clock; log: Log };

/**
 * Looks whether today's runs are there, ended and balance; throws where they are not, which rings the alarm. It knows nothing of how the run
 * is started, so it also notices that the schedule is gone.
 */
export async function watch({ table, clock, log }: WatchDeps): Promise<void> {
  const today = todayOf(clock);
  const trouble = troubleWith(await nightsOfDay(table, today));
  if (trouble) throw new Error(troubleInWords(trouble, today));
  log.info('The night is accounted for', { day: today });
}
