import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstant } from '../../shared/domain/london.ts';
import { sampleBoards } from '../support/board-sample.ts';
import { openChromium } from './chromium.ts';
import { openSeen, type Seen } from './seen.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let page: Page;
let isInOrder: Seen['isInOrder'];
let paper: string;

beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), startSite('2021-03-10T09:00:00.000Z')]);
  const { board } = await sampleBoards(site.tracker.table);
  site.tracker.clock.startAt(asInstant('2021-03-10T09:00:00.000Z'));
  paper = `/boards/${board}/paper`;
  ({ page, isInOrder } = await openSeen(browser, site.url));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const main = () => page.getByRole('main').innerText();

describe('the paper of a board, with JavaScript off', () => {
  test('is reached from the board, as at today', async () => {
    await page.goto('/boards');
    await isInOrder('boards-with-papers');
    await page.getByRole('link', { name: 'Custody and Vulnerability board', exact: true }).click();
    await page.getByRole('link', { name: 'Board paper' }).click();
    expect(await main()).toContain('As at the end of Wednesday 10 March 2021');
    await isInOrder('board-paper');
  });

  test('is shown as at a meeting, with a click', async () => {
    await page.goto(paper);
    await page.getByRole('link', { name: 'Meeting of 4 March 2021' }).click();
    const words = await main();
    expect(words).toContain('As at the end of Thursday 4 March 2021');
    expect(words).toContain('back to the last meeting, on Thursday 3 December 2020');
  });

  test('is shown as at a day that is typed, and keeps one that cannot be', async () => {
    await page.goto(paper);
    const boxes = page.getByRole('group', { name: 'Show how things stood' });
    await boxes.getByLabel('Day').fill('31');
    await boxes.getByLabel('Month').fill('2');
    await boxes.getByLabel('Year').fill('2021');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('must be a real date');
    expect(await boxes.getByLabel('Day').inputValue()).toBe('31');
    await isInOrder('board-paper-refused');
    await boxes.getByLabel('Day').fill('1');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(page.url()).toContain('asAt=2021-02-01');
  });

  test('is there for every board together, and for one with nothing', async () => {
    await page.goto('/paper');
    expect(await main()).toContain('All boards: recommendations');
    await isInOrder('paper-of-all');
    await page.goto(`${paper}?asAt=2017-01-01`);
    expect(await main()).toContain('note that no recommendation is open');
    await isInOrder('board-paper-empty');
  });
});
