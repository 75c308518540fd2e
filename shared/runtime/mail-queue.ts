import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

const batchLimit = 10;

/** Hands mails to the sender. Losing one here loses nothing: it stays PENDING and the next run hands it over again. */
export type MailQueue = { enqueue(mailIds: string[]): Promise<void> };

/** The queue between planning and sending. A message carries the mail's id only: what to send is read when it is sent. */
export function mailQueue(client: SQSClient, queueUrl: string): MailQueue {
  return {
    async enqueue(mailIds) {
      for (let from = 0; from < mailIds.length; from += batchLimit) {
        const batch = mailIds.slice(from, from + batchLimit);
        const Entries = batch.map((mailId, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify({ mailId }),
        }));
        const { Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
        if (Failed && Failed.length > 0)
          throw new Error(`${Failed.length} of ${batch.length} messages were not taken`);
      }
    },
  };
}
