import { Duration, Stack } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetters, keptQueue } from './kept-queue.ts';
import type { TrackerFunction } from './tracker-function.ts';

/** Ten reports at a time, each two reads and a write; the queue hides them six times as long, so five tries last five minutes. */
export const FEEDBACK_TIMEOUT = Duration.seconds(10);

const ATTEMPTS = 5;

/** Everything SES tells about one mail, except whether it was opened: the service does not watch its readers. */
const EVENTS = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
  EmailSendingEvent.DELIVERY_DELAY,
];

/** How mails leave (over TLS or not at all), and the queue in which SES's word on each of them is kept. */
export class MailSending extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly feedback: Queue;
  readonly deadFeedback: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    const topic = new Topic(this, 'Events', { enforceSSL: true });
    this.configurationSet.addEventDestination('EventsToTopic', {
      destination: EventDestination.snsTopic(topic),
      events: EVENTS,
    });
    this.deadFeedback = deadLetters(
      this,
      'DeadFeedback',
      'Holds reports on mails that could not be taken in.',
    );
    this.feedback = keptQueue(this, 'Feedback', {
      visibilityTimeout: Duration.seconds(FEEDBACK_TIMEOUT.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadFeedback, maxReceiveCount: ATTEMPTS },
    });
    topic.addSubscription(
      new SqsSubscription(this.feedback, { rawMessageDelivery: true, deadLetterQueue: this.deadFeedback }),
    );
  }

  /** The feedback function takes in what SES reports, ten at a time, and gives back only what it could not take in. */
  reportsTo(feedback: TrackerFunction): void {
    feedback.fn.addEventSource(
      new SqsEventSource(this.feedback, { batchSize: 10, reportBatchItemFailures: true }),
    );
  }

  /** Lets a function ask how many mails may still leave, and how fast. The quota is the account's, so it has no resource to name. */
  allowReadingQuota(reader: TrackerFunction): void {
    reader.may(['ses:GetSendQuota'], ['*']);
  }

  /** Lets a function send from this one address, as this one identity, through this configuration set, and no other. */
  allowSending(sender: TrackerFunction, from: { readonly address: string; readonly identity: string }): void {
    const ses = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    sender.may(
      ['ses:SendRawEmail'],
      [ses('identity', from.identity), ses('configuration-set', this.configurationSet.configurationSetName)],
      { StringEqualsIgnoreCase: { 'ses:FromAddress': from.address } },
    );
  }
}
