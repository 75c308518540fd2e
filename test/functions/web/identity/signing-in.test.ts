import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { staffKey } from '../../../../shared/store/keys.ts';
import { read } from '../../../../shared/store/read.ts';
import { listStaff } from '../../../../shared/store/staff.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { put } from '../../../support/recorded.ts';
import {
  browserAt,
  onTheStaff,
  practicePerson,
  startSignInSite,
  trackerUrl,
} from '../../../support/sign-in-site.ts';
import { wholeTable } from '../../../support/whole-table.ts';

const people = [
  practicePerson('ada'),
  practicePerson('adam'),
  practicePerson('shouting', { email: 'ADA@Force.Example' }),
  practicePerson('unsure', { email: 'ada@force.example', emailVerified: false }),
  practicePerson('namesake', { email: 'ada@force.example' }),
];

let tables: EmbeddedTables;
let site: Awaited<ReturnType<typeof startSignInSite>>;
beforeAll(async () => {
  tables = await startTables();
  site = await startSignInSite(people);
});
afterAll(async () => {
  await tables.stop();
  await site.provider.stop();
});
afterEach(() => site.setWall('09:00:00'));

async function withAda() {
  const table = await tables.newTable();
  await onTheStaff(table, 'ada', { role: 'liaison' });
  const web = site.open(table);
  return { table, web, browser: browserAt(web) };
}
const kinds = async (table: Table) =>
  (await wholeTable(table)).map((item) => (JSON.parse(item) as { record: string }).record).sort();

describe('somebody who is on the staff', () => {
  test('is sent to sign in first, and comes to the page that they asked for', async () => {
    const { browser } = await withAda();
    const sent = (await browser.request('/cases?cursor=1')).headers.get('location')!;
    expect(sent).toBe('/sign-in?to=%2Fcases%3Fcursor%3D1');
    const letIn = await browser.signIn('ada', sent);
    expect([letIn.status, letIn.headers.get('location')]).toEqual([303, '/cases?cursor=1']);
    const page = await (await browser.request('/cases')).text();
    expect(page).toContain('Ada Hart');
    expect(page).toContain('Sign out');
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/cases',
    '/\tcases',
    '/.//evil.example',
    'cases',
  ])('comes to the home page, and nowhere else, where the link asked for %j', async (to) => {
    const { browser } = await withAda();
    const letIn = await browser.signIn('ada', `/sign-in?to=${encodeURIComponent(to)}`);
    expect(letIn.headers.get('location')).toBe('/');
  });

  test('is known by one cookie that no script, other site or other host can read or set', async () => {
    const { table, browser } = await withAda();
    const given = (await browser.signIn('ada')).headers
      .getSetCookie()
      .filter((each) => each.startsWith('__Host-session='));
    expect(given).toHaveLength(1);
    const [cookie = '', ...attributes] = given[0]!.split('; ');
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    const secret = cookie.slice('__Host-session='.length);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect((await wholeTable(table)).join()).not.toContain(secret);
  });

  test('is known by their subject from then on, whatever their address has become', async () => {
    const { table, web, browser } = await withAda();
    await browser.signIn('ada');
    expect(await read(table, 'staff', staffKey('ada'))).toMatchObject({
      subject: { issuer: site.provider.issuer, sub: 'ada' },
      version: 2,
    });
    const bound = (await read(table, 'staff', staffKey('ada')))!;
    await put(table, 'staff', { ...bound, email: 'ada.hart@force.example' });
    const again = browserAt(web);
    expect((await again.signIn('ada')).status).toBe(303);
    expect(await again.status()).toBe(200);
  });

  test('is found by their address in capitals or small letters', async () => {
    const { browser } = await withAda();
    await browser.signIn('shouting');
    expect(await browser.status()).toBe(200);
  });

  test('tells of the first sign-in in the history, once', async () => {
    const { table, web, browser } = await withAda();
    await browser.signIn('ada');
    await browserAt(web).signIn('ada');
    const told = (await wholeTable(table)).filter((item) => item.includes('"move":"first-sign-in"'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('"byId":"staff:ada"');
  });
});

describe('nobody is let in', () => {
  const refusedTo = async (answer: Response, browser: ReturnType<typeof browserAt>, says: string) => {
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(says);
    expect(browser.jar.has('__Host-session')).toBe(false);
    expect(await browser.status()).toBe(303);
  };

  test('who is not on the staff, and nothing is made of them', async () => {
    const { table, browser } = await withAda();
    const before = await kinds(table);
    const answer = await browser.signIn('adam');
    await refusedTo(answer, browser, 'Nobody with the address adam@force.example can use this.');
    expect(await kinds(table)).toEqual([...before, 'sign-in'].sort());
  });

  test('and is told whom to ask', async () => {
    const { browser } = await withAda();
    expect(await (await browser.signIn('adam')).text()).toContain('mailto:liaison@essex.example');
  });

  test('whose address nobody vouches for', async () => {
    const { browser } = await withAda();
    const says = 'does not confirm that your email address is yours';
    await refusedTo(await browser.signIn('unsure'), browser, says);
  });

  test('who has left, whether or not they had signed in before', async () => {
    const { table, web, browser } = await withAda();
    await browser.signIn('ada');
    const ada = (await read(table, 'staff', staffKey('ada')))!;
    await put(table, 'staff', { ...ada, status: 'left', version: 3 });
    expect(await browser.status()).toBe(303);
    const again = browserAt(web);
    await refusedTo(await again.signIn('ada'), again, 'their access was ended');
  });

  test('by an address that another account of the provider has signed in with', async () => {
    const { web, browser } = await withAda();
    await browser.signIn('ada');
    const other = browserAt(web);
    await refusedTo(await other.signIn('namesake'), other, 'has been used here by another account');
    expect(await browser.status()).toBe(200);
  });

  test('but by the same address at another provider, since the organisation has changed it', async () => {
    const { table, browser } = await withAda();
    const ada = (await read(table, 'staff', staffKey('ada')))!;
    await put(table, 'staff', { ...ada, subject: { issuer: 'https://earlier.example', sub: 'ada' } });
    await browser.signIn('ada');
    expect(await browser.status()).toBe(200);
  });
});

describe('an answer of the provider', () => {
  const notLetIn = async (answer: Response) => {
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('You have not been signed in');
    expect(answer.headers.getSetCookie().some((each) => each.startsWith('__Host-session='))).toBe(false);
  };

  test('lets nobody in from a browser that did not begin', async () => {
    const { web, browser } = await withAda();
    const back = await browser.goToProvider('ada');
    await notLetIn(await browserAt(web).request(back));
    const other = browserAt(web);
    await other.request('/sign-in');
    await notLetIn(await other.request(back));
  });

  test('lets nobody in a second time, with the very cookie of the first', async () => {
    const { browser } = await withAda();
    const back = await browser.goToProvider('ada');
    const begun = browser.jar.get('__Host-signing-in')!;
    expect((await browser.request(back)).status).toBe(303);
    expect(browser.jar.has('__Host-signing-in')).toBe(false);
    browser.jar.set('__Host-signing-in', begun);
    await notLetIn(await browser.request(back));
  });

  test('that says another state lets nobody in, and the true one no more after it', async () => {
    const { browser } = await withAda();
    const back = await browser.goToProvider('ada');
    const begun = browser.jar.get('__Host-signing-in')!;
    await notLetIn(await browser.request(back.replace(/state=[^&]+/, 'state=another')));
    browser.jar.set('__Host-signing-in', begun);
    await notLetIn(await browser.request(back));
  });

  test.each([
    ['09:09:59.999', 303],
    ['09:10:00', 400],
  ])('counts for ten minutes from nine: at %s it is answered with %i', async (time, status) => {
    const { browser } = await withAda();
    const back = await browser.goToProvider('ada');
    site.setWall(time);
    expect((await browser.request(back)).status).toBe(status);
  });
});

describe('the first administrator', () => {
  const openWith = async (administrators: string[]) => {
    const table = await tables.newTable();
    return { table, web: site.open(table, { administrators }) };
  };

  test('is who of those in the settings signs in first, without limits, and it is told why', async () => {
    const { table, web } = await openWith(['ada@force.example', 'adam@force.example']);
    const browser = browserAt(web);
    await browser.signIn('ada');
    expect(await browser.status('/settings/sending/change')).toBe(200);
    expect(await listStaff(table)).toMatchObject([
      {
        name: 'Ada Hart',
        role: 'administrator',
        scope: { bodies: [], boards: [] },
        email: 'ada@force.example',
      },
    ]);
    expect((await wholeTable(table)).join()).toContain('Named in the settings as the first administrator');
  });

  test('makes the settings count no more: the second one named is added by the first or not at all', async () => {
    const { table, web } = await openWith(['ada@force.example', 'adam@force.example']);
    await browserAt(web).signIn('ada');
    expect((await browserAt(web).signIn('adam')).status).toBe(403);
    expect(await listStaff(table)).toHaveLength(1);
  });

  test('is nobody whose address is not vouched for', async () => {
    const { table, web } = await openWith(['ada@force.example']);
    expect((await browserAt(web).signIn('unsure')).status).toBe(403);
    expect(await listStaff(table)).toEqual([]);
  });

  test('is nobody who has left', async () => {
    const { table, web } = await openWith(['ada@force.example']);
    await onTheStaff(table, 'ada', { status: 'left' });
    expect((await browserAt(web).signIn('ada')).status).toBe(403);
  });
});

test('a page of the tracker that nobody is signed in for is never shown, whatever the cookie says', async () => {
  const { browser } = await withAda();
  for (const secret of ['', 'x', 'a'.repeat(43), 'a'.repeat(4_000), '../../', 'SESSION#1', '%00']) {
    browser.jar.set('__Host-session', secret);
    const answer = await browser.request('/cases');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fcases']);
  }
  expect(trackerUrl).toMatch(/^https:/);
});
