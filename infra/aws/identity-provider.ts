import { SetUpError } from './set-up-error.ts';
import type { Given } from './stages.ts';

/** Where staff prove who they are, by OpenID Connect. */
export interface IdentityProvider {
  /** Exactly the `iss` of its tokens; what it publishes of itself lies below. */
  readonly issuer: string;
  readonly clientId: string;
  /** The whole ARN of the secret in Secrets Manager that holds the client secret; undefined where PKCE alone ties the code to us. */
  readonly secretArn: string | undefined;
  /** 'always': every address it tells is vouched for by the organisation, though it does not say so, as Entra ID does. */
  readonly trustsEmail: string;
}

const SETTINGS = ['identityIssuer', 'identityClientId', 'identitySecretArn', 'identityTrustsEmail'] as const;

const WHOLE_ARN = /^arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:.+-[A-Za-z0-9]{6}$/;

/** Issuers of Microsoft through which anybody in the world signs in, with whatever address they like. */
const ANYBODY = /\/(common|organizations|consumers)(\/|$)/;

/**
 * The organisation's own identity provider, as it was given; undefined where nothing was, and staff are kept in a pool of our own. What is
 * half given, or would let in more people than somebody means, is refused with a sentence.
 */
export function identityProviderFrom(given: Given): IdentityProvider | undefined {
  if (!SETTINGS.some((setting) => given(setting))) return undefined;
  const [issuer, clientId] = [given('identityIssuer'), given('identityClientId')];
  if (!issuer || !clientId)
    throw new SetUpError('An identity provider needs both -c identityIssuer=… and -c identityClientId=….');
  if (!issuer.startsWith('https://') || !URL.canParse(issuer))
    throw new SetUpError(`'${issuer}' is not an issuer: give its address, which begins with https://.`);
  if (ANYBODY.test(issuer))
    throw new SetUpError(
      `'${issuer}' is for anybody in the world. Give the issuer of your own organisation.`,
    );
  const trustsEmail = given('identityTrustsEmail') ?? 'verified';
  if (trustsEmail !== 'verified' && trustsEmail !== 'always')
    throw new SetUpError(
      `'${trustsEmail}' does not say which addresses are trusted. Give verified or always.`,
    );
  const secretArn = given('identitySecretArn');
  if (secretArn !== undefined && !WHOLE_ARN.test(secretArn))
    throw new SetUpError(
      'identitySecretArn is not the whole ARN of a secret in Secrets Manager. Never give the secret itself: what is given here is stored with the templates.',
    );
  return { issuer, clientId, secretArn, trustsEmail };
}
