import { SQSClient } from '@aws-sdk/client-sqs';
import { englandAndWales } from '../../shared/domain/bank-holidays.ts';
import { type Clock, systemClock } from '../../shared/runtime/clock.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { guarded } from '../../shared/runtime/guarded.ts';
import { newId } from '../../shared/runtime/ids.ts';
import { openLog } from '../../shared/runtime/log.ts';
import { mailQueue } from '../../shared/runtime/mail-queue.ts';
import { quotaClient, readQuota } from '../../shared/runtime/sending-quota.ts';
import { openTable } from '../../shared/store/table.ts';
import { type NightDeps, runNight } from './night.ts';

/** What EventBridge Scheduler sends: the moment the run was due. */
export type ScheduledRun = { scheduledAt?: string };

/** The nightly run on what the environment names. The local run gives its own clock. */
export function wireNightly(
  env: Record<string, string | undefined>,
  clock: Clock = systemClock,
): (event?: ScheduledRun) => Promise<void> {
  const config = readConfig(env);
  const quotas = quotaClient();
  const deps: NightDeps = {
    table: openTable(config.tableName),
    queue: mailQueue(new SQSClient({}), config.mailQueueUrl),
    readQuota: () => readQuota(quotas),
    holidays: englandAndWales,
    clock,
    newId,
    log: openLog('nightly'),
    liaisonEmail: config.liaisonEmail,
  };
  return guarded(deps.log, async (event) => {
    await runNight(deps, event?.scheduledAt);
  });
}
