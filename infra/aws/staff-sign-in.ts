import { Construct } from 'constructs';
import type { IdentityProvider } from './identity-provider.ts';
import { StaffClient } from './staff-client.ts';
import { type Stage, staffPoolNames } from './stages.ts';
import type { TrackerFunction } from './tracker-function.ts';

export interface StaffSignInProps {
  readonly stage: Stage;
  readonly serviceUrl: string;
}

/** How staff get in: by the identity provider of their organisation, or else by the pool of the records stack. */
export class StaffSignIn extends Construct {
  /** What the pages are told, and no other function. The client secret is not among it: only where it lies. */
  readonly environment: Readonly<Record<string, string>>;
  private readonly secretArn: string | undefined;

  constructor(scope: Construct, id: string, { stage, serviceUrl }: StaffSignInProps) {
    super(scope, id);
    const identity = stage.identity ?? this.ownPool(stage.name, serviceUrl);
    this.secretArn = identity.secretArn;
    this.environment = {
      IDENTITY_ISSUER: identity.issuer,
      IDENTITY_CLIENT_ID: identity.clientId,
      IDENTITY_TRUSTS_EMAIL: identity.trustsEmail,
      ...(this.secretArn === undefined ? {} : { IDENTITY_SECRET_ARN: this.secretArn }),
      ADMINISTRATORS: stage.administrators,
    };
  }

  /** Lets the pages read the client secret, if there is one, and nothing else that is secret. */
  allowSecret(web: TrackerFunction): void {
    if (this.secretArn !== undefined) web.may(['secretsmanager:GetSecretValue'], [this.secretArn]);
  }

  private ownPool(stage: string, serviceUrl: string): IdentityProvider {
    const { parameterName } = staffPoolNames(stage);
    return new StaffClient(this, 'Pool', { parameterName, serviceUrl }).identity;
  }
}
