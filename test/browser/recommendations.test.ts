import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addBoard } from '../../functions/web/moves/add-board.ts';
import { addContact } from '../../functions/web/moves/add-contact.ts';
import { recordCase } from '../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../functions/web/moves/record-response.ts';
import { contactInput } from '../../shared/domain/contact.ts';
import { addDays, asDay } from '../../shared/domain/day.ts';
import { deskOf, typedCase, typedResponse } from '../support/desk-of.ts';
import { accepted } from '../support/sample-records.ts';
import { openChromium } from './chromium.ts';
import { openSeen, type Seen } from './seen.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let page: Page;
let isInOrder: Seen['isInOrder'];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;
const bodies = [
  'Essex Police',
  'Police, Fire and Crime Commissioner for Essex',
  'National Police Chiefs’ Council',
];
const titles = [
  'Searches of young people in custody suites and the authority for them',
  'Response to repeated reports of domestic abuse',
  'Missing person graded as medium risk',
];
const texts = [
  'The IOPC recommends that Essex Police reviews how searches of young people are authorised, and that each authority is recorded with its reason before the search begins.',
  'The force should train every call handler in the control room to ask about earlier reports and to search for them under each spelling of a name.',
  'Review the policy on grading missing people.',
];

/** Fourteen cases of three recommendations: some answered with a promise, some without a date, some late, some nobody's. */
async function recordMany({ tracker: { table } }: TestSite): Promise<void> {
  const person = (name: string, post: string) =>
    contactInput.parse({ name, post, email: `${name.split(' ')[0]!.toLowerCase()}@example.police.uk` });
  const desk = deskOf(table, '2020-11-20');
  const priya = accepted(await addContact(desk, person('Priya Shah', 'Head of Custody')));
  const people = [
    priya,
    accepted(
      await addContact(
        desk,
        person('Bartholomew Featherstonehaugh', 'Detective Superintendent, Public Protection Command'),
      ),
    ),
  ];
  const boards = [
    accepted(await addBoard(desk, { name: 'Learning the Lessons board' })),
    accepted(await addBoard(desk, { name: 'Domestic Abuse Strategic Oversight board' })),
  ];
  for (let n = 0; n < 14; n++) {
    const madeOn = addDays(asDay('2020-07-01'), n * 9);
    const { id } = accepted(
      await recordCase(
        desk,
        typedCase({
          reference: `2019/${127_918 + n * 37}`,
          title: pick(titles, n),
          body: pick(bodies, n),
          madeOn,
          publishedDueOn: undefined,
          topics: n % 2 ? ['Custody and detention'] : ['Domestic abuse', 'Call handling'],
        }),
      ),
    );
    for (let number = 1; number <= 3; number++) {
      const owner = (n + number) % 5 === 0 ? undefined : pick(people, n + number).id;
      const boardId = number === 3 ? undefined : pick(boards, n).id;
      accepted(
        await recordRecommendation(desk, id, { text: pick(texts, n + number), ownerId: owner, boardId }),
      );
      if (number === 2)
        accepted(await recordResponse(desk, id, number, typedResponse({}, n % 3 ? undefined : [])));
    }
  }
}

beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), startSite('2020-11-20T08:00:00.000Z')]);
  await recordMany(site);
  ({ page, isInOrder } = await openSeen(browser, site.url));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const main = () => page.getByRole('main').innerText();
const press = (name: string) => page.getByRole('button', { name }).click();
const follow = (name: string) => page.getByRole('link', { name }).first().click();
const asked = () => new URL(page.url()).search;

describe('the list of recommendations, with JavaScript off', () => {
  test('is reached from the menu and shows the most urgent of all that are open', async () => {
    await page.goto('/');
    await page
      .getByRole('navigation', { name: 'Menu' })
      .getByRole('link', { name: 'Recommendations' })
      .click();
    expect(await main()).toContain('1 to 25 of 42 recommendations: most urgent first');
    expect(await main()).toContain('Response overdue');
    await isInOrder('list');
    await follow('Next');
    expect(await main()).toContain('26 to 42 of 42 recommendations');
    await isInOrder('list-page-2');
  });

  test('is searched by a reference as somebody says it', async () => {
    await page.goto('/recommendations');
    await page.getByLabel('Search').fill('2019127918');
    await press('Search');
    expect(asked()).toBe('?search=2019127918');
    expect(await main()).toContain('3 recommendations');
    await isInOrder('list-searched');
    await follow('Take away the filter');
    expect(asked()).toBe('');
  });

  test('is narrowed by filters, whose address is the list', async () => {
    await page.goto('/recommendations');
    await page.getByText('Filters', { exact: true }).click();
    await isInOrder('list-filters');
    await page.getByLabel('Response overdue').check();
    await page.getByLabel('No date promised').check();
    await page.getByLabel('Owner', { exact: true }).selectOption({ label: 'Priya Shah, Head of Custody' });
    const due = page.getByRole('group', { name: 'Due on or before' });
    await due.getByLabel('Day').fill('30');
    await due.getByLabel('Month').fill('Nov');
    await due.getByLabel('Year').fill('2020');
    await press('Apply filters');
    expect(asked()).toMatch(
      /^\?standing=response-overdue&standing=no-date&owner=[a-z0-9-]+&dueTo=2020-11-30$/,
    );
    const found = await main();
    expect(found).toMatch(/\d recommendations: most urgent first/);
    await isInOrder('list-narrowed');
    await page.goto(page.url());
    expect(await main()).toBe(found);
  });

  test('says what is wrong with a date, and keeps it', async () => {
    await page.goto('/recommendations?dueFrom-day=31&dueFrom-month=2&dueFrom-year=2021');
    expect(await page.getByRole('alert').innerText()).toContain('The first day must be a real date');
    await isInOrder('list-wrong');
    await page.getByRole('link', { name: 'The first day must be a real date' }).click();
    expect(await page.getByRole('group', { name: 'Due on or after' }).getByLabel('Day').inputValue()).toBe(
      '31',
    );
  });

  test('where nothing is found leads on', async () => {
    await page.goto('/recommendations?search=zebra&standing=lapsed');
    await isInOrder('list-nothing');
    await follow('look without “Search: zebra”');
    expect(asked()).toBe('?standing=lapsed');
  });

  test('is saved as a file of all its pages', async () => {
    await page.goto('/recommendations?owner=nobody');
    const count = Number(/(\d+) recommendations/.exec(await main())?.[1]);
    const href = await page.getByRole('link', { name: 'Download these as CSV' }).getAttribute('href');
    const lines = (await (await page.request.get(href!)).text()).trim().split('\r\n');
    expect(lines).toHaveLength(count + 1);
  });
});

describe('changing several at once, with JavaScript off', () => {
  test('begins with choosing, and says what is missing', async () => {
    await page.goto('/recommendations?owner=nobody');
    await follow('Change several at once');
    await isInOrder('several');
    await press('Continue');
    expect(await page.getByRole('alert').innerText()).toContain('Tick at least one recommendation');
    await isInOrder('several-wrong');
  });

  test('is looked at before it is done, and done once', async () => {
    await page.goto('/recommendations/change?owner=nobody');
    await page.getByLabel('Choose 2019/').first().check();
    await page.getByLabel(/^All \d+ recommendations found$/).check();
    await page.getByLabel('Give them another owner').check();
    await press('Continue');
    await isInOrder('several-owner');
    await press('Continue');
    expect(await page.getByRole('alert').innerText()).toContain('Choose a contact from the list');
    await isInOrder('several-owner-wrong');
    await page
      .getByLabel('Who owns them from now on?')
      .selectOption({ label: 'Priya Shah, Head of Custody' });
    await page.getByLabel('Why?').fill('Nobody owned them');
    await press('Continue');
    expect(await main()).toContain('will be changed');
    await isInOrder('several-check');
    await page.getByRole('button', { name: /^Save for \d+ recommendations$/ }).click();
    expect(await main()).toMatch(/^Owner changed\s+\d+ recommendations/);
    await isInOrder('several-made');
    await follow('Back to the list');
    expect(await main()).toContain('No recommendation answers to this');
    await isInOrder('list-nobody');
  });

  test('is done once, and said again where the page is loaded again', async () => {
    await page.goto('/recommendations/change?search=2019127918');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByLabel('Link them to a risk or an action plan').check();
    await press('Continue');
    await page.getByLabel('Risk on the risk register').check();
    await page.getByLabel('Its reference').fill('1606');
    await isInOrder('several-link');
    await press('Continue');
    await press('Save for 3 recommendations');
    expect(await main()).toMatch(/^Link added\s+3 recommendations/);
    await page.reload();
    expect(await main()).toMatch(/^Link added\s+3 recommendations/);
    await page.goto('/links?kind=risk&ref=1606');
    await follow('See where they stand');
    expect(await main()).toContain('3 recommendations');
  });
});

describe('the board of a recommendation, with JavaScript off', () => {
  test('is set and changed on its page', async () => {
    await page.goto('/cases/2019-127918/recommendations/3/set-board');
    await isInOrder('set-board');
    await press('Save');
    expect(await page.getByRole('alert').innerText()).toContain('Choose a board from the list');
    await page.getByLabel('Which board oversees it').selectOption({ label: 'Learning the Lessons board' });
    await press('Save');
    expect(await main()).toContain('Board changed');
    await page.goto('/boards');
    await page.getByRole('link', { name: 'Recommendations of Learning the Lessons board' }).click();
    expect(await main()).toContain('Board: Learning the Lessons board');
  });
});
