import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RecordsStack } from '../../../infra/aws/records-stack.ts';
import { ServiceStack } from '../../../infra/aws/service-stack.ts';
import { evidenceBucketName, type staffPoolNames, stageFrom } from '../../../infra/aws/stages.ts';

// CDK's own validation of a template takes six seconds; `cdk synth` runs it, and these tests need only the template.
process.env.CDK_VALIDATION = 'false';

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is free-form; the assertions say what shape they expect.
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** A folder of bundles that hold nothing: the template does not depend on what is inside. */
export function emptyBundles(
  names: readonly string[] = ['web', 'nightly', 'sender', 'feedback', 'watchdog', 'reconcile'],
): string {
  const dist = mkdtempSync(join(tmpdir(), 'tracker-bundles-'));
  for (const name of names) {
    mkdirSync(join(dist, name));
    writeFileSync(join(dist, name, 'index.mjs'), 'export const handler = () => undefined;\n');
  }
  return dist;
}

export const LIVE = {
  stage: 'live',
  organisation: 'Borsetshire Police',
  mailFrom: 'reminders@borsetshire.police.uk',
  liaisonEmail: 'liaison@borsetshire.police.uk',
  alarmEmail: 'learning@borsetshire.police.uk',
  administrators: 'jo.archer@borsetshire.police.uk',
};

/** Live, with staff who sign in as they do to everything else of their force. */
export const LIVE_WITH_ENTRA = {
  ...LIVE,
  identityIssuer: 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0',
  identityClientId: '66666666-7777-8888-9999-000000000000',
  identitySecretArn: 'arn:aws:secretsmanager:eu-west-2:111122223333:secret:tracker/entra-AbCdEf',
  identityTrustsEmail: 'always',
};

export function serviceTemplate(given: Record<string, string>, dist = emptyBundles()): Template {
  const stage = stageFrom((name) => given[name]);
  return Template.fromStack(new ServiceStack(new App(), 'service', { stage, dist }));
}

export function recordsTemplate(staffPool?: ReturnType<typeof staffPoolNames>): Template {
  return Template.fromStack(
    new RecordsStack(new App(), 'records', {
      tableName: 'records-of-a-test',
      bucketName: evidenceBucketName('test'),
      staffPool,
    }),
  );
}

export function resources(template: Template, type: string): Record<string, Resource> {
  return template.findResources(type) as Record<string, Resource>;
}

/** The one resource of its type whose logical id starts so. */
export function resource(template: Template, type: string, prefix = ''): Resource {
  const found = Object.entries(resources(template, type)).filter(([id]) => id.startsWith(prefix));
  if (found.length !== 1) throw new Error(`Expected one ${type} named ${prefix}…, found ${found.length}.`);
  return found[0]![1];
}

/** What CloudFormation puts in the place of what it makes: here all of it is one address, because that is a name as well. */
const MADE = 'https://made.example.org';

/** Exactly the environment that one function finds once it is deployed. */
export function environmentIn(template: Template, name: string): Record<string, string> {
  const prefix = `${name[0]!.toUpperCase()}${name.slice(1)}Function`;
  const { Variables } = resource(template, 'AWS::Lambda::Function', prefix).Properties.Environment;
  return Object.fromEntries(
    Object.entries(Variables).map(([key, value]) => [key, typeof value === 'string' ? value : MADE]),
  );
}
