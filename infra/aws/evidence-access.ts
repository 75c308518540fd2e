import { Aws, Stack, Validations } from 'aws-cdk-lib';
import type { TrackerFunction } from './tracker-function.ts';

/**
 * The calls the pages make to the files of evidence, by where those lie; a test reads the bundle and finds the same. A signed form or
 * address is a permission of the pages, lent for a while. Nobody may list, and nobody may delete.
 */
export const FILE_CALLS = {
  waiting: ['GetObject', 'PutObject'],
  kept: ['GetObject', 'PutObject'],
} as const;

/** Gives the pages their calls on the bucket. */
export function allowFiles(web: TrackerFunction, bucketName: string): void {
  const bucket = Stack.of(web).formatArn({
    service: 's3',
    region: '',
    account: '',
    resource: bucketName,
  });
  for (const [folder, calls] of Object.entries(FILE_CALLS)) {
    web.may(
      calls.map((call) => `s3:${call}`),
      [`${bucket}/${folder}/*`],
    );
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
