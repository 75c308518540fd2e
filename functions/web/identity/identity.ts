import type { Configuration } from 'openid-client';

/** What the answer of the identity provider must match. */
export type Expected = { state: string; nonce: string; verifier: string; again: boolean };

/**
 * Who somebody has proved to be. `emailVerified`: that the address is theirs is vouched for. `secondsAgo`: how long before the answer they
 * proved it, by the clock of the provider; undefined where nothing is known of it.
 */
export type Proven = {
  issuer: string;
  sub: string;
  email?: string | undefined;
  emailVerified: boolean;
  name?: string | undefined;
  secondsAgo?: number | undefined;
};

/** The identity provider, by the authorization code flow of OpenID Connect with PKCE. */
export type Identity = {
  /**
   * A sign-in that begins: where the browser is to go, and what the answer must match. `again`: the provider is to ask who it is, whoever
   * is signed in there.
   */
  begin(again: boolean): Promise<Expected & { url: string }>;
  /** Who came back. Throws `NotProven` where the answer is not the one that was asked for. */
  finish(currentUrl: URL, expected: Expected): Promise<Proven>;
  /** Where somebody ends their sign-in at the provider too; undefined where it has no such page. */
  endUrl(): Promise<string | undefined>;
};

export type IdentityWish = {
  issuer: string;
  clientId: string;
  /** Reads the secret that the provider gave us; where it gave none, PKCE alone ties the code to us. */
  clientSecret?: () => Promise<string | undefined>;
  /**
   * `always`: the provider gives addresses only to people of one organisation that vouches for them and says so in no claim, as Entra ID
   * does. Never for a provider where people may choose their own address: they would be whoever they like.
   */
  trustsEmail: 'verified' | 'always';
  serviceUrl: string;
};

/** The answer is no proof: forged, stale, used before, meant for somebody else, or "no". */
export class NotProven extends Error {
  override name = 'NotProven';
}

const answersWithinSeconds = 10;

/**
 * Who proves again who they are has done so this long before the answer at most. Not every provider says when it was (Entra ID only where
 * its `auth_time` claim is switched on); of one that does not, that it asks is taken on trust.
 */
const secondsToProve = 300;

/** Whether a web address stays on this computer, where there is nobody to listen in on plain http. */
const isOnThisComputer = (url: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);

/** The library, loaded when somebody signs in: no other request waits for it. */
const library = () => import('openid-client');

/** The identity provider that the settings name. What it publishes of itself is read at the first sign-in and kept while the process lives. */
export function openIdentity(wish: IdentityWish): Identity {
  let known: Promise<Configuration> | undefined;
  const configuration = async () => {
    known ??= discover(wish);
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return {
    begin: async (again) => begin(await configuration(), wish, again),
    finish: async (currentUrl, expected) => finish(await configuration(), wish, currentUrl, expected),
    endUrl: async () => endUrl(await configuration(), wish),
  };
}

async function discover({ issuer, clientId, clientSecret }: IdentityWish): Promise<Configuration> {
  const { allowInsecureRequests, ClientSecretPost, discovery, enableNonRepudiationChecks, None } =
    await library();
  const server = new URL(issuer);
  const secret = await clientSecret?.();
  return discovery(server, clientId, undefined, secret === undefined ? None() : ClientSecretPost(secret), {
    timeout: answersWithinSeconds,
    // The signature of the token is checked as well as the connection that it came by.
    execute: [enableNonRepudiationChecks, ...(isOnThisComputer(server) ? [allowInsecureRequests] : [])],
  });
}

const signedInUrl = ({ serviceUrl }: IdentityWish) => `${serviceUrl}/signed-in`;

async function begin(
  config: Configuration,
  wish: IdentityWish,
  again: boolean,
): Promise<Expected & { url: string }> {
  const oidc = await library();
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const verifier = oidc.randomPKCECodeVerifier();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: signedInUrl(wish),
    scope: 'openid email profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(again ? { prompt: 'login', max_age: '0' } : {}),
  });
  return { url: url.href, state, nonce, verifier, again };
}

async function finish(
  config: Configuration,
  { trustsEmail, ...wish }: IdentityWish,
  { search }: URL,
  { state, nonce, verifier, again }: Expected,
): Promise<Proven> {
  const { authorizationCodeGrant, ClientError, AuthorizationResponseError, ResponseBodyError } =
    await library();
  // The address as the provider knows it, whatever host the request came by.
  const currentUrl = new URL(`${signedInUrl({ trustsEmail, ...wish })}${search}`);
  try {
    const tokens = await authorizationCodeGrant(config, currentUrl, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const { iss, sub, email, email_verified, name, iat, auth_time } = tokens.claims()!;
    const secondsAgo = auth_time === undefined ? undefined : Math.max(0, iat - auth_time);
    if (again && secondsAgo !== undefined && secondsAgo > secondsToProve)
      throw new ClientError('The provider did not ask again');
    return {
      issuer: iss,
      sub,
      email: typeof email === 'string' ? email : undefined,
      emailVerified: trustsEmail === 'always' || email_verified === true,
      name: typeof name === 'string' ? name : undefined,
      secondsAgo: secondsAgo ?? (again ? 0 : undefined),
    };
  } catch (error) {
    const answered = [ClientError, AuthorizationResponseError, ResponseBodyError];
    if (!answered.some((kind) => error instanceof kind)) throw error;
    throw new NotProven((error as Error).message, { cause: error });
  }
}

async function endUrl(config: Configuration, wish: IdentityWish): Promise<string | undefined> {
  if (!config.serverMetadata().end_session_endpoint) return undefined;
  const { buildEndSessionUrl } = await library();
  const back = `${wish.serviceUrl}/signed-out`;
  // Cognito knows the page to come back to by a name of its own.
  return buildEndSessionUrl(config, { post_logout_redirect_uri: back, logout_uri: back }).href;
}
