import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type DeskClient, deskClient } from '../../infra/local/sample/desk-client.ts';
import { openChromium } from './chromium.ts';
import { openSeen, type Seen } from './seen.ts';
import { startSite, type TestSite } from './site.ts';

/** A person at a page with JavaScript off, and what such a person does. */
export type Journey = {
  readonly page: Page;
  readonly site: TestSite;
  readonly browser: Browser;
  /** For what the journey begins with; the journey itself goes by the pages. */
  readonly desk: DeskClient;
  isInOrder: Seen['isInOrder'];
  heading(): Promise<string>;
  main(): Promise<string>;
  follow(name: string | RegExp): Promise<void>;
  press(name: string): Promise<void>;
  typeDate(legend: string, day: string, month: string, year: string): Promise<void>;
};

/** Opens a tracker and a browser for the tests of a file, its clock at a moment, and closes both after them. */
export function openJourney(
  at: string,
  begin: (of: Journey) => Promise<unknown> = async () => {},
  how: Parameters<typeof startSite>[1] = {},
): Journey {
  let opened: { browser: Browser; site: TestSite; seen: Seen };
  const journey: Journey = {
    get page() {
      return opened.seen.page;
    },
    get site() {
      return opened.site;
    },
    get browser() {
      return opened.browser;
    },
    get desk() {
      return deskClient(opened.site.tracker.desk);
    },
    isInOrder: (name) => opened.seen.isInOrder(name),
    heading: () => journey.page.getByRole('heading', { level: 1 }).innerText(),
    main: () => journey.page.getByRole('main').innerText(),
    follow: (name) => journey.page.getByRole('main').getByRole('link', { name }).first().click(),
    press: (name) => journey.page.getByRole('main').getByRole('button', { name }).click(),
    async typeDate(legend, day, month, year) {
      const boxes = journey.page.getByRole('group', { name: legend });
      for (const [label, value] of Object.entries({ Day: day, Month: month, Year: year }))
        await boxes.getByLabel(label).fill(value);
    },
  };
  beforeAll(async () => {
    const [browser, site] = await Promise.all([openChromium(), startSite(at, how)]);
    opened = { browser, site, seen: await openSeen(browser, site.url) };
    await begin(journey);
  }, 120_000);
  afterAll(async () => {
    await opened.browser.close();
    await opened.site.stop();
  });
  return journey;
}

/** Records a case made on 29 September 2020 with one recommendation that a sample lead owns. @returns its page */
export async function recordOne({ desk }: Pick<Journey, 'desk'>): Promise<string> {
  const { id: ownerId } = await desk.post<{ id: string }>('/contacts', {
    name: 'Sample Lead',
    post: 'Head of Training',
    email: 'lead@sample.example',
  });
  await desk.post('/cases', {
    reference: '2019/127918',
    title: 'Police response to a domestic incident',
    source: 'iopc',
    legalBasis: 'paragraph-28A',
    body: 'Essex Police',
    madeOn: '2020-09-29',
  });
  const text = 'Review the training of frontline officers.';
  await desk.post('/cases/2019-127918/recommendations', { text, ownerId });
  return '/cases/2019-127918/recommendations/1';
}

/** Records a response of 20 November 2020 that promises something within three months. */
export const answerOne = ({ desk }: Pick<Journey, 'desk'>, path: string): Promise<unknown> =>
  desk.post(`${path}/response`, {
    respondedOn: '2020-11-20',
    acceptance: 'accepted',
    text: 'We accept it. The training will be revised within 3 months.',
    commitments: [
      {
        quote: 'The training will be revised within 3 months.',
        promise: { kind: 'within', latest: 3, unit: 'month' },
      },
    ],
  });
