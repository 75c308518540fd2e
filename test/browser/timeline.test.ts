import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localNights } from '../../infra/local/nights.ts';
import { liveSample } from '../../infra/local/sample/start-sample.ts';
import { asDay } from '../../shared/domain/day.ts';
import { openChromium } from './chromium.ts';
import { openSeen, type Seen } from './seen.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let page: Page;
let isInOrder: Seen['isInOrder'];

const recommendation = '/cases/2019-127918/recommendations/1';

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
  [browser, site] = await Promise.all([openChromium(), startSite('2020-11-20T09:00:00.000Z')]);
  await liveSample(site.tracker, localNights(site.tracker));
  ({ page, isInOrder } = await openSeen(browser, site.url));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** Every two pieces of words in the pictures that are shown whose boxes, as the browser draws them, touch. */
const touching = `[...document.querySelectorAll('svg[role=img]')].filter((svg) => svg.getClientRects().length > 0).flatMap((svg) => {
  const words = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBBox() }));
  return words.flatMap((a, i) => words.slice(i + 1).filter((b) =>
    a.box.x < b.box.x + b.box.width && b.box.x < a.box.x + a.box.width &&
    a.box.y + 2 < b.box.y + b.box.height - 2 && b.box.y + 2 < a.box.y + a.box.height - 2).map((b) => a.text + ' / ' + b.text));
})`;

const noWordsTouch = async () => {
  for (const width of [1000, 320]) {
    await page.setViewportSize({ width, height: 1000 });
    expect(await page.evaluate(touching)).toEqual([]);
  }
};

describe('the timeline on the page of a recommendation, with JavaScript off', () => {
  test.each(['2020-11-20', '2021-03-22', '2021-05-21', '2021-06-10'])('is in order on %s', async (day) => {
    await localNights(site.tracker).moveTo(asDay(day));
    await page.goto(recommendation);
    await noWordsTouch();
    await isInOrder(`timeline-${day}`);
    await page.goto('/cases/2019-127918');
    await noWordsTouch();
    await isInOrder(`timeline-case-${day}`);
  });
});
