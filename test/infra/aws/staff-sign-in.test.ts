import { describe, expect, it } from 'vitest';
import { staffPoolNames } from '../../../infra/aws/stages.ts';
import {
  environmentIn,
  LIVE,
  LIVE_WITH_ENTRA,
  recordsTemplate,
  resource,
  resources,
  serviceTemplate,
} from './synthesised.ts';

const NAMES = ['web', 'nightly', 'sender', 'feedback', 'watchdog', 'reconcile'];

describe('the pool of staff', () => {
  const records = recordsTemplate(staffPoolNames('live'));
  const pool = resource(records, 'AWS::Cognito::UserPool');
  const { Properties } = pool;

  it('is entered by invitation alone', () => {
    expect(Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    const { EmailMessage } = Properties.AdminCreateUserConfig.InviteMessageTemplate;
    expect(EmailMessage).toMatch(/\{username\}.*once, in the next three days: \{####\}/);
    expect(Properties.Policies.PasswordPolicy.TemporaryPasswordValidityDays).toBe(3);
  });

  it('asks everybody for a second factor, an authenticator app, and never for a text message', () => {
    expect(Properties.MfaConfiguration).toBe('ON');
    expect(Properties.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
    expect(Properties.SmsConfiguration).toBeUndefined();
    expect(JSON.stringify(Properties.AccountRecoverySetting)).not.toContain('phone');
  });

  it('takes long passwords of any characters, and none known from a breach (ASVS 6.2.1, 6.2.5, 6.2.12)', () => {
    expect(Properties.Policies.PasswordPolicy).toMatchObject({
      MinimumLength: 15,
      RequireLowercase: false,
      RequireUppercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
    });
    expect([Properties.UserPoolTier, Properties.UserPoolAddOns.AdvancedSecurityMode]).toEqual([
      'PLUS',
      'ENFORCED',
    ]);
    const risk = resource(records, 'AWS::Cognito::UserPoolRiskConfigurationAttachment').Properties;
    expect(risk.CompromisedCredentialsRiskConfiguration.Actions.EventAction).toBe('BLOCK');
    expect(risk.AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction).toBe('BLOCK');
    expect(risk.ClientId).toBe('ALL');
  });

  it('believes an address only once it has answered, the new one as the first', () => {
    expect(Properties.AutoVerifiedAttributes).toEqual(['email']);
    expect(Properties.UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate).toEqual([
      'email',
    ]);
    expect(Properties.UsernameConfiguration.CaseSensitive).toBe(false);
  });

  it('survives the deletion and the replacement of its stack, as the records do', () => {
    expect([pool.DeletionPolicy, pool.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    expect(Properties.DeletionProtection).toBe('ACTIVE');
  });

  it('is found by the service under the name that the records stack puts it under', () => {
    const { parameterName } = staffPoolNames('live');
    expect(resource(records, 'AWS::SSM::Parameter').Properties.Name).toBe(parameterName);
    const parameters = Object.values(serviceTemplate(LIVE).toJSON().Parameters) as { Default: string }[];
    expect(parameters.map(({ Default }) => Default)).toContain(parameterName);
  });

  it('is not made where the organisation has a provider of its own', () => {
    expect(resources(recordsTemplate(), 'AWS::Cognito::UserPool')).toEqual({});
    expect(resources(recordsTemplate(), 'AWS::SSM::Parameter')).toEqual({});
  });
});

describe('the pages, as a client of the pool', () => {
  const template = serviceTemplate(LIVE);
  const { Properties } = resource(template, 'AWS::Cognito::UserPoolClient');

  it('get a code and nothing else, without a secret: PKCE ties it to them', () => {
    expect(Properties.AllowedOAuthFlows).toEqual(['code']);
    expect(Properties.GenerateSecret).toBe(false);
    expect(Properties.AllowedOAuthScopes).toEqual(['openid', 'email', 'profile']);
    expect(Properties.SupportedIdentityProviders).toEqual(['COGNITO']);
  });

  it('are the only way to a token: nobody signs in past the sign-in page', () => {
    expect(Properties.ExplicitAuthFlows).toEqual(['ALLOW_REFRESH_TOKEN_AUTH']);
  });

  it('come back to this service alone, at its own address, also where that is the one of the API', () => {
    const api = { 'Fn::GetAtt': [expect.stringMatching(/^WebApi/), 'ApiEndpoint'] };
    const at = (path: string) => [{ 'Fn::Join': ['', [api, path]] }];
    expect(Properties.CallbackURLs).toEqual(at('/signed-in'));
    expect(Properties.LogoutURLs).toEqual(at('/signed-out'));
  });

  it('hold tokens for five minutes, and say of nobody whether they are known', () => {
    const { IdToken, AccessToken, RefreshToken } = Properties.TokenValidityUnits;
    expect([IdToken, AccessToken, RefreshToken]).toEqual(['minutes', 'minutes', 'minutes']);
    expect([Properties.IdTokenValidity, Properties.AccessTokenValidity]).toEqual([5, 5]);
    expect(Properties.RefreshTokenValidity).toBe(60);
    expect(Properties.PreventUserExistenceErrors).toBe('ENABLED');
    expect(Properties.EnableTokenRevocation).toBe(true);
  });

  it('let nobody change the address by which they are known', () => {
    expect(Properties.WriteAttributes).toEqual(['name']);
  });

  it('lead to a page that opens and can ask for the password anew', () => {
    expect(resource(template, 'AWS::Cognito::ManagedLoginBranding').Properties).toMatchObject({
      ClientId: { Ref: expect.stringMatching(/Client/) },
      UseCognitoProvidedValues: true,
    });
    const domain = resource(recordsTemplate(staffPoolNames('live')), 'AWS::Cognito::UserPoolDomain');
    expect(domain.Properties.ManagedLoginVersion).toBe(2);
  });

  it('are told its issuer, exactly as its tokens name it, and to believe only what it has verified', () => {
    const { Variables } = resource(template, 'AWS::Lambda::Function', 'Web').Properties.Environment;
    expect(JSON.stringify(Variables.IDENTITY_ISSUER)).toMatch(
      /"https:\/\/cognito-idp\.",{"Ref":"AWS::Region"},"\.",{"Ref":"AWS::URLSuffix"},"\/",{"Ref":"SsmParameter/,
    );
    expect(Variables.IDENTITY_TRUSTS_EMAIL).toBe('verified');
  });
});

describe('the provider of the organisation', () => {
  const template = serviceTemplate(LIVE_WITH_ENTRA);

  it('is named to the pages, with where its secret lies and who the first administrators are', () => {
    expect(environmentIn(template, 'web')).toMatchObject({
      IDENTITY_ISSUER: LIVE_WITH_ENTRA.identityIssuer,
      IDENTITY_CLIENT_ID: LIVE_WITH_ENTRA.identityClientId,
      IDENTITY_SECRET_ARN: LIVE_WITH_ENTRA.identitySecretArn,
      IDENTITY_TRUSTS_EMAIL: 'always',
      ADMINISTRATORS: LIVE.administrators,
    });
  });

  it('takes the place of the pool', () => {
    for (const type of ['UserPool', 'UserPoolClient', 'UserPoolDomain', 'ManagedLoginBranding'])
      expect(resources(template, `AWS::Cognito::${type}`)).toEqual({});
  });

  it.each([
    ['half given', { identityClientId: '' }, 'needs both -c identityIssuer=… and -c identityClientId=…'],
    ['without TLS', { identityIssuer: 'http://login.example' }, "'http://login.example' is not an issuer"],
    [
      'for anybody in the world',
      { identityIssuer: 'https://login.microsoftonline.com/organizations/v2.0' },
      'is for anybody in the world',
    ],
    [
      'with a word of trust nobody knows',
      { identityTrustsEmail: 'yes' },
      "'yes' does not say which addresses",
    ],
    ['with the secret itself', { identitySecretArn: 'hunter2-hunter2' }, 'Never give the secret itself'],
    [
      'with part of the ARN, which others share',
      { identitySecretArn: 'arn:aws:secretsmanager:eu-west-2:111122223333:secret:*' },
      'is not the whole ARN of a secret',
    ],
  ])('is refused %s', (_, wrong, says) => {
    const given: Record<string, string> = { ...LIVE_WITH_ENTRA, ...wrong };
    const without = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    expect(() => serviceTemplate(without)).toThrow(says);
  });

  it('never has its secret quoted when that is given by mistake', () => {
    const given = { ...LIVE_WITH_ENTRA, identitySecretArn: 'hunter2-hunter2' };
    expect(() => serviceTemplate(given)).not.toThrow('hunter2');
  });
});

describe.each([
  ['a pool', LIVE],
  ['a provider', LIVE_WITH_ENTRA],
])('with %s', (_, given) => {
  const template = serviceTemplate(given);

  it.each(NAMES)('the environment of %s holds no secret, only where one lies', (name) => {
    const secret = Object.keys(environmentIn(template, name)).filter((key) =>
      /SECRET|PASSWORD|TOKEN|CREDENTIAL|_KEY/.test(key),
    );
    const lies = name === 'web' && given === LIVE_WITH_ENTRA ? ['IDENTITY_SECRET_ARN'] : [];
    expect(secret).toEqual(lies);
  });

  it('nothing in the template asks CloudFormation to read a secret', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('{{resolve:');
  });
});
