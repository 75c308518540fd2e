import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openIdentity } from '../../../../functions/web/identity/identity.ts';
import { samplePeople } from '../../../../infra/local/identity/people.ts';
import { type PracticeProvider, startPracticeProvider } from '../../../../infra/local/identity/provider.tsx';
import { roles } from '../../../../shared/domain/staff.ts';
import { practiceBrowser } from '../../../support/practice-browser.ts';

const serviceUrl = 'http://127.0.0.1:4999';
const clientId = 'recommendation-tracker';
let provider: PracticeProvider;
beforeAll(async () => {
  provider = await startPracticeProvider({ people: samplePeople, clientId, serviceUrl });
});
afterAll(() => provider.stop());

const begun = () =>
  openIdentity({ issuer: provider.issuer, clientId, trustsEmail: 'verified', serviceUrl }).begin(false);

describe('the practice sign-in', () => {
  test('knows one person of each role, and one who is limited to Essex Police', () => {
    expect(new Set(samplePeople.map(({ role }) => role))).toEqual(new Set(Object.keys(roles)));
    expect(samplePeople.filter(({ bodies }) => bodies.length > 0)).toMatchObject([
      { name: 'Sample Essex Viewer', role: 'viewer', bodies: ['Essex Police'] },
    ]);
  });

  test('says that it is for practice, and has one button for each person and no password', async () => {
    const { go } = practiceBrowser();
    const { url } = await begun();
    const asked = new URL((await go(url)).headers.get('location')!, url).href;
    const answer = await go(asked);
    const page = await answer.text();
    expect(page).toContain('This is a practice sign-in');
    expect(page).not.toContain('type="password"');
    expect(page).not.toContain('<script');
    for (const { name } of samplePeople) expect(page).toContain(`Sign in as ${name}`);
    expect(answer.headers.get('content-security-policy')).toContain(`form-action 'self' ${serviceUrl};`);
  });

  test('asks who one is at every sign-in, so that one person can try several roles', async () => {
    const { signInAs } = practiceBrowser();
    for (const { sub } of samplePeople) {
      const back = await signInAs(sub, (await begun()).url);
      expect(back.startsWith(`${serviceUrl}/signed-in?code=`)).toBe(true);
    }
  });

  test.each([['/signed-in/'], ['/signed-in?to=1'], ['/cases'], ['.evil.example/signed-in']])(
    'sends nobody back to the tracker’s address with %s after it',
    async (more) => {
      const url = new URL((await begun()).url);
      url.searchParams.set('redirect_uri', serviceUrl + more);
      const answer = await practiceBrowser().go(url.href);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('location')).toBeNull();
      expect(await answer.text()).toContain('You cannot sign in like this');
    },
  );

  test('begins nothing without PKCE', async () => {
    const url = new URL((await begun()).url);
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    const back = new URL((await practiceBrowser().go(url.href)).headers.get('location')!);
    expect(back.searchParams.get('error')).toBe('invalid_request');
    expect(back.searchParams.has('code')).toBe(false);
  });

  test('lets nobody in who is not there, and nobody in another browser', async () => {
    const { go } = practiceBrowser();
    const { url } = await begun();
    const asked = new URL((await go(url)).headers.get('location')!, url).href;
    const saying = (sub: string) => ({ method: 'POST', body: new URLSearchParams({ who: sub }) });
    expect((await go(asked, saying('somebody-else'))).status).toBe(400);
    expect((await practiceBrowser().go(asked, saying('sample-viewer'))).status).toBe(400);
    expect((await go(asked, saying('sample-viewer'))).status).toBe(303);
  });
});
