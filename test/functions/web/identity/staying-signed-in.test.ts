import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { changeStaff } from '../../../../functions/web/moves/change-staff.ts';
import { endStaff } from '../../../../functions/web/moves/end-staff.ts';
import { staffInput } from '../../../../shared/domain/staff.ts';
import { staffKey } from '../../../../shared/store/keys.ts';
import { read } from '../../../../shared/store/read.ts';
import { endSession, listSessions } from '../../../../shared/store/sessions.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { put } from '../../../support/recorded.ts';
import { accepted } from '../../../support/sample-records.ts';
import { browserAt, onTheStaff, practicePerson, startSignInSite } from '../../../support/sign-in-site.ts';

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

const session = '__Host-session';

async function adaSignedIn() {
  const table = await tables.newTable();
  await onTheStaff(table, 'ada', { role: 'liaison' });
  const web = site.open(table);
  const browser = browserAt(web);
  await browser.signIn('ada');
  return { table, web, browser };
}

describe('a session', () => {
  test.each([
    ['09:29:59.999', 200],
    ['09:30:00', 303],
  ])('that was last used at nine is answered at %s with %i', async (time, status) => {
    const { browser } = await adaSignedIn();
    site.setWall(time);
    expect(await browser.status()).toBe(status);
  });

  test('is kept by whoever uses it every 29 minutes, and ends eight hours after it began all the same', async () => {
    const { browser } = await adaSignedIn();
    for (let minutes = 29; minutes < 8 * 60; minutes += 29) {
      site.setWall(
        `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`,
      );
      expect(await browser.status()).toBe(200);
    }
    site.setWall('16:59:59.999');
    expect(await browser.status()).toBe(200);
    site.setWall('17:00:00');
    expect(await browser.status()).toBe(303);
  });

  test('has another secret than whatever the browser brought, which lets nobody in afterwards', async () => {
    const { table, web } = await adaSignedIn();
    await onTheStaff(table, 'adam');
    const planted = 'p'.repeat(43);
    const browser = browserAt(web);
    browser.jar.set(session, planted);
    await browser.signIn('adam');
    expect(browser.jar.get(session)).not.toBe(planted);
    const attacker = browserAt(web);
    attacker.jar.set(session, planted);
    expect(await attacker.status()).toBe(303);
  });

  test('is another at each sign-in, and the one before in that browser is ended', async () => {
    const { table, web, browser } = await adaSignedIn();
    const before = browser.jar.get(session)!;
    await browser.signIn('ada');
    expect(browser.jar.get(session)).not.toBe(before);
    const stolen = browserAt(web);
    stolen.jar.set(session, before);
    expect(await stolen.status()).toBe(303);
    expect(await listSessions(table, site.wall.now())).toHaveLength(1);
  });

  test('in one browser is not touched by a sign-in in another', async () => {
    const { web, browser } = await adaSignedIn();
    await browserAt(web).signIn('ada');
    expect(await browser.status()).toBe(200);
  });

  test('of staff is none of an owner’s', async () => {
    const { browser } = await adaSignedIn();
    browser.jar.set('__Host-owner', browser.jar.get(session)!);
    browser.jar.delete(session);
    expect(await browser.status()).toBe(303);
  });
});

describe('signing out', () => {
  test('ends the session for whoever has its cookie', async () => {
    const { web, browser } = await adaSignedIn();
    const secret = browser.jar.get(session)!;
    const answer = await browser.post('/sign-out', { token: await browser.token() });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/signed-out']);
    expect(browser.jar.has(session)).toBe(false);
    const thief = browserAt(web);
    thief.jar.set(session, secret);
    expect(await thief.status()).toBe(303);
    expect(await (await browser.request('/signed-out')).text()).toContain('You have signed out');
  });

  test.each([undefined, '', 'x', 'a'.repeat(43)])(
    'is not done for a form with the token %j',
    async (token) => {
      const { browser } = await adaSignedIn();
      const answer = await browser.post('/sign-out', token === undefined ? {} : { token });
      expect(answer.status).toBe(403);
      expect(await browser.status()).toBe(200);
    },
  );

  test('is not done by a link: that shows a button', async () => {
    const { browser } = await adaSignedIn();
    const answer = await browser.request('/sign-out');
    expect(await answer.text()).toContain('Do you want to sign out?');
    expect(await browser.status()).toBe(200);
  });

  test('does nothing to whoever is not signed in', async () => {
    const { web } = await adaSignedIn();
    const nobody = browserAt(web);
    expect((await nobody.request('/sign-out')).headers.get('location')).toBe('/signed-out');
    expect((await nobody.post('/sign-out', {})).headers.get('location')).toBe('/signed-out');
  });
});

describe('at once, in every browser, it ends', () => {
  const administrator = (table: Parameters<typeof deskOf>[0]) => ({ ...deskOf(table), byId: 'staff:adam' });
  const ada = { name: 'Ada Hart', email: 'ada@force.example', role: 'liaison' };

  test.each([
    ['their role is changed', { ...ada, role: 'viewer' }],
    ['they are given a higher role', { ...ada, role: 'administrator' }],
    ['they are limited to a body', { ...ada, bodies: ['Essex Police'] }],
    ['they get another address', { ...ada, email: 'ada.hart@force.example' }],
  ])('when %s', async (_, typed) => {
    const { table, web, browser } = await adaSignedIn();
    const other = browserAt(web);
    await other.signIn('ada');
    accepted(await changeStaff(administrator(table), 'ada', staffInput.parse(typed), site.wall));
    expect([await browser.status(), await other.status()]).toEqual([303, 303]);
    expect(await listSessions(table, site.wall.now())).toEqual([]);
  });

  test('when their record is changed, even if whoever changed it got no further', async () => {
    const { table, browser } = await adaSignedIn();
    const before = (await read(table, 'staff', staffKey('ada')))!;
    await put(table, 'staff', { ...before, role: 'viewer', version: before.version + 1 });
    expect(await listSessions(table, site.wall.now())).toHaveLength(1);
    expect(await browser.status()).toBe(303);
  });

  test('when their access is ended', async () => {
    const { table, browser } = await adaSignedIn();
    accepted(await endStaff(administrator(table), 'ada', site.wall));
    expect(await browser.status()).toBe(303);
    expect(await listSessions(table, site.wall.now())).toEqual([]);
    expect((await browser.signIn('ada')).status).toBe(403);
  });

  test('when an administrator ends the session, and only that one', async () => {
    const { table, web, browser } = await adaSignedIn();
    const other = browserAt(web);
    const [first] = await listSessions(table, site.wall.now());
    await other.signIn('ada');
    await endSession(table, first!.id, site.wall.now());
    expect([await browser.status(), await other.status()]).toEqual([303, 200]);
  });
});
