import { setTimeout as wait } from 'node:timers/promises';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Clock, systemClock } from '../../shared/runtime/clock.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { guarded } from '../../shared/runtime/guarded.ts';
import { newId } from '../../shared/runtime/ids.ts';
import { openLog } from '../../shared/runtime/log.ts';
import { mailClient, mailService } from '../../shared/runtime/mail-service.ts';
import { quotaClient, readQuota } from '../../shared/runtime/sending-quota.ts';
import { openTable } from '../../shared/store/table.ts';
import { sendBatch } from './deliveries.ts';
import { openPace } from './pace.ts';

/** The sender on what the environment names. The local run gives its own clock. */
export function wireSender(
  env: Record<string, string | undefined>,
  clock: Clock = systemClock,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const config = readConfig(env);
  const log = openLog('sender');
  const quotas = quotaClient();
  const deps = {
    table: openTable(config.tableName),
    mailService: mailService(mailClient(), config.configurationSet),
    pace: openPace({
      readQuota: () => readQuota(quotas),
      workers: config.sendersAtOnce,
      now: () => performance.now(),
      wait: (milliseconds) => wait(milliseconds),
      log,
    }),
    clock,
    newId,
    log,
    from: config.mailFrom,
    serviceUrl: config.serviceUrl,
    organisation: config.organisation,
    sendTo: config.sendTo,
  };
  return guarded(log, (event) => sendBatch(deps, event));
}
