import { describe, expect, it } from 'vitest';
import { keptKey, waitingKey } from '../../../shared/files/file-keys.ts';
import { tableShape } from '../../../shared/store/table.ts';
import { recordsTemplate, resource } from './synthesised.ts';

const table = resource(recordsTemplate(), 'AWS::DynamoDB::GlobalTable');
const [here] = table.Properties.Replicas;

type KeySchema = { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];

const keyOf = (schema: KeySchema) => ({
  partition: schema.find((key) => key.KeyType === 'HASH')!.AttributeName,
  sort: schema.find((key) => key.KeyType === 'RANGE')!.AttributeName,
});

describe('the records', () => {
  it('survive the deletion and the replacement of their stack', () => {
    expect(table.DeletionPolicy).toBe('Retain');
    expect(table.UpdateReplacePolicy).toBe('Retain');
  });

  it('cannot be deleted without turning their protection off first', () => {
    expect(here.DeletionProtectionEnabled).toBe(true);
  });

  it('can be restored to any second of the last weeks', () => {
    expect(here.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
  });

  it('are encrypted under the key AWS manages in this account', () => {
    expect(table.Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
  });

  it('cost nothing while nobody uses them, and stay in one region', () => {
    expect(table.Properties.BillingMode).toBe('PAY_PER_REQUEST');
    expect(table.Properties.Replicas).toHaveLength(1);
    expect(table.Properties.StreamSpecification).toBeUndefined();
  });

  it('have the keys, the indexes and the expiry the store relies on', () => {
    const { KeySchema, GlobalSecondaryIndexes, TimeToLiveSpecification } = table.Properties;
    expect({
      key: keyOf(KeySchema),
      indexes: GlobalSecondaryIndexes.map((index: { IndexName: string; KeySchema: KeySchema }) => ({
        name: index.IndexName,
        ...keyOf(index.KeySchema),
      })),
      expiry: TimeToLiveSpecification.AttributeName,
    }).toEqual(tableShape);
    expect(TimeToLiveSpecification.Enabled).toBe(true);
  });
});

describe('the files of evidence', () => {
  const bucket = resource(recordsTemplate(), 'AWS::S3::Bucket');
  const { Properties } = bucket;

  it('survive the deletion and the replacement of their stack, and every older version is kept', () => {
    expect([bucket.DeletionPolicy, bucket.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    expect(Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
  });

  it('are nobody else’s: no public access, no owner but the account, encrypted, over TLS only', () => {
    expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    expect(Properties.OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
    const [rule] = Properties.BucketEncryption.ServerSideEncryptionConfiguration;
    expect(rule.ServerSideEncryptionByDefault.SSEAlgorithm).toBe('AES256');
    const policy = resource(recordsTemplate(), 'AWS::S3::BucketPolicy').Properties.PolicyDocument;
    expect(policy.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
    expect(policy.Statement.map(({ Effect }: { Effect: string }) => Effect)).toEqual(['Deny', 'Deny']);
  });

  it('go after a day where nobody added them, and never once somebody did', () => {
    const rules = Properties.LifecycleConfiguration.Rules;
    const [waiting, waited, torn] = rules;
    expect(rules).toHaveLength(3);
    expect(waiting).toMatchObject({
      Prefix: 'waiting/',
      ExpirationInDays: 1,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
    });
    expect(waited).toMatchObject({ Prefix: 'waiting/', ExpiredObjectDeleteMarker: true });
    expect(torn).toEqual({
      Id: 'torn',
      Status: 'Enabled',
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
    });
  });

  it('wait where the code puts them, and are kept where no rule looks', () => {
    const place = { caseId: 'a', number: 1, id: 'b' };
    expect(waitingKey(place, 'x.pdf')).toMatch(/^waiting\//);
    expect(keptKey(place, 'sum')).toMatch(/^kept\//);
  });
});
