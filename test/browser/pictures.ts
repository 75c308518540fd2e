import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openChromium } from './chromium.ts';
import { type LivedOn, liveOn } from './matrix/lived-on.ts';
import { startSite } from './site.ts';

/** Makes the pictures and papers of the documentation, from the tracker that the browser tests look at: one line for each. */
const folder = 'docs/pictures';

type Wish = { at: (of: LivedOn) => string; width?: number; height?: number };

const pictures: Record<string, Wish> = {
  home: { at: () => '/' },
  list: { at: () => '/recommendations' },
  case: { at: ({ lapsed }) => lapsed },
  timeline: { at: ({ lapsed }) => `${lapsed}#timeline`, height: 900 },
  tonight: { at: () => '/tonight' },
  paper: { at: ({ boardId }) => `/boards/${boardId}/paper` },
  calendar: { at: () => '/calendar' },
  wording: { at: () => '/settings/wording/update-due' },
  nights: { at: () => '/nights' },
  stages: { at: () => '/settings/stages' },
  'narrow-home': { at: () => '/', width: 320, height: 900 },
};

/** Pages as paper, by the print stylesheet: A4. */
const papers: Record<string, Wish> = {
  'proof-pack': { at: ({ lapsed }) => `${lapsed}/proof` },
  'board-paper': { at: ({ boardId }) => `/boards/${boardId}/paper` },
};

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
mkdirSync(folder, { recursive: true });
const site = await startSite('2020-09-29T08:00:00.000Z');
const livedOn = { ...(await liveOn(site.tracker)), uploaded: '' };
// The weekly look that the nights of the seeding leave out: a picture shows a tracker that is in order.
await site.tracker.runReconcile();
const browser = await openChromium();
const page = await browser.newPage({ deviceScaleFactor: 1 });

async function takePicture(name: string, address: string, { width = 1000, height = 1250 }: Partial<Wish>) {
  await page.setViewportSize({ width, height });
  await page.goto(address);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

for (const [name, wish] of Object.entries(pictures))
  await takePicture(name, `${site.url}${wish.at(livedOn)}`, wish);
await takePicture('inbox', site.tracker.mailbox.url, {});
const mail = site.tracker.mailbox.messages().findLast(({ subject }) => subject.includes('recommendation'))!;
await takePicture('mail', `${site.tracker.mailbox.url}messages/${mail.messageId}/html`, {});
for (const [name, { at }] of Object.entries(papers))
  await printPaper(page, name, `${site.url}${at(livedOn)}`);
await browser.close();
await site.stop();

/** The date and the identity that a browser writes into a PDF would differ each time; without them the same page is the same file. */
async function printPaper(of: Page, name: string, address: string): Promise<void> {
  await of.goto(address);
  const path = `${folder}/${name}.pdf`;
  await of.pdf({ path, format: 'A4', printBackground: true, tagged: true });
  const text = readFileSync(path, 'latin1').replace(/\/(CreationDate|ModDate) \(D:[^)]*\)/g, (found) =>
    found.replace(/\d/g, '0'),
  );
  writeFileSync(path, text, 'latin1');
}
