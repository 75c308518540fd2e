import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolRiskConfigurationAttachment,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolProps,
} from 'aws-cdk-lib/aws-cognito';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';

export interface StaffPoolProps {
  /** Its sign-in page is at `<domainPrefix>.auth.<region>.amazoncognito.com`. */
  readonly domainPrefix: string;
  /** Where the service stack finds the pool's id. */
  readonly parameterName: string;
}

/**
 * Long, and of any characters: rules about capitals and signs make people choose worse passwords (ASVS 6.2.5), so Cognito looks whether a
 * password is known from a breach instead.
 */
const PASSWORDS = {
  minLength: 15,
  requireLowercase: false,
  requireUppercase: false,
  requireDigits: false,
  requireSymbols: false,
  tempPasswordValidity: Duration.days(3),
};

const INVITATION = {
  emailSubject: 'You can sign in to the Recommendation Tracker',
  emailBody:
    '<p>You can sign in to the Recommendation Tracker as {username}.</p><p>Use this password once, in the next three days: {####}</p>' +
    '<p>You will then choose a password of your own and set up an authenticator app on your phone.</p>',
};

/** Nobody signs themselves up; everybody has a password and an authenticator app; an address changes only once the new one has answered. */
const PEOPLE: UserPoolProps = {
  selfSignUpEnabled: false,
  signInAliases: { email: true },
  signInCaseSensitive: false,
  autoVerify: { email: true },
  keepOriginal: { email: true },
  userInvitation: INVITATION,
  mfa: Mfa.REQUIRED,
  mfaSecondFactor: { sms: false, otp: true },
  enableSmsRole: false,
  accountRecovery: AccountRecovery.EMAIL_ONLY,
  passwordPolicy: PASSWORDS,
  featurePlan: FeaturePlan.PLUS,
  standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
};

/**
 * The people who may sign in, for an organisation whose own identity provider is not used. It lies with the records and stays as they do:
 * somebody is recognised by their subject in this very pool, so another pool would know nobody.
 */
export class StaffPool extends Construct {
  constructor(scope: Construct, id: string, { domainPrefix, parameterName }: StaffPoolProps) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      ...PEOPLE,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG1',
      reason:
        'Fifteen characters at least, of any kind, none known from a breach, and a second factor always. OWASP ASVS 5.0 (6.2.5) forbids ' +
        'the rules about kinds of characters that this finding asks for.',
    });
    refuseKnownPasswords(this, pool.userPoolId);
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    new StringParameter(this, 'Id', { parameterName, stringValue: pool.userPoolId });
    new CfnOutput(this, 'PoolId', { value: pool.userPoolId });
  }
}

/** A password known from a breach is refused, and so is a sign-in that Cognito holds to be very likely somebody else's. */
function refuseKnownPasswords(scope: Construct, userPoolId: string): void {
  new CfnUserPoolRiskConfigurationAttachment(scope, 'Risk', {
    userPoolId,
    clientId: 'ALL',
    compromisedCredentialsRiskConfiguration: { actions: { eventAction: 'BLOCK' } },
    accountTakeoverRiskConfiguration: { actions: { highAction: { eventAction: 'BLOCK', notify: false } } },
  });
}
