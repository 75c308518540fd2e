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
const follow = (name: string) => page.getByRole('link', { name }).first().click();
const notice = () => page.getByRole('region', { name: 'Who gets mail' });

describe('the wording of mails, with JavaScript off', () => {
  test('is found from every page, part by part', async () => {
    await page.goto('/cases');
    await follow('Settings');
    await isInOrder('settings');
    await follow('Wording of mails');
    expect(await main()).toContain('Say whether {body} accepts the recommendation');
    await isInOrder('wording');
  });

  test('is changed on a form that begins with the words as they are', async () => {
    await follow('Change the words of: A response is due');
    expect(await page.getByLabel('What to do').inputValue()).toMatch(/^Reply with the response\./);
    await isInOrder('wording-change');
  });

  test('is refused with a way to each box, and what was typed stays', async () => {
    await page.getByLabel('What to do').fill('Answer for {force}.');
    await page.getByLabel('A sentence to add').fill('<b>Please</b>');
    await press('See the mail');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(2);
    await isInOrder('wording-refused');
    expect(await page.getByLabel('What to do').inputValue()).toBe('Answer for {force}.');
  });

  test('shows a whole mail before it is saved, as it looks in an inbox', async () => {
    await page.getByLabel('What to do').fill('Answer for {body} by {due date}.');
    await page.getByLabel('A sentence to add').fill('The learning team can help you on 101.');
    await page.getByLabel('Why?').fill('Owners asked for one sentence');
    await press('See the mail');
    expect(await heading()).toBe('Check the wording');
    const mail = page.locator('.tracker-mail__html');
    expect(await mail.innerText()).toContain('The learning team can help you on 101.');
    // The mail's own style attributes count, so it is no plain text.
    const border = await page.evaluate(
      "getComputedStyle(document.querySelector('.tracker-mail__html .card')).borderTopWidth",
    );
    expect(border).toBe('6px');
    await page.locator('details').first().locator('summary').click();
    await isInOrder('wording-check');
  });

  test('once saved, is marked as their own, and can be set back', async () => {
    await press('Save');
    expect(await main()).toContain('Wording changed');
    expect(await main()).toContain('Your words');
    await isInOrder('wording-changed');
    await follow('Set all back');
    expect(await main()).toContain('Answer for {body} by {due date}.');
    await isInOrder('wording-reset');
    await press('Set back');
    expect(await main()).not.toContain('Your words');
    await page.locator('details', { hasText: 'History' }).locator('summary').click();
    expect(await main()).toContain('Owners asked for one sentence');
    await isInOrder('wording-history');
  });
});

describe('who gets mail, with JavaScript off', () => {
  test('is everyone, and changed on a form that refuses what is no address', async () => {
    await page.goto('/settings');
    await follow('Who gets mail');
    await isInOrder('sending');
    await follow('Change who gets mail');
    await page.getByLabel('Only some').check();
    await page.getByLabel('Addresses and domains').fill('everybody');
    await press('Continue');
    expect(await page.title()).toMatch(/^Error: /);
    await isInOrder('sending-refused');
  });

  test('says what a choice means before it counts, and every page says so after', async () => {
    await page.getByLabel('Addresses and domains').fill('anna.reed@sample.example\ntrial.sample.example');
    await press('Continue');
    await isInOrder('sending-check');
    await press('Save');
    await isInOrder('sending-only');
    await page.goto('/cases');
    expect(await notice().innerText()).toContain(
      'Mail is sent only to anna.reed@sample.example and trial.sample.example',
    );
    await isInOrder('cases-sending-only');
  });

  test('back to everyone the notice is gone', async () => {
    await page.goto('/settings/sending/change');
    await page.getByLabel('Everyone').check();
    await press('Continue');
    await press('Save');
    expect(await notice().count()).toBe(0);
  });
});
