import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Log, reasonOf } from '../../shared/runtime/log.ts';
import { readReport } from './ses-report.ts';
import { type FeedbackDeps, takeIn } from './take-in.ts';

/**
 * Takes in a batch of reports, each by itself. One about a mail nobody knows is delivered again for five minutes (the queue's own
 * retries) and then becomes a dead letter, which rings an alarm; so does one that cannot be read.
 */
export async function takeInReports(
  deps: FeedbackDeps & { log: Log },
  { Records }: SQSEvent,
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of Records) {
    try {
      const report = readReport(body);
      const taken = report ? await takeIn(deps, report) : 'nothing-new';
      if (taken === 'unknown-mail' || taken === 'changed-meanwhile')
        batchItemFailures.push({ itemIdentifier: messageId });
    } catch (error) {
      deps.log.error('A report of the mail service could not be taken in', {
        messageId,
        reason: reasonOf(error),
      });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
