import { Duration } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  ClientAttributes,
  OAuthScope,
  UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { IdentityProvider } from './identity-provider.ts';

export interface StaffClientProps {
  /** Where the records stack has put the pool's id. */
  readonly parameterName: string;
  readonly serviceUrl: string;
}

/** A token is read once, on the spot, and thrown away: the session is the tracker's own. These are the least that Cognito gives. */
const TOKENS = {
  idTokenValidity: Duration.minutes(5),
  accessTokenValidity: Duration.minutes(5),
  refreshTokenValidity: Duration.hours(1),
};

/**
 * How the pages ask the pool of staff who somebody is: by authorization code, with PKCE in place of a secret, and in no other way. The
 * pool's id comes by a parameter, not an export, so that a stage can change to another provider in one deployment.
 */
export class StaffClient extends Construct {
  readonly identity: IdentityProvider;

  constructor(scope: Construct, id: string, { parameterName, serviceUrl }: StaffClientProps) {
    super(scope, id);
    const poolId = StringParameter.valueForStringParameter(this, parameterName);
    const pool = UserPool.fromUserPoolId(this, 'Pool', poolId);
    const client = pool.addClient('Client', {
      generateSecret: false,
      // A flow of its own would hand out tokens to whoever calls Cognito past the sign-in page; refreshing cannot be turned off.
      authFlows: { userSrp: false },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${serviceUrl}/signed-in`],
        logoutUrls: [`${serviceUrl}/signed-out`],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // The address is who somebody is: only an administrator of the pool changes it.
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
      ...TOKENS,
    });
    // Without a style the new sign-in page, the only one that can ask for the password anew, does not open.
    new CfnManagedLoginBranding(this, 'Page', {
      userPoolId: poolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    this.identity = {
      issuer: `https://${pool.userPoolProviderName}`,
      clientId: client.userPoolClientId,
      secretArn: undefined,
      trustsEmail: 'verified',
    };
  }
}
