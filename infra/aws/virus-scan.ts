import { Aws, Stack, Validations } from 'aws-cdk-lib';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { AnyPrincipal, Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface VirusScanProps {
  readonly bucket: Bucket;
  /** What is scanned: every file whose key begins so. */
  readonly prefix: string;
}

const SCANNER = 'malware-protection-plan.guardduty.amazonaws.com';
/** The object by which GuardDuty tries whether it may work in a bucket; it puts it there itself. */
const TRIAL_OBJECT = 'malware-protection-resource-validation-object';
const RULES = 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*';
const TAGGING = ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'];

/**
 * Scans each file as it arrives, and each version of it, and writes what it found into a tag (OWASP ASVS 5.0, 5.4.3). Nobody else may write
 * tags in the bucket, so what a tag says is the scan's own word. It works without GuardDuty for the account.
 */
export class VirusScan extends Construct {
  constructor(scope: Construct, id: string, { bucket, prefix }: VirusScanProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal(SCANNER, {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    for (const statement of [...seesArrivals(this, bucket), ...readsAndTags(this, bucket, prefix)])
      role.addToPolicy(statement);
    const nobodyElseTags = bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [...TAGGING, 's3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging'],
        resources: [bucket.arnForObjects('*')],
        conditions: { ArnNotEquals: { 'aws:PrincipalArn': role.roleArn } },
      }),
    );
    (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    const plan = new CfnMalwareProtectionPlan(this, 'Plan', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: bucket.bucketName, objectPrefixes: [prefix] } },
      actions: { tagging: { status: 'ENABLED' } },
    });
    // Making the plan tries what the role may do.
    plan.node.addDependency(role, nobodyElseTags.policyDependable!);
  }
}

/** The files are told to GuardDuty by a rule that it makes itself, under a name of its own. */
function seesArrivals(scope: Construct, bucket: Bucket): PolicyStatement[] {
  const rule = Stack.of(scope).formatArn({
    service: 'events',
    resource: 'rule',
    resourceName: RULES,
  });
  Validations.of(scope).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:rule/${RULES}]`,
    reason: 'GuardDuty makes this rule and gives it its name, which only begins as is known.',
  });
  return [
    new PolicyStatement({
      actions: ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
      resources: [rule],
      conditions: { StringEquals: { 'events:ManagedBy': SCANNER } },
    }),
    new PolicyStatement({ actions: ['events:DescribeRule', 'events:ListTargetsByRule'], resources: [rule] }),
    new PolicyStatement({
      actions: ['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'],
      resources: [bucket.bucketArn],
    }),
    new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(TRIAL_OBJECT)] }),
  ];
}

function readsAndTags(scope: Construct, bucket: Bucket, prefix: string): PolicyStatement[] {
  const { logicalId } = bucket.node.defaultChild as CfnBucket;
  Validations.of(scope).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${Stack.of(scope).resolve(logicalId)}.Arn>/${prefix}*]`,
    reason: 'Every file that is sent is scanned, and its name is not known before it is sent.',
  });
  return [
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [bucket.arnForObjects(`${prefix}*`)],
    }),
    new PolicyStatement({
      actions: [...TAGGING, 's3:GetObjectTagging', 's3:GetObjectVersionTagging'],
      resources: [bucket.arnForObjects(`${prefix}*`)],
    }),
  ];
}
