import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clientSecretAt } from '../../../../functions/web/identity/client-secret.ts';
import { openIdentity } from '../../../../functions/web/identity/identity.ts';
import { startLyingProvider } from '../../../support/lying-provider.ts';

const arn = 'arn:aws:secretsmanager:eu-west-2:111122223333:secret:tracker-sign-in';
const secrets = mockClient(SecretsManagerClient);
let provider: Awaited<ReturnType<typeof startLyingProvider>>;
beforeAll(async () => {
  provider = await startLyingProvider();
});
afterAll(() => provider.stop());
beforeEach(() => secrets.reset());

const identityWith = (clientSecret: () => Promise<string | undefined>) =>
  openIdentity({
    issuer: provider.issuer,
    clientId: 'tracker',
    clientSecret,
    trustsEmail: 'verified',
    serviceUrl: 'https://tracker.example.police.uk',
  });

async function askedForToken(clientSecret: () => Promise<string | undefined>): Promise<URLSearchParams> {
  const identity = identityWith(clientSecret);
  const { url, ...expected } = await identity.begin(false);
  const now = Math.floor(Date.now() / 1_000);
  const { nonce } = expected;
  provider.says({ iss: provider.issuer, aud: 'tracker', sub: '1', nonce, iat: now, exp: now + 60 });
  await identity.finish(
    new URL(`https://tracker.example.police.uk/signed-in?code=1&state=${expected.state}`),
    expected,
  );
  expect(url).not.toContain('the-secret');
  return provider.askedForToken();
}

test('the secret is read where it lies, once, and shown to the provider beside the proof of PKCE', async () => {
  secrets.on(GetSecretValueCommand, { SecretId: arn }).resolves({ SecretString: 'the-secret' });
  const asked = await askedForToken(clientSecretAt(arn));
  expect(asked.get('client_secret')).toBe('the-secret');
  expect(asked.get('code_verifier')?.length).toBeGreaterThanOrEqual(43);
  expect(secrets.calls()).toHaveLength(1);
});

test('where the provider gave no secret, PKCE alone ties the code to us', async () => {
  const asked = await askedForToken(clientSecretAt(undefined));
  expect(asked.has('client_secret')).toBe(false);
  expect(asked.get('code_verifier')?.length).toBeGreaterThanOrEqual(43);
  expect(secrets.calls()).toHaveLength(0);
});

test('a secret that cannot be read lets nobody begin, and is asked for again', async () => {
  secrets.on(GetSecretValueCommand).resolvesOnce({}).resolves({ SecretString: 'the-secret' });
  const identity = identityWith(clientSecretAt(arn));
  await expect(identity.begin(false)).rejects.toThrow('The client secret of the identity provider is empty');
  expect(await identity.begin(false)).toMatchObject({ url: expect.stringContaining(provider.issuer) });
});
