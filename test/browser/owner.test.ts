import type { BrowserContext, Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterSampleStaff } from '../../infra/local/identity/sample-staff.ts';
import { codeIdOf } from '../../shared/store/codes.ts';
import { wholeTable } from '../support/whole-table.ts';
import { hostCookie } from './host-cookie.ts';
import { answerOne, openJourney, recordOne } from './journey.ts';
import { scanLinks, scannerAddress } from './link-scanner.ts';

const address = 'lead@sample.example';

const journey = openJourney(
  '2020-11-20T09:00:00.000Z',
  async (of) => {
    await answerOne(of, await recordOne(of));
    await enterSampleStaff(of.site.tracker.table, of.site.tracker.clock);
    await liveNight('2021-02-15');
  },
  { byDoor: true, strip: false },
);
const { heading, main, follow, press, typeDate, isInOrder } = journey;

async function liveNight(day: string): Promise<void> {
  const { tracker } = journey.site;
  tracker.clock.moveTo(`${day}T06:10:00.000Z`);
  await tracker.runNight();
  tracker.clock.moveTo(`${day}T09:00:00.000Z`);
}

const mailsToOwner = () =>
  journey.site.tracker.mailbox.messages().filter(({ destinations }) => destinations.includes(address));

async function newestMail(): Promise<{ text: string; links: string[] }> {
  const { mailbox } = journey.site.tracker;
  const { text = '', html = '' } = await PostalMime.parse(mailbox.raw(mailsToOwner().at(-1)!.messageId)!);
  const links = [...html.matchAll(/href="([^"]+)"/g), ...text.matchAll(/(https?:\/\/[^\s>]+)/g)];
  return { text, links: [...new Set(links.map(([, link]) => link!))] };
}

const newestDigits = async () => /^\d{8}$/m.exec((await newestMail()).text)![0];

async function askForCode(page: Page, email = address): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
}

async function typeCode(page: Page, digits: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(digits);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Everything kept but what counts attempts, and under which keys that is. */
async function kept() {
  const items = (await wholeTable(journey.site.tracker.table)).map((item) => ({
    item,
    key: String(JSON.parse(item).pk),
  }));
  const counts = ({ key }: { key: string }) => /^(RATE|CODE)#/.test(key);
  return {
    records: items.filter((each) => !counts(each)).map(({ item }) => item),
    codes: items.map(({ key }) => key).filter((key) => key.startsWith('CODE#')),
  };
}

describe('before the owner opens the mail of the night', () => {
  test('a scanner opens every link and posts every form, and nothing comes of it', async () => {
    const { mailbox } = journey.site.tracker;
    const { links } = await newestMail();
    expect(links).toContain(`${journey.site.url}/mine/2019-127918/1`);
    const [before, mails] = [await kept(), mailbox.messages().length];
    const { opened, posted } = await scanLinks(journey.browser, links);
    expect(opened.map((link) => new URL(link).pathname)).toEqual(
      expect.arrayContaining(['/mine', '/mine/2019-127918/1', '/mine/sign-in', '/mine/code']),
    );
    expect([...new Set(posted.map(({ action }) => action))].sort()).toEqual(['/mine/code', '/mine/sign-in']);
    const after = await kept();
    expect(after.records).toEqual(before.records);
    expect(after.codes).toEqual([`CODE#${codeIdOf(scannerAddress)}`]);
    expect(mailbox.messages()).toHaveLength(mails);
  }, 120_000);
});

describe('an owner, with JavaScript off', () => {
  let thief: BrowserContext;
  let stolen: Awaited<ReturnType<BrowserContext['cookies']>>;
  let used: string;
  beforeAll(async () => {
    thief = await journey.browser.newContext({ baseURL: journey.site.url, javaScriptEnabled: false });
  });
  afterAll(() => thief.close());

  test('is asked by the link of that very mail who they are, before anything is shown', async () => {
    const [link] = (await newestMail()).links;
    await journey.page.goto(link!);
    expect(await heading()).toBe('Sign in to see your recommendations');
    expect(await main()).not.toContain('training');
    await isInOrder('owner-sign-in');
  });

  test('is sent a code to type', async () => {
    const mails = mailsToOwner().length;
    await askForCode(journey.page);
    expect(await heading()).toBe('Check your email');
    expect(mailsToOwner()).toHaveLength(mails + 1);
    await isInOrder('owner-code');
  });

  test('alone can use it: in another browser the same digits open nothing', async () => {
    const page = await thief.newPage();
    await page.goto('/mine/sign-in');
    await askForCode(page, 'thief@sample.example');
    const digits = await newestDigits();
    await typeCode(page, digits);
    expect(await page.getByRole('alert').innerText()).toContain('There is a problem');
    // Nor where that browser says it was the one to ask with the owner's address.
    await thief.addCookies([hostCookie('asking', `${'t'.repeat(43)}.${codeIdOf(address)}`)]);
    await page.goto('/mine/code');
    await typeCode(page, digits);
    expect(await page.getByRole('alert').innerText()).toContain('No code counts on this browser now');
    await page.goto('/mine');
    expect(page.url()).toContain('/mine/sign-in');
    await page.close();
  });

  test('is after it on the page that the mail led to, with the recommendation and what is asked', async () => {
    const { page } = journey;
    stolen = await page.context().cookies();
    used = await newestDigits();
    await typeCode(page, used);
    expect(page.url()).toBe(`${journey.site.url}/mine/2019-127918/1`);
    expect(await main()).toContain('Review the training of frontline officers.');
    expect(await main()).toContain('The training will be revised within 3 months.');
    expect(await page.locator('header').innerText()).toContain('Sample Lead');
    await isInOrder('owner-item');
  });

  test('has used it up: typed again, with every cookie of before, it opens nothing', async () => {
    await thief.addCookies(stolen);
    const page = await thief.newPage();
    await page.goto('/mine/code');
    await typeCode(page, used);
    expect(await page.getByRole('alert').innerText()).toContain('There is a problem');
    await page.goto('/mine/2019-127918/1');
    expect(page.url()).toContain('/mine/sign-in');
    await page.close();
  });

  test('says that it is done, in words', async () => {
    await follow('It is done');
    await isInOrder('owner-done');
    await journey.page
      .getByLabel('What has been done?')
      .fill('All 240 officers were trained by 12 February.');
    await press('Say that it is done');
    expect(await main()).toContain('You said that it is done');
    expect(await main()).toContain('Nothing is closed yet');
    await isInOrder('owner-said-done');
  });

  test('adds evidence of it', async () => {
    await follow('Add evidence');
    await isInOrder('owner-evidence');
    await journey.page.getByLabel('Text', { exact: true }).check();
    await journey.page
      .getByLabel('The evidence, in words')
      .fill('The register of the training lists 240 names.');
    await press('Continue');
    expect(await main()).toContain('Evidence added');
    expect(await main()).toContain('The register of the training lists 240 names.');
  });

  test('proposes another date for the rest, which moves nothing', async () => {
    await follow('Need another date');
    await isInOrder('owner-another-date');
    await typeDate('By when will it be done?', '30', '4', '2021');
    await journey.page.getByLabel('Why is another date needed?').fill('New officers join in April.');
    await press('Propose this date');
    expect(await main()).toContain('You proposed another date');
    expect(await main()).toContain('You proposed 30 April 2021 instead on 15 February 2021');
    expect(await main()).toContain('20 February 2021');
  });

  test('signs out, and a copy of their cookie opens nothing any more', async () => {
    const { page } = journey;
    stolen = await page.context().cookies();
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
    expect(await heading()).toBe('Sign in to see your recommendations');
    await thief.addCookies(stolen);
    const copied = await thief.newPage();
    await copied.goto('/mine/2019-127918/1');
    expect(copied.url()).toContain('/mine/sign-in');
    await copied.close();
  });
});

describe('the liaison team, afterwards', () => {
  test('sees on the home page what the owner said', async () => {
    const { page } = journey;
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in as Sample Liaison' }).click();
    expect(await main()).toContain('The owner says that this is done');
    await follow(/^See what they say/);
    expect(await main()).toContain('Sample Lead says that it is done');
    expect(await main()).toContain('All 240 officers were trained by 12 February.');
    await isInOrder('owner-said-to-staff');
  });

  test('records it as the update, in the owner’s own words', async () => {
    const { page } = journey;
    await follow('Record that the promise was kept');
    expect(await page.getByLabel('What does it say?').inputValue()).toBe(
      'All 240 officers were trained by 12 February.',
    );
    await page.getByLabel('No', { exact: true }).check();
    await press('Continue');
    await press('Save');
    expect(await main()).toContain('Recorded that the promise was kept');
    await page.goto('/');
    expect(await main()).not.toContain('The owner says that this is done');
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  });
});

describe('the owner, when they come back', () => {
  test('sees that it was confirmed, and that nothing more is asked', async () => {
    const { page } = journey;
    await page.goto('/mine/2019-127918/1');
    await askForCode(page);
    await typeCode(page, await newestDigits());
    expect(await main()).toMatch(
      /You said that this is done on 15 February 2021[\s\S]+Confirmed on 15 February 2021/,
    );
    expect(await main()).toContain('Nothing more is asked of you now');
    await isInOrder('owner-confirmed');
  });
});
