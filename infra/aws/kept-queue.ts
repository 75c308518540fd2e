import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** The longest SQS keeps a message: a fault found after a fortnight's leave can still be put right. */
const FOURTEEN_DAYS = Duration.days(14);

/** A queue that is encrypted, speaks TLS only and keeps its messages for fourteen days. */
export function keptQueue(scope: Construct, id: string, props: QueueProps = {}): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: FOURTEEN_DAYS,
    ...props,
  });
}

/** Where messages wait for a person after the machinery has given up on them; `holds` says which those are. */
export function deadLetters(scope: Construct, id: string, holds: string): Queue {
  const queue = keptQueue(scope, id);
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: `This queue is itself a dead-letter queue. ${holds}`,
  });
  return queue;
}
