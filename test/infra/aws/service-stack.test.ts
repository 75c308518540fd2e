import { describe, expect, it } from 'vitest';
import { stageFrom } from '../../../infra/aws/stages.ts';
import { waitBefore } from '../../../shared/domain/quota.ts';
import { LIVE, type Resource, resource, resources, serviceTemplate } from './synthesised.ts';

const template = serviceTemplate(LIVE);
const FOURTEEN_DAYS = 14 * 24 * 60 * 60;
const FUNCTIONS = ['Web', 'Nightly', 'Sender', 'Feedback', 'Watchdog', 'Reconcile'];
const ENVIRONMENT = [
  'CONFIGURATION_SET',
  'EVIDENCE_BUCKET',
  'LIAISON_EMAIL',
  'MAIL_FROM',
  'MAIL_QUEUE_URL',
  'ORGANISATION',
  'SENDERS_AT_ONCE',
  'SEND_TO',
  'SERVICE_URL',
  'TABLE_NAME',
];

/** Only the pages need to know how staff sign in. */
const SIGN_IN = ['ADMINISTRATORS', 'IDENTITY_CLIENT_ID', 'IDENTITY_ISSUER', 'IDENTITY_TRUSTS_EMAIL'];

const queue = (prefix: string) => resource(template, 'AWS::SQS::Queue', prefix);
const lambda = (prefix: string) => resource(template, 'AWS::Lambda::Function', prefix);

describe('the schedule', () => {
  const schedule = resource(template, 'AWS::Scheduler::Schedule', 'Schedule').Properties;
  const [minutes, hours] = schedule.ScheduleExpression.replace('cron(', '').split(' ');

  it('runs the nightly function in London time, at ten past six, ten and two, every day', () => {
    expect(schedule.ScheduleExpression).toBe('cron(10 6,10,14 * * ? *)');
    expect(schedule.ScheduleExpressionTimezone).toBe('Europe/London');
    expect(schedule.State).toBe('ENABLED');
  });

  it('never runs between 00:30 and 02:30, where a clock change can swallow or repeat a time', () => {
    for (const hour of hours.split(',')) {
      const minuteOfDay = Number(hour) * 60 + Number(minutes);
      expect(minuteOfDay < 30 || minuteOfDay > 150).toBe(true);
    }
  });

  it('runs at that minute and not at some time around it', () => {
    expect(schedule.FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
  });

  it('tells the run for which moment it was started, so that a late run is worded for its own day', () => {
    expect(JSON.parse(schedule.Target.Input)).toEqual({ scheduledAt: '<aws.scheduler.scheduled-time>' });
  });

  it('has the watchdog look at eight in the morning, London time', () => {
    const watch = resource(template, 'AWS::Scheduler::Schedule', 'Watch').Properties;
    expect([watch.ScheduleExpression, watch.ScheduleExpressionTimezone]).toEqual([
      'cron(0 8 * * ? *)',
      'Europe/London',
    ]);
    expect(JSON.stringify(watch.Target.DeadLetterConfig)).toContain('WatchNotStarted');
  });

  it('has the ledger compared on Mondays at half past seven, before the summary that tells of it', () => {
    const weekly = resource(template, 'AWS::Scheduler::Schedule', 'Weekly').Properties;
    expect([weekly.ScheduleExpression, weekly.ScheduleExpressionTimezone]).toEqual([
      'cron(30 7 ? * MON *)',
      'Europe/London',
    ]);
    expect(JSON.stringify(weekly.Target.DeadLetterConfig)).toContain('WeeklyNotStarted');
  });

  it('gives up on a start within the hour, and keeps what it could not start', () => {
    expect(schedule.Target.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 5 });
    expect(JSON.stringify(schedule.Target.DeadLetterConfig)).toContain('ScheduleNotStarted');
    expect(queue('ScheduleNotStarted').Properties.MessageRetentionPeriod).toBe(FOURTEEN_DAYS);
  });

  it('keeps a run that failed three times in a queue of its own', () => {
    const config = resource(template, 'AWS::Lambda::EventInvokeConfig', 'Nightly').Properties;
    expect(config.MaximumRetryAttempts).toBe(2);
    expect(JSON.stringify(config.DestinationConfig.OnFailure)).toContain('ScheduleFailed');
  });
});

describe('a mail on its way', () => {
  const source = resource(template, 'AWS::Lambda::EventSourceMapping', 'Sender').Properties;

  it('that fails five times is kept in a dead-letter queue for fourteen days', () => {
    const redrive = queue('MailQueue1').Properties.RedrivePolicy;
    expect(redrive.maxReceiveCount).toBe(5);
    expect(JSON.stringify(redrive.deadLetterTargetArn)).toContain('MailQueueDead');
    expect(queue('MailQueueDead').Properties.MessageRetentionPeriod).toBe(FOURTEEN_DAYS);
  });

  it('is hidden from a second sender for six times as long as a sender may take', () => {
    const timeout = lambda('Sender').Properties.Timeout;
    expect(queue('MailQueue1').Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * timeout);
  });

  it('has time for a batch, at the pace of an account that may send one a second and with a mail service that says nothing', () => {
    const { sendersAtOnce } = stageFrom((name) => LIVE[name as keyof typeof LIVE]);
    expect(lambda('Sender').Properties.Environment.Variables.SENDERS_AT_ONCE).toBe(String(sendersAtOnce));
    expect(source.ScalingConfig.MaximumConcurrency).toBe(sendersAtOnce);
    const [quota, silence] = [3 * 8, 13];
    const pace = waitBefore(0, 0, 1, sendersAtOnce) / 1_000;
    const batch = quota + pace + source.BatchSize * Math.max(silence, pace);
    expect(lambda('Sender').Properties.Timeout).toBeGreaterThan(batch);
  });

  it('is given back alone when it fails, not with the nine others of its batch', () => {
    expect(source.BatchSize).toBe(10);
    expect(source.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(source.ScalingConfig.MaximumConcurrency).toBe(2);
  });

  it('travels over TLS or not at all, and is never watched for being opened', () => {
    const set = resource(template, 'AWS::SES::ConfigurationSet').Properties;
    expect(set.DeliveryOptions.TlsPolicy).toBe('REQUIRE');
    expect(set.ReputationOptions.ReputationMetricsEnabled).toBe(true);
    const { EventDestination } = resource(template, 'AWS::SES::ConfigurationSetEventDestination').Properties;
    expect(EventDestination.MatchingEventTypes.toSorted()).toEqual([
      'bounce',
      'complaint',
      'delivery',
      'deliveryDelay',
      'reject',
      'renderingFailure',
      'send',
    ]);
  });

  it('has what became of it taken in ten at a time, and tried for five minutes before a person must look', () => {
    const reports = resource(template, 'AWS::Lambda::EventSourceMapping', 'Feedback').Properties;
    expect(reports.BatchSize).toBe(10);
    expect(reports.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    const { VisibilityTimeout, RedrivePolicy } = queue('MailSendingFeedback').Properties;
    expect(VisibilityTimeout * RedrivePolicy.maxReceiveCount).toBe(300);
    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * lambda('Feedback').Properties.Timeout);
  });

  it('has what became of it kept for fourteen days, also when it cannot be delivered to the queue', () => {
    const subscription = Object.values(resources(template, 'AWS::SNS::Subscription')).find(
      (candidate) => candidate.Properties.Protocol === 'sqs',
    )!.Properties;
    expect(subscription.RawMessageDelivery).toBe(true);
    expect(JSON.stringify(subscription.RedrivePolicy)).toContain('MailSendingDeadFeedback');
    for (const prefix of ['MailSendingFeedback', 'MailSendingDeadFeedback']) {
      expect(queue(prefix).Properties.MessageRetentionPeriod).toBe(FOURTEEN_DAYS);
    }
  });
});

describe('every queue and topic', () => {
  const refusesPlainText = (policy: Resource) =>
    policy.Properties.PolicyDocument.Statement.some(
      (statement: { Effect: string; Condition?: { Bool?: Record<string, string> } }) =>
        statement.Effect === 'Deny' && statement.Condition?.Bool?.['aws:SecureTransport'] === 'false',
    );

  it('refuses a connection without TLS', () => {
    const queues = Object.values(resources(template, 'AWS::SQS::QueuePolicy'));
    const topics = Object.values(resources(template, 'AWS::SNS::TopicPolicy'));
    expect(queues).toHaveLength(Object.keys(resources(template, 'AWS::SQS::Queue')).length);
    expect(topics).toHaveLength(Object.keys(resources(template, 'AWS::SNS::Topic')).length);
    expect([...queues, ...topics].every(refusesPlainText)).toBe(true);
  });

  it('of messages is encrypted', () => {
    for (const { Properties } of Object.values(resources(template, 'AWS::SQS::Queue'))) {
      expect(Properties.SqsManagedSseEnabled).toBe(true);
    }
  });
});

describe('the functions', () => {
  it.each(FUNCTIONS)(
    '%s runs on Node 24 on arm64, with traces and a log that does not last for ever',
    (name) => {
      const { Properties } = lambda(name);
      expect(Properties.Runtime).toBe('nodejs24.x');
      expect(Properties.Architectures).toEqual(['arm64']);
      expect(Properties.TracingConfig).toEqual({ Mode: 'Active' });
      expect(resource(template, 'AWS::Logs::LogGroup', `${name}Log`).Properties.RetentionInDays).toBe(365);
    },
  );

  it.each(FUNCTIONS)('%s is told exactly what shared/runtime/config.ts reads', (name) => {
    const told = Object.keys(lambda(name).Properties.Environment.Variables);
    expect(told.toSorted()).toEqual((name === 'Web' ? [...ENVIRONMENT, ...SIGN_IN] : ENVIRONMENT).toSorted());
  });

  it('have a role each', () => {
    const roles = FUNCTIONS.map((name) => JSON.stringify(lambda(name).Properties.Role));
    expect(new Set(roles).size).toBe(FUNCTIONS.length);
  });
});

describe('the logs', () => {
  const logs = (of: typeof template) => Object.entries(resources(of, 'AWS::Logs::LogGroup'));
  const trial = serviceTemplate({});

  it('of live stay when the service is deleted, those of the door too; those of a trial go with it', () => {
    expect(logs(template).map(([id]) => id.replace(/Log[0-9A-F]{8}$/, ''))).toEqual([
      'WebApiAccess',
      ...FUNCTIONS,
    ]);
    for (const [, { DeletionPolicy }] of logs(template)) expect(DeletionPolicy).toBe('Retain');
    for (const [, { DeletionPolicy }] of logs(trial)) expect(DeletionPolicy).toBe('Delete');
  });

  it('of a trial are kept for two weeks, those of live for a year', () => {
    for (const [, { Properties }] of logs(template)) expect(Properties.RetentionInDays).toBe(365);
    for (const [, { Properties }] of logs(trial)) expect(Properties.RetentionInDays).toBe(14);
  });
});

describe('while it is paused', () => {
  const paused = serviceTemplate({ ...LIVE, paused: 'true', tableName: 'restored' });

  it('no run starts and no mail leaves', () => {
    for (const { Properties } of Object.values(resources(paused, 'AWS::Scheduler::Schedule'))) {
      expect(Properties.State).toBe('DISABLED');
    }
    expect(resource(paused, 'AWS::Lambda::EventSourceMapping', 'Sender').Properties.Enabled).toBe(false);
  });

  it('the functions can be pointed at a restored table', () => {
    const { Variables } = resource(paused, 'AWS::Lambda::Function', 'Web').Properties.Environment;
    expect(Variables.TABLE_NAME).toBe('restored');
  });
});
