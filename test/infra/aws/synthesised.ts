import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RecordsStack } from '../../../infra/aws/records-stack.ts';
import { ServiceStack } from '../../../infra/aws/service-stack.ts';
import { evidenceBucketName, stageFrom } from '../../../infra/aws/stages.ts';

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
};

export function serviceTemplate(given: Record<string, string>, dist = emptyBundles()): Template {
  const stage = stageFrom((name) => given[name]);
  return Template.fromStack(new ServiceStack(new App(), 'service', { stage, dist }));
}

export function recordsTemplate(): Template {
  return Template.fromStack(
    new RecordsStack(new App(), 'records', {
      tableName: 'records-of-a-test',
      bucketName: evidenceBucketName('test'),
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
