import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enterSampleStaff } from '../../infra/local/identity/sample-staff.ts';
import { openChromium } from './chromium.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [browser, site] = await Promise.all([
    openChromium(),
    startSite('2020-11-20T09:00:00.000Z', { byDoor: true }),
  ]);
  await enterSampleStaff(site.tracker.table, site.tracker.clock);
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

describe('a newcomer', () => {
  test('is led from any page to the practice sign-in, says who they are, and is on that page', async () => {
    await page.goto('/boards?from=mail');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Who do you want to be?');
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
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You have signed out');
    expect(await sessionCookie()).toBeUndefined();
    await page.goBack();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Who do you want to be?');
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
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Who do you want to be?');
  await other.close();
});
