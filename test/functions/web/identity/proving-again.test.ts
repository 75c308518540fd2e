import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openIdentity } from '../../../../functions/web/identity/identity.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { startLyingProvider } from '../../../support/lying-provider.ts';
import { browserAt, onTheStaff, startSignInSite, trackerUrl } from '../../../support/sign-in-site.ts';

const clientId = 'recommendation-tracker';

let tables: EmbeddedTables;
let site: Awaited<ReturnType<typeof startSignInSite>>;
let lying: Awaited<ReturnType<typeof startLyingProvider>>;
beforeAll(async () => {
  tables = await startTables();
  site = await startSignInSite([]);
  lying = await startLyingProvider();
});
afterAll(async () => {
  await tables.stop();
  await site.provider.stop();
  await lying.stop();
});

/** A browser of Ada, an administrator, whose provider lets her in as somebody who proved who she is so many seconds before. */
async function adaAt() {
  site.setWall('09:00:00');
  const table = await tables.newTable();
  await onTheStaff(table, 'ada', { role: 'administrator' });
  const identity = openIdentity({
    issuer: lying.issuer,
    clientId,
    trustsEmail: 'verified',
    serviceUrl: trackerUrl,
  });
  const browser = browserAt(site.open(table, { identity }));
  const ask = async (path: string) => new URL((await browser.request(path)).headers.get('location')!);
  return {
    browser,
    ask,
    async signIn(path: string, provedAgo: number | undefined) {
      const asked = (await ask(path)).searchParams;
      const iat = Math.floor(Date.now() / 1_000);
      lying.says({
        ...{ iss: lying.issuer, aud: clientId, sub: 'ada', nonce: asked.get('nonce'), iat, exp: iat + 60 },
        ...{ email: 'ada@force.example', email_verified: true },
        ...(provedAgo === undefined ? {} : { auth_time: iat - provedAgo }),
      });
      return browser.request(`/signed-in?code=1&state=${asked.get('state')}`);
    },
  };
}

const again = '/sign-in?again=yes&to=%2Fstaff%2Fnew';
const plain = '/sign-in?to=%2Fstaff%2Fnew';
const turnedBack = 303;

describe('who is to prove again who they are', () => {
  test('is asked for it by the provider, and nobody else is', async () => {
    const { ask } = await adaAt();
    const promptOf = async (path: string) => (await ask(path)).searchParams.get('prompt');
    expect([await promptOf(again), await promptOf(plain)]).toEqual(['login', null]);
  });

  test.each([
    [300, 303],
    [301, 400],
  ])('is in where they did so %d seconds before: %d', async (seconds, status) => {
    const { browser, signIn } = await adaAt();
    expect((await signIn(again, seconds)).status).toBe(status);
    expect(browser.jar.has('__Host-session')).toBe(status === 303);
  });

  test('is taken at the word of a provider that does not say when it was', async () => {
    const { browser, signIn } = await adaAt();
    await signIn(again, undefined);
    expect(await browser.status('/staff/new')).toBe(200);
  });
});

describe('who signs in as always', () => {
  test.each([
    ['a minute before', 60, 200],
    ['so long before that 15 minutes are just not over', 899, 200],
    ['15 minutes before', 900, turnedBack],
    ['in the morning', 7_200, turnedBack],
    ['nobody knows when', undefined, turnedBack],
  ])('and had proved it %s: may decide who gets in: %d', async (_, seconds, status) => {
    const { browser, signIn } = await adaAt();
    expect((await signIn(plain, seconds)).headers.get('location')).toBe('/staff/new');
    expect(await browser.status('/staff/new')).toBe(status);
    expect(await browser.status('/staff')).toBe(200);
  });

  test('cannot make an old proof new by signing in again without being asked', async () => {
    const { browser, signIn } = await adaAt();
    await signIn(plain, 0);
    site.setWall('09:20:00');
    await signIn(plain, 1_200);
    expect(await browser.status('/staff/new')).toBe(turnedBack);
    await signIn(again, 0);
    expect(await browser.status('/staff/new')).toBe(200);
  });
});
