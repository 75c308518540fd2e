import { mkdirSync } from 'node:fs';
import { deskClient } from '../../infra/local/sample/desk-client.ts';
import { recordSampleResponses, recordSampleUpdate } from '../../infra/local/sample/record.ts';
import { startSample } from '../../infra/local/sample/start-sample.ts';
import { openChromium } from './chromium.ts';
import { startSite } from './site.ts';

/** Makes the pictures of the README: the sample case on the day its window is open, the list of that day, and the inbox. */
const folder = 'docs/pictures';
mkdirSync(folder, { recursive: true });
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
const site = await startSite('2020-09-29T08:00:00.000Z');
const { tracker, url } = site;
const moveTo = (date: string) =>
  fetch(`${url}/local/clock`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ to: 'date', date }),
    redirect: 'manual',
  });

await startSample(tracker);
await moveTo('2020-11-20');
await recordSampleResponses(deskClient(tracker.web), '2019-127918');
await moveTo('2021-02-15');
await recordSampleUpdate(deskClient(tracker.web), '2019-127918');
await moveTo('2021-05-21');

const browser = await openChromium();
const page = await browser.newPage({ viewport: { width: 1000, height: 1250 }, deviceScaleFactor: 1 });
for (const [name, address] of [
  ['home', url],
  ['case', `${url}/cases/2019-127918/recommendations/1`],
  ['inbox', tracker.mailbox.url],
] as const) {
  await page.goto(address);
  await page.screenshot({ path: `${folder}/${name}.png` });
}
const { messageId } = tracker.mailbox
  .messages()
  .findLast(({ subject }) => subject.includes('recommendation'))!;
await page.goto(`${tracker.mailbox.url}messages/${messageId}/html`);
await page.screenshot({ path: `${folder}/mail.png` });
await browser.close();
await site.stop();
