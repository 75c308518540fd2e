import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSample } from '../../infra/local/sample/start-sample.ts';
import { openChromium } from './chromium.ts';
import { openSeen, type Seen } from './seen.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let page: Page;
let isInOrder: Seen['isInOrder'];

beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), startSite('2020-09-29T08:00:00.000Z')]);
  await startSample(site.tracker);
  ({ page, isInOrder } = await openSeen(browser, site.url));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const heading = () => page.getByRole('heading', { level: 1 }).innerText();
const main = () => page.getByRole('main').innerText();
const press = (name: string) => page.getByRole('button', { name }).click();
const beforeResponse = () => page.getByLabel('Days before a response is due');

describe('the reminder stages, with JavaScript off', () => {
  test('are found from every page and told in words', async () => {
    await page.goto('/cases');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Reminder stages' }).click();
    expect(await main()).toContain('28, 14, 7 and 1 days before');
    await isInOrder('stages');
  });

  test('are changed on a form that begins with what they are', async () => {
    await page.getByRole('link', { name: 'Change the stages' }).click();
    expect(await beforeResponse().inputValue()).toBe('28, 14, 7, 1');
    await isInOrder('stages-change');
  });

  test('are refused with a way to each box, and what was typed stays', async () => {
    await beforeResponse().fill('tomorrow');
    await page.getByLabel('After that, every').first().fill('0');
    await press('Continue');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(2);
    await isInOrder('stages-refused');
    await page.getByRole('alert').getByRole('link').first().click();
    expect(new URL(page.url()).hash).toBe('#response');
    expect(await beforeResponse().inputValue()).toBe('tomorrow');
  });

  test('show what a change would send before it is saved, and can be edited again', async () => {
    await beforeResponse().fill('45, 28, 7');
    await page.getByLabel('After that, every').first().fill('14');
    await page.getByLabel('Why?').fill('Owners asked for more time');
    await press('Continue');
    expect(await heading()).toBe('Check the change');
    expect(await main()).toContain('45, 28 and 7 days before');
    await isInOrder('stages-check');
    await press('Go back and edit');
    expect(await beforeResponse().inputValue()).toBe('45, 28, 7');
  });

  test('say so where nothing would differ', async () => {
    await beforeResponse().fill('28, 14, 7, 1');
    await press('Continue');
    expect(await main()).toContain('Nothing differs from the stages as they are.');
    await isInOrder('stages-check-same');
    await press('Go back and edit');
  });

  test('once changed, tell both, from when, and why', async () => {
    await beforeResponse().fill('45, 28, 7');
    await press('Continue');
    await press('Change the stages');
    expect(await main()).toContain('Reminder stages changed');
    expect(await main()).toContain('From Wednesday 30 September 2020');
    await page.locator('details', { hasText: 'History' }).locator('summary').click();
    expect(await main()).toContain('Owners asked for more time');
    await isInOrder('stages-changed');
  });

  test('that somebody else has changed meanwhile are refused', async () => {
    await page.goto('/settings/stages/change');
    await beforeResponse().fill('21, 7');
    await press('Continue');
    const meanwhile = await page.context().newPage();
    await meanwhile.goto('/settings/stages/change');
    await meanwhile.getByLabel('Days before a response is due').fill('10');
    await meanwhile.getByRole('button', { name: 'Continue' }).click();
    await meanwhile.getByRole('button', { name: 'Change the stages' }).click();
    await press('Change the stages');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await beforeResponse().inputValue()).toBe('21, 7');
    await isInOrder('stages-conflict');
  });
});
