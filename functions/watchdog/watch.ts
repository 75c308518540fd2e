import { troubleInWords } from '../../shared/domain/watch.ts';
import { today as todayOf } from '../../shared/runtime/clock.ts';
import { reasonOf } from '../../shared/runtime/log.ts';
import { troubleOn } from '../../shared/store/watch.ts';
import { type SummaryDeps, summarise } from './summarise.ts';
import { tallyDay } from './tally-day.ts';

export type WatchDeps = SummaryDeps;

/**
 * Looks whether today's runs are there, ended, balance, and have had their mails sent, and whether the ledger has been compared lately; writes to liaison staff where a summary is due; and
 * throws where something is wrong, which rings the alarm. It knows nothing of how the run is started, so it also notices that the schedule
 * is gone. Trouble with the summary never hides trouble with the run. Last it counts where the recommendations stand.
 */
export async function watch(deps: WatchDeps): Promise<void> {
  try {
    await judge(deps);
  } finally {
    await tallyDay(deps.table, deps.log, todayOf(deps.clock));
  }
}

async function judge(deps: WatchDeps): Promise<void> {
  const { table, clock, log } = deps;
  const today = todayOf(clock);
  const trouble = await troubleOn(table, today, clock.now());
  const [summary] = await Promise.allSettled([summarise(deps, trouble)]);
  if (summary.status === 'rejected')
    log.error('The summary could not be planned', { day: today, reason: reasonOf(summary.reason) });
  if (trouble) throw new Error(troubleInWords(trouble, today));
  if (summary.status === 'rejected') throw summary.reason;
  log.info('The night is accounted for', { day: today });
}
