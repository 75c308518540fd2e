import { type Clock, systemClock } from '../../shared/runtime/clock.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { openLog } from '../../shared/runtime/log.ts';
import { openTable } from '../../shared/store/table.ts';
import { watch } from './watch.ts';

/** The watchdog on what the environment names. */
export function wireWatchdog(
  env: Record<string, string | undefined>,
  clock: Clock = systemClock,
): () => Promise<void> {
  const { tableName } = readConfig(env);
  const deps = { table: openTable(tableName), clock, log: openLog('watchdog') };
  return () => watch(deps);
}
