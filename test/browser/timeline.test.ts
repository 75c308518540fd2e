import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localNights } from '../../infra/local/nights.ts';
import { deskClient } from '../../infra/local/sample/desk-client.ts';
import { essex2020 } from '../../infra/local/sample/essex-2020.ts';
import { recordSampleResponses } from '../../infra/local/sample/record.ts';
import { startSample } from '../../infra/local/sample/start-sample.ts';
import { openChromium } from './chromium.ts';
import { pdfOf, sheetsOf } from './pdf.ts';
import { openSeen, type Seen } from './seen.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let page: Page;
let isInOrder: Seen['isInOrder'];

const caseId = '2019-127918';
const recommendation = `/cases/${caseId}/recommendations/1`;

/** Lives the mornings of some days, so that what is due on each is mailed. */
async function live(...days: string[]): Promise<void> {
  const { clock } = site.tracker;
  for (const day of days) {
    clock.moveTo(`${day}T06:10:00.000Z` as ReturnType<typeof clock.now>);
    await localNights(site.tracker).tonight();
  }
}

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
  [browser, site] = await Promise.all([openChromium(), startSite('2020-09-29T08:00:00.000Z')]);
  await startSample(site.tracker);
  await live('2020-10-26', '2020-11-09', '2020-11-20');
  const desk = deskClient(site.tracker.desk);
  await recordSampleResponses(desk, caseId);
  await desk.post(`/cases/${caseId}/recommendations/1/publication`, { publishedOn: essex2020.respondedOn });
  await desk.post(`/cases/${caseId}/recommendations/1/evidence`, {
    kind: 'text',
    text: 'Minutes of the board.',
  });
  await live('2021-03-22', '2021-04-22', '2021-05-13', '2021-05-21');
  ({ page, isInOrder } = await openSeen(browser, site.url));
}, 240_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const main = () => page.getByRole('main').innerText();

/** Every two pieces of words of the picture that is shown whose boxes, as the browser draws them, touch. */
const touching = `[...document.querySelectorAll('svg[role=img]')].filter((svg) => svg.getClientRects().length > 0).flatMap((svg) => {
  const words = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBBox() }));
  return words.flatMap((a, i) => words.slice(i + 1).filter((b) =>
    a.box.x < b.box.x + b.box.width && b.box.x < a.box.x + a.box.width &&
    a.box.y + 2 < b.box.y + b.box.height - 2 && b.box.y + 2 < a.box.y + a.box.height - 2).map((b) => a.text + ' / ' + b.text));
})`;

/** Words of the picture that reach beyond it. */
const outside = `[...document.querySelectorAll('svg[role=img]')].filter((svg) => svg.getClientRects().length > 0).flatMap((svg) => {
  const { width, height } = svg.viewBox.baseVal;
  return [...svg.querySelectorAll('text')].filter((text) => {
    const box = text.getBBox();
    return box.x < -1 || box.x + box.width > width + 1 || box.y + box.height > height + 1;
  }).map((text) => text.textContent);
})`;

async function isReadable(): Promise<void> {
  for (const width of [1000, 320]) {
    await page.setViewportSize({ width, height: 1000 });
    expect(await page.locator('svg[role=img]:visible').count()).toBe(1);
    expect(await page.evaluate(touching)).toEqual([]);
    expect(await page.evaluate(outside)).toEqual([]);
  }
}

describe('the page of a recommendation, with JavaScript off', () => {
  test('shows its life in a picture that is readable on a wide screen and a narrow one', async () => {
    await page.goto(recommendation);
    await isReadable();
    await isInOrder('recommendation');
    expect(await page.getByRole('img').getAttribute('aria-labelledby')).toBe('timeline-wide-title');
  });

  test('tells the same as a table, with the weekday of every date', async () => {
    await page.getByText('Timeline as a table').click();
    const rows = await page.getByRole('table', { name: 'Timeline' }).getByRole('row').allInnerTexts();
    expect(rows).toContain(
      'Tuesday 29 September 2020 to Monday 23 November 2020\tTime for the response, by law\tResponded on 20 November 2020',
    );
    expect(rows.join('\n')).toContain(
      'Saturday 20 March 2021 to Thursday 20 May 2021\tTime for promise 1\tOver',
    );
    expect(rows).toContain('Friday 21 May 2021\tLate: promise 1\tLate now');
    await isInOrder('recommendation-table');
  });

  test('names both last days of the response and how each is reached', async () => {
    const words = await main();
    expect(words).toMatch(/Last day by law\s+Monday 23 November 2020/);
    expect(words).toMatch(/Asked for on the page by\s+Tuesday 24 November 2020/);
  });

  test('says when the next mails go, to whom, and in which words', async () => {
    await page.goto(`${recommendation}#next-mails`);
    const next = page.getByRole('listitem').filter({ hasText: 'What it will say' });
    expect(await next.allInnerTexts()).toHaveLength(3);
    expect(await next.first().innerText()).toContain('Thursday 27 May 2021 to Sample Training Lead');
    expect(await next.first().innerText()).toContain('Promise 1: planned for 7 days after its last day');
    await next.first().getByText('What it will say').click();
    expect(await next.first().innerText()).toContain('in 4-6mths');
    await isInOrder('recommendation-mail');
    await page.getByRole('link', { name: /^Show the/ }).click();
    expect(await next.allInnerTexts()).not.toHaveLength(3);
  });
});

describe('the page of a case, with JavaScript off', () => {
  test('shows its recommendations beside each other on one axis', async () => {
    await page.goto(`/cases/${caseId}`);
    await isReadable();
    await isInOrder('case-timeline');
  });
});

describe('the proof pack of a recommendation', () => {
  test('has everything in full, on a screen as well', async () => {
    await page.goto(recommendation);
    await page.getByRole('link', { name: /^Proof pack/ }).click();
    const words = await main();
    expect(words).toMatch(/Yes: \d+ entries, each linked to the one before, none altered/);
    expect(words).toMatch(/Check line: \d+ entries, last one ending in [0-9a-f]{64}/);
    expect(words).toContain('Minutes of the board.');
    expect(words).toContain('Dear Sample Training Lead');
    await isInOrder('proof');
  });

  test('is an A4 document without menu, buttons or the addresses of links', async () => {
    const folder = process.env.PICTURES || mkdtempSync(join(tmpdir(), 'tracker-proof-'));
    const file = join(folder, 'proof.pdf');
    writeFileSync(file, await pdfOf(page, `${recommendation}/proof`));
    const sheets = sheetsOf(readFileSync(file));
    if (!process.env.PICTURES) rmSync(folder, { recursive: true });
    expect(sheets.length).toBeGreaterThan(3);
    expect(sheets.every(([width, height]) => width === 595 && height === 842)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('body').innerText();
    expect(printed).toContain('Proof pack: recommendation 1');
    expect(printed).toContain('Appendix: the words of every mail');
    expect(printed).toContain('Is its history whole?');
    for (const unwanted of ['Skip to main content', 'Contacts', 'Practice', 'Print this page'])
      expect(printed).not.toContain(unwanted);
    const after = `[...document.querySelectorAll('main a')].map((link) => getComputedStyle(link, '::after').content)`;
    expect(new Set((await page.evaluate(after)) as string[])).not.toContain('" (" attr(href) ")"');
    await page.emulateMedia({ media: 'screen' });
  });
});
