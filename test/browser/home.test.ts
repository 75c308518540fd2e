import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordRecommendation } from '../../functions/web/moves/record-recommendation.ts';
import { asDay } from '../../shared/domain/day.ts';
import type { Standing } from '../../shared/domain/standing.ts';
import { keepTally } from '../../shared/store/tallies.ts';
import { deskOf } from '../support/desk-of.ts';
import { contacts } from '../support/recorded.ts';
import { accepted, sampleContact } from '../support/sample-records.ts';
import { copyOf, standingAt } from '../support/standing-at.ts';
import { openChromium } from './chromium.ts';
import { openSeen, type Seen } from './seen.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let page: Page;
let isInOrder: Seen['isInOrder'];

const today = '2021-03-25';

const there: Standing[] = [
  'response-overdue',
  'window-open',
  'no-date',
  'proposed-for-closure',
  'paused',
  'closed',
];

/** Thirteen lapsed promises, one of every other standing, and one that nobody owns. */
async function record(): Promise<void> {
  const { table } = site.tracker;
  await contacts(table, sampleContact(), sampleContact('bo', { post: 'Head of training' }));
  for (const [index, standing] of there.entries()) await standingAt(table, standing, `2020-${200 + index}`);
  const lapsed = await standingAt(table, 'lapsed', '2020-300');
  for (let more = 1; more < 13; more++) await copyOf(lapsed, `2020-${300 + more}`);
  const text = 'Review how custody staff are trained.';
  accepted(await recordRecommendation(deskOf(table, '2020-10-01'), '2020-201', { text }));
  for (const [index, month] of ['2020-11', '2020-12', '2021-01', '2021-02'].entries()) {
    const counts = { 'promise-running': 12 - index, lapsed: 4 * index, 'response-overdue': 3 - (index % 3) };
    await keepTally(table, { on: asDay(`${month}-28`), counts, boards: {} });
  }
}

beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), startSite(`${today}T08:30:00.000Z`)]);
  ({ page, isInOrder } = await openSeen(browser, site.url));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const main = () => page.getByRole('main').innerText();

describe('home, with JavaScript off', () => {
  test('of an empty tracker says what to do first', async () => {
    await page.goto('/');
    expect(await main()).toContain('Do this first');
    await isInOrder('home-empty');
  });

  test('says in one glance how much there is of each, and leads to it', async () => {
    await record();
    await page.goto('/');
    await page
      .getByRole('list', { name: 'How much there is of each' })
      .getByRole('link', { name: '13 Promise lapsed' })
      .click();
    expect(page.url()).toMatch(/#lapsed$/);
    expect(await page.getByRole('table', { name: 'Promise lapsed (13)' }).getByRole('row').count()).toBe(11);
    expect(await page.getByRole('link', { name: 'See all 13 of Promise lapsed' }).getAttribute('href')).toBe(
      '/recommendations?standing=lapsed',
    );
    await isInOrder('home');
  });

  test('draws the months as a picture, and has their figures as a table besides', async () => {
    const picture = page.getByRole('img', { name: 'Open, overdue and lapsed recommendations by month' });
    expect(await picture.count()).toBe(1);
    await page.getByText('The figures as a table').click();
    const table = page.getByRole('table', { name: 'At the end of each month, and today' });
    expect(await table.getByRole('row').allInnerTexts()).toContainEqual(
      expect.stringMatching(/^28 February 2021\s+24\s+3\s+12$/),
    );
    await isInOrder('home-figures');
  });

  test('draws them so that they are told apart where a person has colours of their own', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    const strokes = await page.evaluate(
      `[...document.querySelectorAll('.tracker-plot__picture--wide polyline')].map((line) => getComputedStyle(line).strokeDasharray)`,
    );
    expect(new Set(strokes as string[]).size).toBe(3);
    await isInOrder('home-forced-colours');
    await page.emulateMedia({ forcedColors: 'none' });
  });
});

describe('the calendar, with JavaScript off', () => {
  test('shows what comes week by week and day by day', async () => {
    await page.getByRole('link', { name: 'Calendar' }).click();
    expect(await main()).toContain('Week by week');
    await isInOrder('calendar');
  });

  test('is narrowed to an owner', async () => {
    await page.getByLabel('Owner').selectOption({ label: 'Bo Reed, Head of training' });
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await main()).toContain('Nothing comes up in this time for what you chose.');
    await isInOrder('calendar-empty');
  });
});
