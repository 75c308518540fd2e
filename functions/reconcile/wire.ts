import { englandAndWales } from '../../shared/domain/bank-holidays.ts';
import { type Clock, systemClock } from '../../shared/runtime/clock.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { guarded } from '../../shared/runtime/guarded.ts';
import { openLog } from '../../shared/runtime/log.ts';
import { openTable } from '../../shared/store/table.ts';
import { reconcile } from './reconcile.ts';

/** The weekly reconciling on what the environment names. The local run gives its own clock. */
export function wireReconcile(
  env: Record<string, string | undefined>,
  clock: Clock = systemClock,
): () => Promise<void> {
  const deps = {
    table: openTable(readConfig(env).tableName),
    clock,
    holidays: englandAndWales,
    log: openLog('reconcile'),
  };
  return guarded(deps.log, () => reconcile(deps));
}
