import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { LondonSchedule } from './london-schedule.ts';
import type { MailQueue } from './mail-queue.ts';
import type { MailSending } from './mail-sending.ts';
import type { TrackerFunction } from './tracker-function.ts';

/** What is watched. */
export interface Watched {
  readonly api: HttpApi;
  readonly nightly: TrackerFunction;
  readonly sender: TrackerFunction;
  readonly feedback: TrackerFunction;
  readonly watchdog: TrackerFunction;
  readonly reconcile: TrackerFunction;
  readonly schedule: LondonSchedule;
  readonly watch: LondonSchedule;
  readonly weekly: LondonSchedule;
  readonly mailQueue: MailQueue;
  readonly mailSending: MailSending;
}

/** When an alarm rings and what it says. */
export interface Ring {
  readonly metric: IMetric;
  /** The number at which it rings. */
  readonly at: number;
  /** Rings below that number instead of at or above it; silence then rings too. */
  readonly below?: true;
  /** Who is affected and what to look at, in plain words: this is the text of the e-mail. */
  readonly says: string;
}

export const FIVE_MINUTES = Duration.minutes(5);
/** The share of bounces at which AWS puts an account under review is 5 in 100; ring earlier. */
const BOUNCE_SHARE = 0.03;
const OLDEST_MAIL = Duration.hours(1);

/** One ring for each way in which somebody can be let down, except what only a log tells (alarms.ts). */
export const ringsOf = (watched: Watched): Record<string, Ring> => ({
  ...nightRings(watched),
  ...watchRings(watched),
  ...ledgerRings(watched),
  ...deadLetterRings(watched),
  ...mailRings(watched),
  ...webRings(watched),
});

function nightRings({ nightly }: Watched): Record<string, Ring> {
  return {
    NightDidNotRun: {
      metric: nightly.fn.metricInvocations({ period: Duration.days(1), statistic: Stats.SUM }),
      at: 1,
      below: true,
      says:
        'The compliance run has not started for 24 hours. Nobody is being reminded: owners may miss deadlines without ' +
        'knowing. Look at the schedule, and at the queue of runs that could not be started.',
    },
    NightFailed: {
      metric: nightly.fn.metricErrors({ period: FIVE_MINUTES }),
      at: 1,
      says:
        'The compliance run stopped with an error. Some owners may not have been reminded today. The next run of the ' +
        'day (06:10, 10:10 or 14:10) takes up what is left; if it fails too, look at the log of the nightly function.',
    },
  };
}

function watchRings({ watchdog, watch }: Watched): Record<string, Ring> {
  return {
    NightNotAccountedFor: {
      metric: watchdog.fn.metricErrors({ period: FIVE_MINUTES }),
      at: 1,
      says:
        'At 08:00 the run of the day was missing, unfinished, did not balance, or its mails had not left. Owners may not have been ' +
        'reminded today. It also rings when the summary for liaison staff could not be planned, or when the weekly comparison of the ' +
        'record of reminders has not been made for eight days. The log of the watchdog says which; ' +
        'the runs at 10:10 and 14:10 take up what is left.',
    },
    WatchdogAsleep: {
      metric: watchdog.fn.metricInvocations({ period: Duration.days(1), statistic: Stats.SUM }),
      at: 1,
      below: true,
      says: 'The watchdog has not run for 24 hours. Nobody would be told if the compliance run failed.',
    },
    WatchNotStarted: {
      metric: watch.notStarted.metricApproximateNumberOfMessagesVisible({
        period: FIVE_MINUTES,
        statistic: Stats.MAXIMUM,
      }),
      at: 1,
      says: 'The watchdog could not be started. Nobody would be told if the compliance run failed.',
    },
  };
}

function ledgerRings({ reconcile, weekly }: Watched): Record<string, Ring> {
  return {
    LedgerDiffers: {
      metric: reconcile.fn.metricErrors({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      at: 1,
      says:
        'The weekly comparison of the record of reminders with what should have been sent found a difference, or could not be made. ' +
        'An owner may have been left out. The exceptions on the first page say which recommendation; the log of the reconcile ' +
        'function says the rest. Where that names rows of the list alone, staff may have seen something wrong there, which is right again.',
    },
    ReconcileNotStarted: {
      metric: weekly.notStarted.metricApproximateNumberOfMessagesVisible({
        period: FIVE_MINUTES,
        statistic: Stats.MAXIMUM,
      }),
      at: 1,
      says:
        'The weekly comparison of the record of reminders with what should have been sent could not be started. Nobody would ' +
        'notice an owner who was left out. The message in the queue says why.',
    },
  };
}

function deadLetterRings({ schedule, mailQueue, mailSending }: Watched): Record<string, Ring> {
  const waiting = (queue: Queue, says: string): Ring => ({
    metric: queue.metricApproximateNumberOfMessagesVisible({
      period: FIVE_MINUTES,
      statistic: Stats.MAXIMUM,
    }),
    at: 1,
    says,
  });
  return {
    RunNotStarted: waiting(
      schedule.notStarted,
      'A compliance run could not be started at all. Owners due a reminder today may not get one. The message in the ' +
        'queue says why.',
    ),
    RunGivenUp: waiting(
      schedule.failed,
      'A compliance run failed three times and was given up. Owners due a reminder today may not get one. The message ' +
        'in the queue holds the error.',
    ),
    MailGivenUp: waiting(
      mailQueue.dead,
      'A mail failed five times and was given up. Its owner has not been reminded and does not know. The message in ' +
        'the queue says which mail: write to that owner yourself until it is put right.',
    ),
    FeedbackGivenUp: waiting(
      mailSending.deadFeedback,
      'The mail service reported what became of a mail and the report could not be taken in within five minutes: it is about a mail nobody knows, or cannot be read. A bounced address may go ' +
        'unnoticed, and its owner be left without reminders.',
    ),
  };
}

function mailRings({ sender, mailQueue, mailSending }: Watched): Record<string, Ring> {
  return {
    SenderFailed: {
      metric: sender.fn.metricErrors({ period: FIVE_MINUTES }),
      at: 1,
      says:
        'The sender stopped with an error. Mails to owners are late, not lost: each is tried again. If this rings ' +
        'more than once, look at the log of the sender function.',
    },
    MailWaiting: {
      metric: mailQueue.queue.metricApproximateAgeOfOldestMessage({
        period: FIVE_MINUTES,
        statistic: Stats.MAXIMUM,
      }),
      at: OLDEST_MAIL.toSeconds(),
      says:
        'A mail has been waiting for more than an hour. Owners get their reminders late today. Look at the sender ' +
        'function, and at whether the mail service has paused or slowed this account.',
    },
    MailBounces: {
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.BounceRate',
        dimensionsMap: { 'ses:configuration-set': mailSending.configurationSet.configurationSetName },
        period: Duration.hours(1),
        statistic: Stats.MAXIMUM,
      }),
      at: BOUNCE_SHARE,
      says:
        'More than 3 mails in 100 come back. Those owners get no reminders, and above 5 in 100 the mail service may ' +
        'stop all mail. Put the addresses right in the contacts.',
    },
  };
}

function webRings({ api }: Watched): Record<string, Ring> {
  return {
    PagesFailing: {
      metric: api.metricServerError({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      at: 5,
      says:
        'The pages answered with a fault five times in five minutes. Liaison staff cannot rely on recording or looking ' +
        'things up; reminders still go out. Look at the log of the web function.',
    },
  };
}
