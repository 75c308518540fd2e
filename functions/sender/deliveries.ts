import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { reasonOf } from '../../shared/runtime/log.ts';
import { type SendDeps, sendMail } from './send.ts';

const message = z.object({ mailId: z.string().min(1) });

/** Sends each mail of a batch by itself, at the sender's pace: one that fails is delivered again alone, and never stops the rest. */
export async function sendBatch(deps: SendDeps, { Records }: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  await deps.pace.begin();
  for (const { body, messageId } of Records) {
    try {
      const { mailId } = message.parse(JSON.parse(body));
      // Before the mail is looked at, so that nothing changes between what it rests on and its sending.
      await deps.pace.turn();
      const fate = await sendMail(deps, mailId);
      if (fate === 'try-again') batchItemFailures.push({ itemIdentifier: messageId });
    } catch (error) {
      deps.log.error('A mail could not be sent', { messageId, reason: reasonOf(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
