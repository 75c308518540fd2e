import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NotProven, openIdentity } from '../../../../functions/web/identity/identity.ts';
import { samplePeople } from '../../../../infra/local/identity/people.ts';
import { type PracticeProvider, startPracticeProvider } from '../../../../infra/local/identity/provider.tsx';
import { startLyingProvider } from '../../../support/lying-provider.ts';
import { practiceBrowser } from '../../../support/practice-browser.ts';

const serviceUrl = 'http://127.0.0.1:4999';
const clientId = 'recommendation-tracker';
const unsure = { sub: 'unsure', name: 'Una Sure', email: 'una@force.example', emailVerified: false };

let provider: PracticeProvider;
beforeAll(async () => {
  provider = await startPracticeProvider({ people: [...samplePeople, unsure], clientId, serviceUrl });
});
afterAll(() => provider.stop());

const identityOf = (of: Partial<Parameters<typeof openIdentity>[0]> = {}) =>
  openIdentity({ issuer: provider.issuer, clientId, trustsEmail: 'verified', serviceUrl, ...of });

async function cameBack(sub = 'sample-liaison') {
  const identity = identityOf();
  const { url, ...expected } = await identity.begin(false);
  return { identity, expected, url: new URL(await practiceBrowser().signInAs(sub, url)) };
}

describe('a sign-in at the identity provider', () => {
  test('says who came back: by issuer and subject, with name and address', async () => {
    const { identity, expected, url } = await cameBack();
    expect(await identity.finish(url, expected)).toEqual({
      issuer: provider.issuer,
      sub: 'sample-liaison',
      email: 'liaison-officer@sample.example',
      emailVerified: true,
      name: 'Sample Liaison',
      secondsAgo: expect.any(Number),
    });
  });

  test('asks for a code with PKCE, a state and a nonce, each new every time', async () => {
    const identity = identityOf();
    const [one, two] = [await identity.begin(false), await identity.begin(false)];
    const asked = new URL(one.url).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${serviceUrl}/signed-in`,
      state: one.state,
      nonce: one.nonce,
    });
    expect(one.url).not.toContain(one.verifier);
    const secrets = [one, two].flatMap(({ state, nonce, verifier }) => [state, nonce, verifier]);
    expect(new Set(secrets).size).toBe(6);
    for (const secret of secrets) expect(secret.length).toBeGreaterThanOrEqual(43);
  });

  test('is the same whatever host the answer came by: the address that was asked for counts', async () => {
    const { identity, expected, url } = await cameBack();
    url.host = 'behind.the.gateway.example';
    expect(await identity.finish(url, expected)).toMatchObject({ sub: 'sample-liaison' });
  });

  test.each(['state', 'nonce', 'verifier'] as const)('proves nothing with another %s', async (part) => {
    const { identity, expected, url } = await cameBack();
    const other = await identity.begin(false);
    const refused = identity.finish(url, { ...expected, [part]: other[part] });
    await expect(refused).rejects.toThrow(NotProven);
  });

  test('proves nothing the second time', async () => {
    const { identity, expected, url } = await cameBack();
    await identity.finish(url, expected);
    await expect(identity.finish(url, expected)).rejects.toThrow(NotProven);
  });

  test.each([
    ['names another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['names no issuer', (url: URL) => url.searchParams.delete('iss')],
    ['has no state', (url: URL) => url.searchParams.delete('state')],
    ['has another code', (url: URL) => url.searchParams.set('code', 'another-code')],
    ['has no code', (url: URL) => url.searchParams.delete('code')],
    ['has two codes', (url: URL) => url.searchParams.append('code', 'another-code')],
    ['says no', (url: URL) => url.searchParams.set('error', 'access_denied')],
  ])('proves nothing where the answer %s', async (_, change) => {
    const { identity, expected, url } = await cameBack();
    change(url);
    await expect(identity.finish(url, expected)).rejects.toThrow(NotProven);
  });

  test('is not made with a provider that goes by another name', async () => {
    const elsewhere = identityOf({ issuer: provider.issuer.replace('127.0.0.1', 'localhost') });
    await expect(elsewhere.begin(false)).rejects.toThrow();
  });

  test('is not made over plain http but on this computer', async () => {
    await expect(identityOf({ issuer: 'http://id.force.example' }).begin(false)).rejects.toThrow(
      'only requests to HTTPS are allowed',
    );
  });

  test('can be made once the provider answers, though it did not before', async () => {
    let issuer = 'http://127.0.0.1:1';
    const wish = { clientId, trustsEmail: 'verified', serviceUrl } as const;
    const identity = openIdentity({
      ...wish,
      get issuer() {
        return issuer;
      },
    });
    await expect(identity.begin(false)).rejects.toThrow();
    issuer = provider.issuer;
    expect(await identity.begin(false)).toMatchObject({ url: expect.stringContaining(issuer) });
  });

  test('says of an address that nobody vouches for that it is not verified', async () => {
    const { identity, expected, url } = await cameBack('unsure');
    expect(await identity.finish(url, expected)).toMatchObject({ emailVerified: false });
  });

  test('takes every address as verified where the settings say that the provider vouches for all', async () => {
    const { expected, url } = await cameBack('unsure');
    const trusting = identityOf({ trustsEmail: 'always' });
    expect(await trusting.finish(url, expected)).toMatchObject({ emailVerified: true });
  });

  test('asks the provider to ask again where somebody is to prove again who they are, and not otherwise', async () => {
    const asked = async (again: boolean) => new URL((await identityOf().begin(again)).url).searchParams;
    expect([(await asked(true)).get('prompt'), (await asked(true)).get('max_age')]).toEqual(['login', '0']);
    expect([(await asked(false)).get('prompt'), (await asked(false)).get('max_age')]).toEqual([null, null]);
  });

  test('is not ended anywhere but here where the provider has no page for it', async () => {
    expect(await identityOf().endUrl()).toBeUndefined();
  });
});

describe('a token', () => {
  let lying: Awaited<ReturnType<typeof startLyingProvider>>;
  beforeAll(async () => {
    lying = await startLyingProvider();
  });
  afterAll(() => lying.stop());

  const now = () => Math.floor(Date.now() / 1_000);
  const truth = (nonce: string) => ({
    iss: lying.issuer,
    aud: clientId,
    sub: '1',
    nonce,
    iat: now(),
    exp: now() + 60,
  });
  async function finishedWith(change: object, { forged = false, again = false } = {}) {
    const identity = identityOf({ issuer: lying.issuer });
    const { url, ...expected } = await identity.begin(again);
    lying.says({ ...truth(expected.nonce), ...change }, forged);
    return identity.finish(new URL(`${serviceUrl}/signed-in?code=1&state=${expected.state}`), expected);
  }

  test.each([
    ['300 seconds before it', 300, true],
    ['301 seconds before it', 301, false],
  ])(
    'of somebody who was to prove again who they are, and did so %s: proof is %s',
    async (_, seconds, isProof) => {
      const finished = finishedWith({ auth_time: now() - seconds, iat: now() }, { again: true });
      if (isProof) expect(await finished).toMatchObject({ sub: '1', secondsAgo: seconds });
      else await expect(finished).rejects.toThrow(NotProven);
    },
  );

  test('that is signed by the provider, for us and for this sign-in, is proof', async () => {
    expect(await finishedWith({})).toMatchObject({
      issuer: lying.issuer,
      sub: '1',
      emailVerified: false,
      secondsAgo: undefined,
    });
  });

  test.each([
    ['for somebody else', () => ({ aud: 'another-client' })],
    ['for us and somebody else', () => ({ aud: [clientId, 'another-client'], azp: 'another-client' })],
    ['of another issuer', () => ({ iss: 'https://evil.example' })],
    ['of an issuer whose name begins the same', () => ({ iss: `${lying.issuer}/` })],
    ['with another nonce', () => ({ nonce: 'another' })],
    ['without a nonce', () => ({ nonce: undefined })],
    ['that is over', () => ({ iat: now() - 7_200, exp: now() - 3_600 })],
    ['about nobody', () => ({ sub: undefined })],
  ])('%s proves nothing', async (_, change) => {
    await expect(finishedWith(change())).rejects.toThrow(NotProven);
  });

  test('is not needed to end the sign-in at the provider, whose page leads back here', async () => {
    const url = new URL((await identityOf({ issuer: lying.issuer }).endUrl())!);
    expect(url.origin + url.pathname).toBe(`${lying.issuer}/end`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: clientId,
      post_logout_redirect_uri: `${serviceUrl}/signed-out`,
      logout_uri: `${serviceUrl}/signed-out`,
    });
  });

  test('with a signature of somebody else proves nothing', async () => {
    await expect(finishedWith({}, { forged: true })).rejects.toThrow(NotProven);
  });

  test.each(['true', 1, 'false', null])(
    'that calls an address verified with %j does not vouch for it',
    async (said) => {
      expect(await finishedWith({ email: 'una@force.example', email_verified: said })).toMatchObject({
        email: 'una@force.example',
        emailVerified: false,
      });
    },
  );
});
