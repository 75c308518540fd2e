import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstant } from '../../shared/domain/london.ts';
import { sampleBoards } from '../support/board-sample.ts';
import { openChromium } from './chromium.ts';
import { pdfOf, sheetsOf } from './pdf.ts';
import { wordsOf } from './pdf-words.ts';
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

describe('the paper of a board on paper', () => {
  test('is of A4, numbered, and says on each page whose it is and as at which day', async () => {
    const pdf = await pdfOf(page, `${paper}?asAt=2021-03-04`);
    const sheets = sheetsOf(pdf);
    const pages = wordsOf(pdf);
    expect(sheets.length).toBeGreaterThan(3);
    expect(sheets.length).toBeLessThan(8);
    expect(new Set(sheets.map(String))).toEqual(new Set(['595,842']));
    for (const [index, words] of pages.entries()) {
      expect(words).toContain(`Page ${index + 1} of ${pages.length}`);
      if (index > 0)
        expect(words).toContain('Custody and Vulnerability board: recommendations, as at 4 March 2021');
    }
  });

  test('holds every section and no menu, no button and no address', async () => {
    const words = wordsOf(await pdfOf(page, `${paper}?asAt=2021-03-04`)).join(' ');
    for (const heading of [
      '1. Purpose of the report',
      '2. What the board is asked to do',
      '3. Executive summary',
      '4. Performance',
      '5. The recommendations',
      '6. Risks',
      '7. What comes next',
      '8. How this paper was made',
    ])
      expect(words).toContain(heading);
    for (const screen of ['Needs attention', 'Download', 'Skip to', 'Show how', '/cases/', 'Remembers what'])
      expect(words).not.toContain(screen);
  });

  test('begins no table with its head alone at the foot of a page, and cuts no word off', async () => {
    const pages = wordsOf(await pdfOf(page, `${paper}?asAt=2021-03-04`));
    for (const words of pages) {
      expect(words).not.toMatch(/Due Stands$/);
      expect(words).not.toMatch(/(?:\d\. [A-Z][a-z ]+|Headlines:)$/);
    }
    for (const standing of ['Response overdue', 'Proposed for closure', 'No date promised'])
      expect(pages.join(' ')).toContain(standing);
  });
});
