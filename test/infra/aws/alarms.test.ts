import { describe, expect, it } from 'vitest';
import { LIVE, type Resource, resources, serviceTemplate } from './synthesised.ts';

const template = serviceTemplate(LIVE);
const alarms = Object.entries(resources(template, 'AWS::CloudWatch::Alarm'));

function alarm(name: string): Resource['Properties'] {
  return alarms.find(([id]) => id.startsWith(`Alarms${name}`))![1].Properties;
}

describe('every alarm', () => {
  it.each(alarms)('%s says in plain words who is affected', (_id, { Properties }) => {
    expect(Properties.AlarmDescription).toMatch(/owner|nobody|staff/i);
    expect(Properties.AlarmDescription).not.toMatch(/lambda|sqs|sns|dlq|dynamodb|5xx|invocation/i);
  });

  it('reaches a person, when it rings and when it stops', () => {
    for (const [, { Properties }] of alarms) {
      expect(JSON.stringify(Properties.AlarmActions)).toContain('AlarmsTopic');
      expect(JSON.stringify(Properties.OKActions)).toContain('AlarmsTopic');
    }
    const byMail = Object.values(resources(template, 'AWS::SNS::Subscription')).filter(
      (subscription) => subscription.Properties.Protocol === 'email',
    );
    expect(byMail.map((subscription) => subscription.Properties.Endpoint)).toEqual([LIVE.alarmEmail]);
  });

  it('may be published by CloudWatch, whose default permission a topic with its own policy loses', () => {
    const policy = Object.entries(resources(template, 'AWS::SNS::TopicPolicy')).find(([id]) =>
      id.startsWith('AlarmsTopic'),
    )![1];
    expect(policy.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
  });
});

describe('an alarm rings when', () => {
  it('no run has started for 24 hours, also when nothing at all was measured', () => {
    expect(alarm('NightDidNotRun')).toMatchObject({
      MetricName: 'Invocations',
      Period: 86400,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it.each(['NightFailed', 'SenderFailed', 'NightNotAccountedFor', 'LedgerDiffers'])(
    '%s: one error',
    (name) => {
      expect(alarm(name)).toMatchObject({ MetricName: 'Errors', Statistic: 'Sum', Threshold: 1 });
    },
  );

  it('a deadline or a mail was left out, and only a log says so', () => {
    expect(alarm('SomebodyLeftOut')).toMatchObject({
      Namespace: 'RecommendationTracker/live',
      MetricName: 'LoggedErrors',
      Threshold: 1,
    });
    const filters = Object.values(resources(template, 'AWS::Logs::MetricFilter'));
    expect(filters.map(({ Properties }) => Properties.LogGroupName.Ref)).toEqual([
      expect.stringContaining('NightlyLog'),
      expect.stringContaining('SenderLog'),
      expect.stringContaining('FeedbackLog'),
    ]);
    for (const { Properties } of filters) {
      expect(Properties.FilterPattern).toBe('{ $.level = "ERROR" }');
      expect(Properties.MetricTransformations).toEqual([
        { MetricNamespace: 'RecommendationTracker/live', MetricName: 'LoggedErrors', MetricValue: '1' },
      ]);
    }
  });

  it.each(['RunNotStarted', 'RunGivenUp', 'MailGivenUp', 'FeedbackGivenUp', 'ReconcileNotStarted'])(
    '%s: one dead letter',
    (name) => {
      expect(alarm(name)).toMatchObject({
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Statistic: 'Maximum',
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      });
    },
  );

  it('a mail has waited for an hour', () => {
    expect(alarm('MailWaiting')).toMatchObject({
      MetricName: 'ApproximateAgeOfOldestMessage',
      Threshold: 3600,
    });
  });

  it('three mails in a hundred bounce, before AWS reviews the account at five', () => {
    expect(alarm('MailBounces')).toMatchObject({ MetricName: 'Reputation.BounceRate', Threshold: 0.03 });
  });

  it('the pages fail', () => {
    expect(alarm('PagesFailing')).toMatchObject({ MetricName: '5xx', Threshold: 5 });
  });
});

it('every dead-letter queue has an alarm', () => {
  const watched = alarms.map(([, { Properties }]) => JSON.stringify(Properties.Dimensions ?? '')).join();
  const dead = Object.values(resources(template, 'AWS::SQS::Queue')).flatMap((queue) =>
    queue.Properties.RedrivePolicy
      ? [queue.Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0] as string]
      : [],
  );
  expect(dead).toHaveLength(2);
  for (const id of dead) expect(watched).toContain(id);
});
