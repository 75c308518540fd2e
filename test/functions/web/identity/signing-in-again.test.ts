import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { browserAt, onTheStaff, practicePerson, startSignInSite } from '../../../support/sign-in-site.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let site: Awaited<ReturnType<typeof startSignInSite>>;
beforeAll(async () => {
  tables = await startTables();
  site = await startSignInSite([practicePerson('ada'), practicePerson('adam')]);
});
afterAll(async () => {
  await tables.stop();
  await site.provider.stop();
});
afterEach(() => site.setWall('09:00:00'));

/** An administrator who signed in at nine, and somebody else of the staff. */
async function atNine() {
  const table = await tables.newTable();
  await onTheStaff(table, 'ada', { role: 'administrator' });
  await onTheStaff(table, 'adam');
  const web = site.open(table);
  const browser = browserAt(web);
  await browser.signIn('ada');
  return { table, web, browser };
}

describe('who decides who gets in', () => {
  test.each(['/staff/new', '/staff/adam/change', '/staff/adam/end'])(
    'has signed in within 15 minutes, and else signs in again first: %s',
    async (path) => {
      const { browser } = await atNine();
      // To the second in proving-again.test.ts: at this provider the proof is as old as the time it took to come back.
      site.setWall('09:10:00');
      expect(await browser.status(path)).toBe(200);
      site.setWall('09:15:00');
      const answer = await browser.request(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        `/sign-in?again=yes&to=${encodeURIComponent(path)}`,
      ]);
    },
  );

  test('changes nothing with a form that was opened before', async () => {
    const { table, browser } = await atNine();
    const token = await browser.token();
    site.setWall('09:20:00');
    await browser.status();
    const before = await wholeTable(table);
    const sent = {
      token,
      once: '0123456789abcdef',
      email: 'eve@force.example',
      name: 'Eve',
      role: 'administrator',
    };
    expect((await browser.post('/staff', sent)).headers.get('location')).toBe(
      '/sign-in?again=yes&to=%2Fstaff',
    );
    for (const path of ['/staff/adam/change', '/staff/adam/end', '/staff/sign-out'])
      expect((await browser.post(path, { ...sent, session: 'any' })).headers.get('location')).toMatch(
        /^\/sign-in\?again=yes&/,
      );
    expect(await wholeTable(table)).toEqual(before);
  });

  test('goes on where they were once they have signed in again, in another session', async () => {
    const { browser } = await atNine();
    site.setWall('09:20:00');
    const before = browser.jar.get('__Host-session');
    const answer = await browser.signIn('ada', '/sign-in?again=yes&to=%2Fstaff%2Fnew');
    expect(answer.headers.get('location')).toBe('/staff/new');
    expect(await browser.status('/staff/new')).toBe(200);
    expect(browser.jar.get('__Host-session')).not.toBe(before);
  });

  test('is not asked again for anything else', async () => {
    const { browser } = await atNine();
    site.setWall('09:29:00');
    for (const path of ['/staff', '/settings/stages/change', '/account'])
      expect(await browser.status(path)).toBe(200);
  });
});

describe('the page of one’s own sign-ins', () => {
  test('has each of them and nobody else’s', async () => {
    const { web, browser } = await atNine();
    await browserAt(web).signIn('ada');
    await browserAt(web).signIn('adam');
    const html = await (await browser.request('/account')).text();
    expect([html.split('This one').length - 1, html.split('>Another<').length - 1]).toEqual([1, 1]);
  });

  test('signs out everywhere at once, and nobody else', async () => {
    const { web, browser } = await atNine();
    const [other, adam] = [browserAt(web), browserAt(web)];
    await other.signIn('ada');
    await adam.signIn('adam');
    const answer = await browser.post('/account/sign-out', { token: await browser.token() });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/signed-out']);
    expect(answer.headers.get('clear-site-data')).toContain('storage');
    expect([await browser.status(), await other.status(), await adam.status()]).toEqual([303, 303, 200]);
  });

  test('does so only for who has signed in lately', async () => {
    const { browser } = await atNine();
    const token = await browser.token();
    site.setWall('09:20:00');
    const answer = await browser.post('/account/sign-out', { token });
    expect(answer.headers.get('location')).toBe('/sign-in?again=yes&to=%2Faccount');
    expect(await browser.status()).toBe(200);
  });
});

test('a link on another site signs nobody in: there they press a button of ours', async () => {
  const { web } = await atNine();
  const browser = browserAt(web);
  const from = (site: string) =>
    browser.request('/sign-in?to=%2Fcases', { headers: { 'sec-fetch-site': site } });
  const page = await from('cross-site');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('href="/sign-in?to=%2Fcases"');
  for (const known of ['none', 'same-origin']) expect((await from(known)).status).toBe(303);
});
