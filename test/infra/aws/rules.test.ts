import { App, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { RecordsStack } from '../../../infra/aws/records-stack.ts';
import { ServiceStack } from '../../../infra/aws/service-stack.ts';
import { evidenceBucketName, stageFrom } from '../../../infra/aws/stages.ts';
import { emptyBundles, LIVE } from './synthesised.ts';

function liveApp(): { app: App; service: ServiceStack } {
  const app = new App();
  const stage = stageFrom((name) => LIVE[name as keyof typeof LIVE]);
  new RecordsStack(app, 'records', {
    tableName: stage.tableName,
    bucketName: evidenceBucketName(stage.name),
  });
  return { app, service: new ServiceStack(app, 'service', { stage, dist: emptyBundles() }) };
}

/** The rules of the AwsSolutions pack that are broken and not answered with a reason. */
function unanswered(app: App): string[] {
  return new AwsSolutionsChecks(app).validateScope(app).violations.map((violation) => violation.ruleName);
}

it('every finding of the AwsSolutions rules is put right or answered with a reason', () => {
  expect(unanswered(liveApp().app)).toEqual([]);
});

it('a careless addition would be found', () => {
  const { app, service } = liveApp();
  new Topic(service, 'Careless');
  expect(unanswered(app)).toContain('AwsSolutions-SNS3');
});

it('the only answers are for traces, the quota of the mail account, dead-letter queues and the two folders of files', () => {
  const { service } = liveApp();
  const answers = service.node
    .findAll()
    .flatMap((construct) => construct.node.metadata)
    .filter((entry) => entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .map((entry) => JSON.stringify(entry.data));
  const about = (rule: string) => answers.filter((answer) => answer.includes(rule)).length;
  expect(about('AwsSolutions-IAM5[Resource::*]')).toBe(6);
  expect(about('AwsSolutions-SQS3')).toBe(8);
  expect(about('AwsSolutions-IAM5[Resource::arn:')).toBe(2);
  expect(answers).toHaveLength(16);
});
