import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleFiles } from '../support/sample-files.ts';
import { violationsOf } from './axe.ts';
import { openChromium } from './chromium.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let page: Page;

const recommendation = '/cases/2019-127918/recommendations/1';

beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), startSite('2020-11-20T09:00:00.000Z')]);
  await record('/cases', {
    reference: '2019/127918',
    title: 'Police response to a domestic incident',
    source: 'iopc',
    legalBasis: 'paragraph-28A',
    body: 'Essex Police',
    madeOn: '2020-09-29',
  });
  await record('/cases/2019-127918/recommendations', { text: 'Review the training of frontline officers.' });
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function record(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const saved = await fetch(`${site.url}/api/v1${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  expect(saved.status).toBe(201);
}

const heading = () => page.getByRole('heading', { level: 1 }).innerText();
const main = () => page.getByRole('main').innerText();
const proceed = () => page.getByRole('button', { name: 'Continue' }).click();

async function send(name: string, buffer: Uint8Array): Promise<void> {
  await page.goto(`${recommendation}/evidence/file`);
  await page
    .getByLabel('File')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) });
  await proceed();
}

describe('adding a file as evidence, with JavaScript off', () => {
  test('the way to it begins at the recommendation', async () => {
    await page.goto(recommendation);
    await page.getByRole('link', { name: 'Add evidence' }).click();
    await page.getByLabel('A file').check();
    await proceed();
    expect(await heading()).toBe('Choose the file');
  });

  test('the file goes to the store, and the browser comes back to check it', async () => {
    await send('Board minutes – Café.pdf', sampleFiles.pdf);
    expect(await heading()).toBe('Check the file');
    expect(new URL(page.url()).origin).toBe(site.url);
    expect(await main()).toContain('Board minutes – Café.pdf');
    expect(await main()).toContain('193 bytes');
  });

  test('its button adds it', async () => {
    await page.getByLabel('What the file shows').fill('The board agreed the training');
    await page.getByRole('button', { name: 'Add it' }).click();
    expect(await main()).toContain('Evidence added');
    expect(await main()).toContain('The board agreed the training');
  });

  test('it is saved to the disk under its name, and never shown', async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Board minutes – Café.pdf' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('Board minutes – Café.pdf');
    expect(new Uint8Array(readFileSync(await download.path()))).toEqual(sampleFiles.pdf);
    expect(page.url()).toContain(recommendation);
  });

  test('a page of the web that is named as a PDF comes no further', async () => {
    await send('minutes.pdf', new TextEncoder().encode('<html><script>alert(1)</script>'));
    expect(await heading()).toBe('This file cannot be added');
    expect(await main()).toContain('The file is named .pdf, but its content is something else.');
    await page.getByRole('link', { name: 'Choose another file' }).click();
    expect(await heading()).toBe('Choose the file');
  });

  test('the browser sends nothing where no file was chosen', async () => {
    await proceed();
    expect(page.url()).toBe(`${site.url}${recommendation}/evidence/file`);
  });
});

describe.each(['/new', '/file', '/uploads/nothing'])('the page at …/evidence%s', (path) => {
  test('has no accessibility violation', async () => {
    const context = await browser.newContext({ baseURL: site.url, bypassCSP: true });
    const seen = await context.newPage();
    await seen.goto(`${recommendation}/evidence${path}`);
    expect(await violationsOf(seen)).toEqual([]);
    await context.close();
  });

  test('does not scroll sideways at 320 pixels', async () => {
    const context = await browser.newContext({ baseURL: site.url, viewport: { width: 320, height: 640 } });
    const seen = await context.newPage();
    await seen.goto(`${recommendation}/evidence${path}`);
    expect(await seen.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await context.close();
  });
});
