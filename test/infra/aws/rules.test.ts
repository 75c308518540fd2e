import { App, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { RecordsStack } from '../../../infra/aws/records-stack.ts';
import { ServiceStack } from '../../../infra/aws/service-stack.ts';
import { evidenceBucketName, staffPoolNames, stageFrom } from '../../../infra/aws/stages.ts';
import { emptyBundles, LIVE, LIVE_WITH_ENTRA } from './synthesised.ts';

function liveApp(given: Record<string, string> = LIVE): { app: App; service: ServiceStack } {
  const app = new App();
  const stage = stageFrom((name) => given[name]);
  new RecordsStack(app, 'records', {
    tableName: stage.tableName,
    bucketName: evidenceBucketName(stage.name),
    staffPool: stage.identity ? undefined : staffPoolNames(stage.name),
  });
  return { app, service: new ServiceStack(app, 'service', { stage, dist: emptyBundles() }) };
}

/** The rules of the AwsSolutions pack that are broken and not answered with a reason. */
function unanswered(app: App): string[] {
  return new AwsSolutionsChecks(app).validateScope(app).violations.map((violation) => violation.ruleName);
}

const NAMED = {
  serviceUrl: 'https://tracker.borsetshire.police.uk',
  certificateArn: 'arn:aws:acm:eu-west-2:111122223333:certificate/tracker',
};

it.each([
  ['a pool of its own', LIVE],
  ['the provider of the organisation', LIVE_WITH_ENTRA],
  ['an address of its own', { ...LIVE, ...NAMED }],
])('with %s every finding of the AwsSolutions rules is put right or answered with a reason', (_, given) => {
  expect(unanswered(liveApp(given).app)).toEqual([]);
});

it('a careless addition would be found', () => {
  const { app, service } = liveApp();
  new Topic(service, 'Careless');
  expect(unanswered(app)).toContain('AwsSolutions-SNS3');
});

it('the only answers are for traces, the mail quota, dead-letter queues, the two folders of files, the scan of them, and the public door', () => {
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
  expect(about('AwsSolutions-APIG4')).toBe(1);
  expect(answers).toHaveLength(17);
});
