import { describe, expect, it } from 'vitest';
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
