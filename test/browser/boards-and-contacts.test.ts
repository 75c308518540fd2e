import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSample } from '../../infra/local/sample/start-sample.ts';
import { listBoards, listContacts } from '../../shared/store/lists.ts';
import { openChromium } from './chromium.ts';
import { openSeen, type Seen } from './seen.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let page: Page;
let isInOrder: Seen['isInOrder'];
let boardPath: string;
let leadPath: string;

beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), startSite('2020-09-29T08:00:00.000Z')]);
  await startSample(site.tracker);
  boardPath = `/boards/${(await listBoards(site.tracker.table))[0]!.id}`;
  const contacts = await listContacts(site.tracker.table);
  leadPath = `/contacts/${contacts.find(({ name }) => name === 'Sample Training Lead')!.id}`;
  ({ page, isInOrder } = await openSeen(browser, site.url));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const main = () => page.getByRole('main').innerText();
const press = (name: string) => page.getByRole('button', { name }).click();

async function typeMeeting([day, month, year]: [string, string, string]): Promise<void> {
  const boxes = page.getByRole('group', { name: 'Add a meeting' });
  await boxes.getByLabel('Day').fill(day);
  await boxes.getByLabel('Month').fill(month);
  await boxes.getByLabel('Year').fill(year);
  await press('Add');
}

describe('boards, with JavaScript off', () => {
  test('are reached from the menu and added', async () => {
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Boards' }).click();
    await isInOrder('boards');
    await page.getByRole('link', { name: 'Add a board' }).click();
    await isInOrder('board-new');
    await page.getByLabel('Name of the board').fill('Vulnerability board');
    await press('Save');
    expect(await main()).toContain('Board added');
  });

  test('keep their meetings', async () => {
    await page.goto(boardPath);
    await typeMeeting(['3', '12', '2020']);
    await typeMeeting(['4', '3', '2021']);
    expect(await main()).toMatch(/Next meeting\s+Thursday 3 December 2020/);
    await isInOrder('board');
    await typeMeeting(['3', '12', '2020']);
    expect(await page.getByRole('alert').innerText()).toContain('has already been entered');
    await isInOrder('board-refused');
    await press('Remove the meeting on Thursday 4 March 2021');
    expect(await main()).not.toContain('4 March 2021');
    await page.getByRole('link', { name: 'Change the name or the chair' }).click();
    await isInOrder('board-change');
  });
});

describe('somebody who leaves, with JavaScript off', () => {
  test('is changed, then hands over after a look at what it means', async () => {
    await page.goto('/contacts');
    await page.getByRole('link', { name: 'Sample Training Lead', exact: true }).click();
    await isInOrder('contact');
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await isInOrder('contact-change');
    await page.goto(leadPath);
    await page.getByRole('link', { name: 'Record that they have left' }).click();
    await isInOrder('departure');
    await press('Continue');
    await isInOrder('departure-check-nobody');
    await press('Change');
    await page
      .getByLabel('Who takes over')
      .selectOption({ label: 'Sample Control Room Lead, Head of Force Control Room' });
    await press('Continue');
    expect(await main()).toContain('What happens next');
    await isInOrder('departure-check');
    await press('Save');
    expect(await main()).toContain('Everything handed over');
    await isInOrder('contact-left');
  });

  test('is named as such where they own something', async () => {
    await page.goto('/cases/2019-127918/recommendations/1');
    expect(await main()).toContain('(left; Sample Control Room Lead acts)');
    await isInOrder('recommendation');
    await page.goto('/contacts');
    await isInOrder('contacts');
  });

  test('without a successor stands among the exceptions', async () => {
    await page.goto('/contacts');
    await page.getByRole('link', { name: 'Sample Manager', exact: true }).click();
    await page.getByRole('link', { name: 'Record that they have left' }).click();
    await press('Continue');
    await press('Save');
    await page.goto('/');
    expect(await main()).toContain('Choose who takes over everything they had.');
    await isInOrder('exceptions');
    await page.goto('/cases/2019-127918/recommendations/new');
    await isInOrder('recommendation-new');
  });
});

describe('somebody who has come back, with JavaScript off', () => {
  test('is written to again, after a word on what that means', async () => {
    await page.goto(leadPath);
    await page.getByRole('link', { name: 'Record that they have come back' }).click();
    expect(await main()).toContain('Sample Control Room Lead no longer acts for them.');
    await isInOrder('return');
    await page.getByLabel('Why?').fill('x'.repeat(201));
    await press('Save');
    expect(await page.getByRole('alert').innerText()).toContain('200 characters');
    await isInOrder('return-refused');
    await page.getByLabel('Why?').fill('Recorded by mistake');
    await press('Save');
    expect(await main()).toContain('Recorded that they have come back');
    await isInOrder('contact-back');
  });
});
