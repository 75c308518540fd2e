import { SQSClient } from '@aws-sdk/client-sqs';
import { englandAndWales } from '../../shared/domain/bank-holidays.ts';
import { type Clock, systemClock } from '../../shared/runtime/clock.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { guarded } from '../../shared/runtime/guarded.ts';
import { openLog } from '../../shared/runtime/log.ts';
import { mailQueue } from '../../shared/runtime/mail-queue.ts';
import { openTable } from '../../shared/store/table.ts';
import { type WatchDeps, watch } from './watch.ts';

/** The watchdog on what the environment names. The local run gives its own clock. */
export function wireWatchdog(
  env: Record<string, string | undefined>,
  clock: Clock = systemClock,
): () => Promise<void> {
  const { tableName, mailQueueUrl, liaisonEmail, serviceUrl, organisation, sendTo } = readConfig(env);
  const deps: WatchDeps = {
    table: openTable(tableName),
    clock,
    log: openLog('watchdog'),
    queue: mailQueue(new SQSClient({}), mailQueueUrl),
    holidays: englandAndWales,
    liaisonEmail,
    serviceUrl,
    organisation,
    sendTo,
  };
  return guarded(deps.log, () => watch(deps));
}
