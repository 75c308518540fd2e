import { join } from 'node:path';
import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { RecordsStack } from './records-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { SetUpError } from './set-up-error.ts';
import { evidenceBucketName, givenIn, recordsTableName, staffPoolNames, stageFrom } from './stages.ts';

const dist = join(import.meta.dirname, '../../dist');

/** Both stacks of one stage, chosen with `-c stage=dev` (the default) or `-c stage=live`. */
function main(): void {
  const app = new App({ autoSynth: false });
  const stage = stageFrom(givenIn((name) => app.node.tryGetContext(name)));
  const prefix = `recommendation-tracker-${stage.name}`;
  const { terminationProtection } = stage;
  const records = new RecordsStack(app, `${prefix}-records`, {
    description:
      'Recommendation Tracker: the records. Deleting this stack leaves the table, the files and the pool of staff.',
    tableName: recordsTableName(stage.name),
    bucketName: evidenceBucketName(stage.name),
    staffPool: stage.identity ? undefined : staffPoolNames(stage.name),
    terminationProtection,
  });
  const service = new ServiceStack(app, `${prefix}-service`, {
    description: 'Recommendation Tracker: functions, schedule, queues, door and alarms.',
    stage,
    dist,
    terminationProtection,
  });
  service.addStackDependency(records);
  Tags.of(app).add('service', 'recommendation-tracker');
  Tags.of(app).add('stage', stage.name);
  if (process.env.CDK_VALIDATION !== 'false') {
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  }
  app.synth();
}

try {
  main();
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
