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
import { deadLetters } from './kept-queue.ts';
import type { TrackerFunction } from './tracker-function.ts';

/**
 * When the compliance run starts, in London time: 06:10, and again at 10:10 and 14:10 for what a failed run left over.
 * A second run of a finished day finds nothing to do. Never between 00:30 and 02:30: a time in the hour that the
 * spring clock change removes is skipped for that day.
 */
export class NightlySchedule extends Construct {
  /** Runs the Scheduler could not start. */
  readonly notStarted: Queue;
  /** Runs that started and failed, after two more tries. */
  readonly failed: Queue;

  constructor(
    scope: Construct,
    id: string,
    props: { readonly nightly: TrackerFunction; readonly enabled: boolean },
  ) {
    super(scope, id);
    const { nightly } = props;
    this.notStarted = deadLetters(this, 'NotStarted', 'Holds runs the Scheduler could not start.');
    this.failed = deadLetters(this, 'Failed', 'Holds runs the nightly function failed three times.');
    nightly.fn.configureAsyncInvoke({
      onFailure: new SqsDestination(this.failed),
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
    });
    new Schedule(this, 'Daily', {
      description: 'Finds what approaches, opens, falls due or lapses, and plans one mail to each owner.',
      schedule: ScheduleExpression.cron({
        minute: '10',
        hour: '6,10,14',
        timeZone: TimeZone.EUROPE_LONDON,
      }),
      timeWindow: TimeWindow.off(),
      enabled: props.enabled,
      target: new LambdaInvoke(nightly.fn, {
        input: ScheduleTargetInput.fromObject({ scheduledAt: ContextAttribute.scheduledTime }),
        role: this.schedulerRole(nightly).withoutPolicyUpdates(),
        deadLetterQueue: this.notStarted,
        retryAttempts: 5,
        maxEventAge: Duration.hours(1),
      }),
    });
  }

  /** Written out here because the role CDK would make may invoke every version of the function, not only this one. */
  private schedulerRole(nightly: TrackerFunction): Role {
    const allow = (action: string, resource: string) =>
      new PolicyStatement({ actions: [action], resources: [resource] });
    return new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: {
        StartTheRun: new PolicyDocument({
          statements: [
            allow('lambda:InvokeFunction', nightly.fn.functionArn),
            allow('sqs:SendMessage', this.notStarted.queueArn),
          ],
        }),
      },
    });
  }
}
