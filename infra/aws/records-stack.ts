import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * The records, in a stack of their own: the service can be deleted and deployed again without touching them.
 * Deleting this stack leaves the table; deleting the table needs its deletion protection turned off by hand first.
 */
export class RecordsStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly tableName: string }) {
    super(scope, id, props);
    new TableV2(this, 'Records', {
      tableName: props.tableName,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      globalSecondaryIndexes: [
        { indexName: 'agenda', partitionKey: text('agendaPk'), sortKey: text('agendaSk') },
        { indexName: 'register', partitionKey: text('registerPk'), sortKey: text('registerSk') },
      ],
      timeToLiveAttribute: 'expiresAt',
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
