import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetters, keptQueue } from './kept-queue.ts';
import type { TrackerFunction } from './tracker-function.ts';

/**
 * How long one batch may take: reading the quota (given up on after three tries of 8 seconds), then ten mails one after another, each
 * given up on after 13 seconds when the mail service is silent. An account that may send one mail a second has its senders wait less
 * than that between two mails (functions/sender/pace.ts). The queue hides a message six times as long, as Lambda asks.
 */
export const SENDER_TIMEOUT = Duration.minutes(3);

const ATTEMPTS = 5;

/**
 * The mails planned by a night, waiting for the sender. A message only says which mail to look at: the table holds
 * the truth, so a message delivered twice sends nothing twice, and one lost is queued again by the next run.
 */
export class MailQueue extends Construct {
  readonly queue: Queue;
  readonly dead: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.dead = deadLetters(this, 'Dead', 'Holds mails the sender failed five times.');
    this.queue = keptQueue(this, 'Queue', {
      visibilityTimeout: Duration.seconds(SENDER_TIMEOUT.toSeconds() * 6),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: ATTEMPTS },
    });
  }

  /** The sender takes ten at a time and gives back only those that failed. */
  feeds(sender: TrackerFunction, options: { readonly atOnce: number; readonly enabled: boolean }): void {
    sender.fn.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 10,
        reportBatchItemFailures: true,
        maxConcurrency: options.atOnce,
        enabled: options.enabled,
      }),
    );
  }
}
