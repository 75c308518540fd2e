import { Aws, Stack, Validations } from 'aws-cdk-lib';
import { nothingFound, scanTag } from '../../shared/files/virus-scan.ts';
import type { TrackerFunction } from './tracker-function.ts';

/**
 * The calls the pages make to the files of evidence, by where those lie; a test reads the bundle and finds the same. A signed form or
 * address is a permission of the pages, lent for a while. Nobody may list, and nobody may delete.
 */
export const FILE_CALLS = {
  waiting: ['GetObjectTagging', 'GetObjectVersion', 'PutObject'],
  kept: ['GetObject', 'PutObject'],
} as const;

/** The calls on a waiting file that the bucket allows only for a version in which the scan found nothing, whatever our code asks. */
const ONCE_SCANNED: readonly string[] = ['GetObjectVersion'];
const NOTHING_FOUND = { StringEquals: { [`s3:ExistingObjectTag/${scanTag}`]: nothingFound } };

/** Gives the pages their calls on the bucket. */
export function allowFiles(web: TrackerFunction, bucketName: string): void {
  const bucket = Stack.of(web).formatArn({
    service: 's3',
    region: '',
    account: '',
    resource: bucketName,
  });
  for (const [folder, calls] of Object.entries(FILE_CALLS)) {
    const files = [`${bucket}/${folder}/*`];
    const named = (chosen: readonly string[]) => chosen.map((call) => `s3:${call}`);
    web.may(named(calls.filter((call) => !ONCE_SCANNED.includes(call))), files);
    const scanned = calls.filter((call) => ONCE_SCANNED.includes(call));
    if (scanned.length > 0) web.may(named(scanned), files, NOTHING_FOUND);
    Validations.of(web.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${asFound(bucketName)}/${folder}/*]`,
      reason:
        'A file is named after what it is for, so its name is not known before it is sent; its folder is.',
    });
  }
}

/** A bucket's name as a finding spells it. */
const asFound = (bucketName: string) =>
  bucketName.replace(Aws.ACCOUNT_ID, '<AWS::AccountId>').replace(Aws.REGION, '<AWS::Region>');
