import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/** How long a stage keeps its logs, and whether they outlive its stack. */
export type LogKeeping = Pick<Stage, 'logRetention' | 'keepsLogs'>;

/** A log of its own, encrypted by CloudWatch. Functions may add to one and to no other, and nobody here may change or delete (ASVS 16.4.2). */
export function stageLog(scope: Construct, id: string, { logRetention, keepsLogs }: LogKeeping): LogGroup {
  return new LogGroup(scope, id, {
    retention: logRetention,
    removalPolicy: keepsLogs ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}
