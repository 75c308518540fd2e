import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Clock, systemClock } from '../../shared/runtime/clock.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { guarded } from '../../shared/runtime/guarded.ts';
import { openLog } from '../../shared/runtime/log.ts';
import { mailQueue } from '../../shared/runtime/mail-queue.ts';
import { openTable } from '../../shared/store/table.ts';
import { takeInReports } from './reports.ts';

/** The feedback function on what the environment names. The local run gives its own clock. */
export function wireFeedback(
  env: Record<string, string | undefined>,
  clock: Clock = systemClock,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const config = readConfig(env);
  const queue = mailQueue(new SQSClient({}), config.mailQueueUrl);
  const deps = {
    table: openTable(config.tableName),
    clock,
    handOver: (mailIds: string[]) => queue.enqueue(mailIds),
    log: openLog('feedback'),
  };
  return guarded(deps.log, (event) => takeInReports(deps, event));
}
