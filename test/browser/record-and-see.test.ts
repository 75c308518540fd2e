import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { openChromium } from './chromium.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let page: Page;

beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), startSite('2020-09-29T08:00:00.000Z')]);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const heading = () => page.getByRole('heading', { level: 1 }).innerText();
const main = () => page.getByRole('main').innerText();
/** What owners were sent; liaison staff get a summary of their own every Monday. */
const sentToOwners = () =>
  site.tracker.mailbox.messages().filter(({ destinations }) => destinations[0] !== 'liaison@sample.example');
const save = () => page.getByRole('button', { name: 'Save' }).click();

async function typeDate(legend: string, [day, month, year]: [string, string, string]): Promise<void> {
  const boxes = page.getByRole('group', { name: legend });
  await boxes.getByLabel('Day').fill(day);
  await boxes.getByLabel('Month').fill(month);
  await boxes.getByLabel('Year').fill(year);
}

async function addContact(name: string, post: string, email: string, manager?: string): Promise<void> {
  await page.goto('/contacts/new');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Post', { exact: true }).fill(post);
  await page.getByLabel('Email address').fill(email);
  if (manager) await page.getByLabel('Manager').selectOption({ label: manager });
  await save();
}

describe('recording a case and seeing what becomes of it, with JavaScript off', () => {
  test('an empty tracker says what to do first', async () => {
    await page.goto('/');
    expect(await main()).toMatch(/contact/);
    expect(await page.getByRole('link', { name: 'Record a case' }).isVisible()).toBe(true);
  });

  test('contacts are added, one of them the other’s manager', async () => {
    await addContact('Sample Manager', 'Assistant Chief Constable', 'manager@sample.example');
    await addContact(
      'Sample Lead',
      'Head of Training',
      'lead@sample.example',
      'Sample Manager, Assistant Chief Constable',
    );
    expect(await main()).toContain('Contact added');
    expect(await main()).toContain('lead@sample.example');
  });

  test('a case with a wrong date is refused, and nothing that was typed is lost', async () => {
    await page.goto('/cases/new');
    await page.getByLabel('Reference', { exact: true }).fill('2019/127918');
    await page.getByLabel('Title').fill('Police response to a domestic incident');
    await page.getByLabel('IOPC', { exact: true }).check();
    await page.getByLabel('Paragraph 28A recommendation').check();
    await page.getByLabel('Body the case is addressed to').fill('Essex Police');
    await typeDate('When were the recommendations made?', ['31', '9', '20']);
    await save();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByRole('alert').innerText()).toContain('Year must include 4 numbers');
    expect(await page.getByLabel('Title').inputValue()).toBe('Police response to a domestic incident');
    expect(await page.getByLabel('IOPC', { exact: true }).isChecked()).toBe(true);
  });

  test('the link in the error summary leads to the box that is wrong', async () => {
    await page.getByRole('alert').getByRole('link').first().click();
    expect(new URL(page.url()).hash).toMatch(/^#madeOn-/);
    expect(await page.locator(new URL(page.url()).hash).isVisible()).toBe(true);
  });

  test('the corrected case is recorded', async () => {
    await typeDate('When were the recommendations made?', ['29', '9', '2020']);
    await typeDate('By when does the page ask for a response?', ['24', '11', '2020']);
    await save();
    expect(await main()).toContain('Case recorded');
    expect(await main()).toContain('Tuesday 29 September 2020');
  });

  test('a recommendation shows both dates for its response, and how each is reached', async () => {
    await page.getByRole('link', { name: 'Add a recommendation' }).click();
    await page.getByLabel('What is recommended?').fill('Review the <b>training</b> of frontline officers.');
    await page.getByLabel('Who owns it?').selectOption({ label: 'Sample Lead, Head of Training' });
    await save();
    expect(await main()).toContain('Review the <b>training</b> of frontline officers.');
    await page.getByRole('main').getByRole('link', { name: 'Recommendation 1' }).click();
    const text = await main();
    expect(text).toContain('Review the <b>training</b> of frontline officers.');
    expect(text).toContain('29 September 2020 is day 1 of 56; the last day is 23 November 2020');
    expect(text).toContain('24 November 2020');
    expect(text).toContain('Awaiting response');
  });

  test('the strip moves the date to the next mail, which the register then shows', async () => {
    await page.getByRole('button', { name: 'Forward to the next mail' }).click();
    expect(await page.getByLabel('Practice').innerText()).toContain('Monday 26 October 2020');
    await page.getByRole('navigation').getByRole('link', { name: 'Mail', exact: true }).click();
    await page.getByRole('link', { name: /response due in 28 days, by 23 November 2020/ }).click();
    expect(await main()).toContain('The response is due by Monday 23 November 2020');
    expect(sentToOwners().map(({ destinations, subject }) => [destinations[0], subject])).toEqual([
      ['lead@sample.example', '2019/127918 recommendation 1: response due in 28 days, by 23 November 2020'],
    ]);
  });

  test('a response and its promise are checked before anything is saved', async () => {
    await page.goto('/cases/2019-127918/recommendations/1');
    await page.getByRole('link', { name: 'Record the response' }).click();
    await typeDate('Date of the response', ['23', '10', '2020']);
    await page.getByLabel('What does the response say?').fill('We accept the recommendation in full.');
    await page.getByLabel('Yes, accepted').check();
    await page.getByLabel('The words of the promise').fill('report progress back to the IOPC in 4-6mths');
    await page.getByLabel('Between two times').check();
    await page.getByLabel('Between how many?').fill('4');
    await page.getByLabel('and how many?').fill('6');
    await page.locator('select:visible').selectOption({ label: 'months' });
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await heading()).toBe('Check before saving');
    expect(await main()).toContain('Opens 4 months after 23 October 2020, on 23 February 2021');
    expect(await main()).toContain('Friday 23 April 2021');
  });

  test('once saved, the promise stands in its own words with its window', async () => {
    await save();
    const text = await main();
    expect(text).toContain('Response recorded');
    expect(text).toContain('report progress back to the IOPC in 4-6mths');
    expect(text).toContain('Promise running');
    expect(text).toContain('Tuesday 23 February 2021');
  });

  test('once its publication is recorded, liaison staff are not reminded to look for it', async () => {
    const recorded = await page.request.post('/api/v1/cases/2019-127918/recommendations/1/publication', {
      data: { publishedOn: '2020-10-26' },
    });
    expect(recorded.status()).toBe(200);
  });

  test('when the window opens the owner is told, and the list of what needs attention says so', async () => {
    await page.getByRole('button', { name: 'Forward to the next mail' }).click();
    await page.goto('/');
    expect(await main()).toContain('Window open');
    expect(sentToOwners().at(-1)?.subject).toBe(
      '2019/127918 recommendation 1: window open, update due in 59 days, by 23 April 2021',
    );
  });

  test('an update keeps the promise, and closing is left to people', async () => {
    await page.getByRole('link', { name: /2019\/127918 recommendation 1/ }).click();
    await page.getByRole('link', { name: 'Record that the promise was kept' }).click();
    await typeDate('When did the update come?', ['23', '2', '2021']);
    await page.getByLabel('What does it say?').fill('The training was reviewed.');
    await page.getByLabel('No', { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await main()).toContain('closing the recommendation is then to be decided');
    await save();
    expect(await main()).toContain('Recorded that the promise was kept');
    expect(await main()).toContain('Proposed for closure');
    const sent = sentToOwners().length;
    await page.getByRole('button', { name: 'Forward a week' }).click();
    expect(sentToOwners()).toHaveLength(sent);
  });

  test('a recommendation that nobody owns is an exception until an owner is chosen', async () => {
    for (const text of ['Review the guidance.', 'Review the forms.']) {
      await page.goto('/cases/2019-127918/recommendations/new');
      await page.getByLabel('What is recommended?').fill(text);
      await save();
    }
    await page.goto('/');
    expect(await main()).toContain('Exceptions (2)');
    await page.getByRole('link', { name: 'Choose an owner for 2019/127918 recommendation 2' }).click();
    await page
      .getByLabel('Who owns it from now on?')
      .selectOption({ label: 'Sample Lead, Head of Training' });
    await save();
    expect(await main()).toContain('Owner changed');
    expect(await main()).toContain('The owner, Sample Lead, Head of Training, is written to on');
    await page.goto('/');
    expect(await main()).toContain('Exceptions (1)');
  });

  test('every night has a statement that balances', async () => {
    await page.goto('/nights?year=2021');
    await page
      .getByRole('main')
      .getByRole('link', { name: /February 2021/ })
      .first()
      .click();
    expect(await main()).toContain('Everything it looked at is accounted for.');
  });
});

describe('a morning without a run', () => {
  test('is told on the first page by a sign and in words, and leads to the runs', async () => {
    const tomorrow = Date.parse(site.tracker.clock.now()) + 86_400_000;
    site.tracker.clock.moveTo(new Date(tomorrow).toISOString());
    await page.goto('/');
    const trouble = page.getByRole('region', { name: 'Trouble with the runs' });
    expect(await trouble.innerText()).toMatch(
      /Warning[\s\S]+No run has been recorded, so nobody has been reminded\./,
    );
    await trouble.getByRole('link', { name: 'See the runs of' }).click();
    expect(await heading()).toMatch(/^Nights of/);
  });
});

// After the morning without a run, so that the first page is looked at with what it says of that.
const pages = [
  '/',
  '/cases',
  '/cases/new',
  '/cases/2019-127918',
  '/cases/2019-127918/recommendations/new',
  '/cases/2019-127918/recommendations/1',
  '/cases/2019-127918/recommendations/3/owner',
  '/cases/2019-127918/recommendations/1/withdraw',
  '/cases/2019-127918/recommendations/1/link',
  '/links?kind=risk&ref=1606',
  '/contacts',
  '/contacts/new',
  '/mails?month=2020-10',
  '/nights?year=2020',
  '/cases/unknown',
  '/api/v1/docs',
];

describe('every page', () => {
  test.each(pages)('%s has no accessibility violation', async (path) => {
    const context = await browser.newContext({ baseURL: site.url, bypassCSP: true });
    const seen = await context.newPage();
    await seen.goto(path);
    expect(await violationsOf(seen)).toEqual([]);
    await context.close();
  });

  test.each(pages)('%s does not scroll sideways at 320 pixels', async (path) => {
    const context = await browser.newContext({ baseURL: site.url, viewport: { width: 320, height: 640 } });
    const seen = await context.newPage();
    await seen.goto(path);
    expect(await seen.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await context.close();
  });
});
