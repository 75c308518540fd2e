import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enterSampleStaff } from '../../infra/local/identity/sample-staff.ts';
import { deskClient } from '../../infra/local/sample/desk-client.ts';
import { openChromium } from './chromium.ts';
import { hostCookie } from './host-cookie.ts';
import { recordOne } from './journey.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let context: BrowserContext;
let page: Page;
let recommendation: string;
beforeAll(async () => {
  [browser, site] = await Promise.all([
    openChromium(),
    startSite('2020-11-20T09:00:00.000Z', { byDoor: true }),
  ]);
  await enterSampleStaff(site.tracker.table, site.tracker.clock);
  recommendation = await recordOne({ desk: deskClient(site.tracker.desk) });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  page = await context.newPage();
});
afterEach(() => context.close());

const signInAs = (name: string) =>
  page.getByRole('button', { name: `Sign in as ${name}`, exact: true }).click();
const sessionCookie = async () => (await context.cookies()).find(({ name }) => name === '__Host-session');
const heading = () => page.getByRole('heading', { level: 1 }).textContent();
/** What stands on the page that leads to a form of a move. */
const movesOffered = () =>
  page.locator(`main a[href^="${recommendation}/"]:not([href$="/history"], [href$="/proof"])`).count();

describe('a newcomer', () => {
  test('is led from any page to the practice sign-in, says who they are, and is on that page', async () => {
    await page.goto('/boards?from=mail');
    expect(await heading()).toBe('Who do you want to be?');
    await signInAs('Sample Administrator');
    expect(page.url()).toBe(`${site.url}/boards?from=mail`);
    expect(await page.locator('header').textContent()).toContain('Sample Administrator');
    expect(await sessionCookie()).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
      expires: -1,
    });
  });

  test('signs out, is then nobody, also by the way back, and can be somebody else', async () => {
    await page.goto('/boards');
    await signInAs('Sample Administrator');
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await heading()).toBe('You have signed out');
    expect(await sessionCookie()).toBeUndefined();
    await page.goBack();
    expect(await heading()).toBe('Who do you want to be?');
    await page.goto('/signed-out');
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await signInAs('Sample Viewer');
    expect(await page.locator('header').textContent()).toContain('Sample Viewer');
    expect((await page.goto('/contacts/new'))?.status()).toBe(403);
    expect((await page.goto('/staff'))?.status()).toBe(403);
  });
});

test('an administrator signs somebody out, in the middle of what they do', async () => {
  await page.goto('/boards');
  await signInAs('Sample Viewer');
  const other = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  const administrator = await other.newPage();
  await administrator.goto('/staff');
  await administrator.getByRole('button', { name: 'Sign in as Sample Administrator' }).click();
  await administrator
    .getByRole('button', { name: /^Sign out ?: Sample Viewer/ })
    .last()
    .click();
  expect(await administrator.getByRole('alert').textContent()).toContain('They were signed out');
  await page.goto('/cases');
  expect(await heading()).toBe('Who do you want to be?');
  await other.close();
});

describe('a link of a mail to a recommendation', () => {
  test('leads a viewer there once they have signed in, and offers them no move', async () => {
    await page.goto(recommendation);
    await signInAs('Sample Viewer');
    expect(page.url()).toBe(`${site.url}${recommendation}`);
    expect(await page.getByRole('main').textContent()).toContain('Review the training');
    expect(await movesOffered()).toBe(0);
    expect(await page.locator('main form').count()).toBe(0);
    expect((await page.goto(`${recommendation}/withdraw`))?.status()).toBe(403);
  });

  test('leads one of the liaison team there, and offers them what can be done now', async () => {
    await page.goto(recommendation);
    await signInAs('Sample Liaison');
    expect(page.url()).toBe(`${site.url}${recommendation}`);
    expect(await movesOffered()).toBeGreaterThan(0);
    expect((await page.goto(`${recommendation}/withdraw`))?.status()).toBe(200);
  });
});

describe('a stolen cookie', () => {
  const openedWith = async (value: string) => {
    const thief = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
    await thief.addCookies([hostCookie('session', value)]);
    const opened = await thief.newPage();
    await opened.goto('/boards');
    const url = opened.url();
    await thief.close();
    return url;
  };

  test('opens nothing once its owner has signed out', async () => {
    await page.goto('/boards');
    await signInAs('Sample Viewer');
    const { value } = (await sessionCookie())!;
    expect(await openedWith(value)).toBe(`${site.url}/boards`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await openedWith(value)).not.toContain(site.url);
  });

  test('that was put into the browser before it signed in is not the session afterwards', async () => {
    const planted = 'p'.repeat(43);
    await context.addCookies([hostCookie('session', planted)]);
    await page.goto('/boards');
    expect(await heading()).toBe('Who do you want to be?');
    await signInAs('Sample Viewer');
    expect(page.url()).toBe(`${site.url}/boards`);
    expect((await sessionCookie())!.value).not.toBe(planted);
    expect(await openedWith(planted)).not.toContain(site.url);
  });
});
