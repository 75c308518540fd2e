import { Aws, Duration, TimeZone } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { runsInCron } from '../../shared/domain/run-times.ts';
import { deadLetters } from './kept-queue.ts';
import type { TrackerFunction } from './tracker-function.ts';

/** What is started when: `hour` and `minute` as in a cron expression, by the clock on the wall in London; every day where no day is named. */
export interface Times {
  readonly hour: string;
  readonly minute: string;
  /** A day of the week, as in a cron expression: 'MON'. */
  readonly weekDay?: string;
  readonly description: string;
}

/**
 * When the compliance run starts: 06:10, and again at 10:10 and 14:10 for what a failed run left over. A second run of a
 * finished day finds nothing to do.
 */
export const NIGHTLY: Times = {
  ...runsInCron,
  description: 'Finds what approaches, opens, falls due or lapses, and plans one mail to each owner.',
};

/** When the watchdog looks whether the day's run is there, ended and balances. */
export const WATCH: Times = {
  hour: '8',
  minute: '0',
  description: 'Looks whether the run of the day is there, ended and balances, and writes to liaison staff.',
};

/** When the ledger is compared with what should have been sent: half an hour before Monday's summary, which tells what was found. */
export const RECONCILE: Times = {
  hour: '7',
  minute: '30',
  weekDay: 'MON',
  description: 'Compares the ledger of reminders with what should have been sent.',
};

/**
 * Starts a function at the same times every day, or on one day of the week, in London time. Never between 00:30 and 02:30: a time in the hour that the spring clock change
 * removes is skipped for that day.
 */
export class LondonSchedule extends Construct {
  /** Runs the Scheduler could not start. */
  readonly notStarted: Queue;
  /** Runs that started and failed, after two more tries. */
  readonly failed: Queue;

  constructor(
    scope: Construct,
    id: string,
    props: { readonly starts: TrackerFunction; readonly times: Times; readonly enabled: boolean },
  ) {
    super(scope, id);
    const { starts, times } = props;
    this.notStarted = deadLetters(this, 'NotStarted', 'Holds runs the Scheduler could not start.');
    this.failed = deadLetters(this, 'Failed', 'Holds runs that failed three times.');
    starts.fn.configureAsyncInvoke({
      onFailure: new SqsDestination(this.failed),
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
    });
    new Schedule(this, 'Starts', {
      description: times.description,
      schedule: ScheduleExpression.cron({
        minute: times.minute,
        hour: times.hour,
        ...(times.weekDay ? { weekDay: times.weekDay } : {}),
        timeZone: TimeZone.EUROPE_LONDON,
      }),
      timeWindow: TimeWindow.off(),
      enabled: props.enabled,
      target: new LambdaInvoke(starts.fn, {
        input: ScheduleTargetInput.fromObject({ scheduledAt: ContextAttribute.scheduledTime }),
        role: this.schedulerRole(starts).withoutPolicyUpdates(),
        deadLetterQueue: this.notStarted,
        retryAttempts: 5,
        maxEventAge: Duration.hours(1),
      }),
    });
  }

  /** Written out here because the role CDK would make may invoke every version of the function, not only this one. */
  private schedulerRole(starts: TrackerFunction): Role {
    const allow = (action: string, resource: string) =>
      new PolicyStatement({ actions: [action], resources: [resource] });
    return new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: {
        StartTheRun: new PolicyDocument({
          statements: [
            allow('lambda:InvokeFunction', starts.fn.functionArn),
            allow('sqs:SendMessage', this.notStarted.queueArn),
          ],
        }),
      },
    });
  }
}
