import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { SetUpError } from './set-up-error.ts';
import { type LogKeeping, stageLog } from './stage-log.ts';

export interface TrackerFunctionProps {
  /** The folder under `dist/` made by `infra/build/bundle.ts`. */
  readonly name: string;
  readonly dist: string;
  readonly description: string;
  readonly timeout: Duration;
  readonly memorySize: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logs: LogKeeping;
}

/** A bundled function with a role and a log group of its own: it may write its log and its traces, and nothing else yet. */
export class TrackerFunction extends Construct {
  readonly fn: LambdaFunction;
  readonly role: Role;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, props: TrackerFunctionProps) {
    super(scope, id);
    this.log = stageLog(this, 'Log', props.logs);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.log.grantWrite(this.role);
    this.fn = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundleFolder(props.dist, props.name), { exclude: ['*.map'] }),
      timeout: props.timeout,
      memorySize: props.memorySize,
      environment: { ...props.environment },
      role: this.role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
    });
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'X-Ray has no resources: xray:PutTraceSegments and xray:PutTelemetryRecords accept only *. Nor has the quota of the mail ' +
        'account: ses:GetSendQuota accepts only *.',
    });
  }

  /** One permission: these calls, on these resources, for this function alone. */
  may(actions: readonly string[], resources: readonly string[], conditions?: Record<string, unknown>): void {
    this.role.addToPolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources], conditions }),
    );
  }
}

function bundleFolder(dist: string, name: string): string {
  const folder = join(dist, name);
  if (existsSync(join(folder, 'index.mjs'))) return folder;
  throw new SetUpError(`The ${name} function is not bundled yet: run 'npm run build' first.`);
}
