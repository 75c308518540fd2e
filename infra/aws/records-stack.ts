import { Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { StaffPool, type StaffPoolProps } from './staff-pool.ts';
import { VirusScan } from './virus-scan.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

export interface RecordsStackProps extends StackProps {
  readonly tableName: string;
  readonly bucketName: string;
  /** The pool of staff; undefined where the organisation has an identity provider of its own. */
  readonly staffPool: StaffPoolProps | undefined;
}

const ONE_DAY = Duration.days(1);

/**
 * The records, in a stack of their own: the service can be deleted and deployed again without touching them.
 * Deleting this stack leaves the table, the files and the pool of staff; deleting the table needs its deletion protection turned off by hand first.
 */
export class RecordsStack extends Stack {
  constructor(scope: Construct, id: string, props: RecordsStackProps) {
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
    this.keepsFiles(props.bucketName);
    if (props.staffPool) new StaffPool(this, 'Staff', props.staffPool);
  }

  /** The files of evidence: what waits to be added is scanned, and goes after a day; what was added stays for ever, older versions of it included. */
  private keepsFiles(bucketName: string): void {
    const files = new Bucket(this, 'Evidence', {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        { id: 'waiting', prefix: 'waiting/', expiration: ONE_DAY, noncurrentVersionExpiration: ONE_DAY },
        { id: 'waited', prefix: 'waiting/', expiredObjectDeleteMarker: true },
        { id: 'torn', abortIncompleteMultipartUploadAfter: ONE_DAY },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new VirusScan(this, 'VirusScan', { bucket: files, prefix: 'waiting/' });
    Validations.of(files).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Nobody but the pages can reach the bucket, and they have a log of their own; who added what stands in the history.',
    });
  }
}
