import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSample } from '../../infra/local/sample/start-sample.ts';
import { colleagueProposes } from '../support/colleague.ts';
import { openChromium } from './chromium.ts';
import { openSeen, type Seen } from './seen.ts';
import { startSite, type TestSite } from './site.ts';

let browser: Browser;
let site: TestSite;
let page: Page;
let isInOrder: Seen['isInOrder'];

const recommendation = '/cases/2019-127918/recommendations/1';

beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), startSite('2020-11-20T09:00:00.000Z')]);
  await startSample(site.tracker);
  site.tracker.clock.moveTo('2020-11-20T09:00:00.000Z');
  ({ page, isInOrder } = await openSeen(browser, site.url));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const main = () => page.getByRole('main').innerText();
const press = (name: string) => page.getByRole('button', { name }).click();
const promise = (number: number) => page.getByRole('region', { name: `New promise ${number}` });

async function typeDate(legend: string, [day, month, year]: [string, string, string]): Promise<void> {
  const boxes = page.getByRole('group', { name: legend });
  await boxes.getByLabel('Day').fill(day);
  await boxes.getByLabel('Month').fill(month);
  await boxes.getByLabel('Year').fill(year);
}

/** The words of the tables of a page that begin on one line and end on another. */
const brokenWords = `[...document.querySelectorAll('main td')].flatMap((cell) => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (texts.nextNode())
    for (const { index, 0: word } of texts.currentNode.data.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
    }
  return broken;
})`;

describe('a response whose promises nobody has named, with JavaScript off', () => {
  test('is looked through: what has a date is filled in, and the rest is offered', async () => {
    await page.goto(`${recommendation}/response`);
    await typeDate('Date of the response', ['20', '11', '2020']);
    const says = 'It will be added to a tracker. Training will be revised. We will report back in 4-6mths.';
    await page.getByLabel('What does the response say?').fill(says);
    await page.getByLabel('Yes, accepted').check();
    await press('Continue');
    expect(await page.getByLabel('The words of the promise').inputValue()).toBe(
      'We will report back in 4-6mths.',
    );
    expect(await main()).toContain('“Training will be revised.”');
    await isInOrder('response-found');
    await press('Add this promise: Training will be revised.');
    expect(await page.getByLabel('The words of the promise').nth(1).inputValue()).toBe(
      'Training will be revised.',
    );
    await isInOrder('response-found-added');
    await press('Continue');
    expect(await main()).toContain('Saturday 20 March 2021');
  });
});

describe('a promise for the next meeting of a board, with JavaScript off', () => {
  test('says where a board is added where there is none in the list', async () => {
    await page.goto(`${recommendation}/response`);
    await typeDate('Date of the response', ['20', '11', '2020']);
    await page.getByLabel('What does the response say?').fill('We accept it.');
    await page.getByLabel('Yes, accepted').check();
    await page.getByLabel('The words of the promise').fill('report to the next Learning board');
    await page.getByLabel('At a board’s next meeting').check();
    await isInOrder('response-board');
    await press('Continue');
    expect(await page.getByRole('alert').innerText()).toContain('Choose a board from the list');
    await isInOrder('response-board-refused');
  });

  test('waits for a meeting, and says so before and after it is saved', async () => {
    await page.locator('select:visible').selectOption({ index: 1 });
    await press('Continue');
    expect(await main()).toContain('is entered after 20 November 2020');
    await isInOrder('response-board-check');
    await press('Save');
    expect(await main()).toContain('no date until a meeting of the board is entered');
    await isInOrder('response-board-saved');
  });
});

describe('an update that promises something more, with JavaScript off', () => {
  test('takes two promises and shows their dates before anything is saved', async () => {
    await page.goto(`${recommendation}/promises/1/update`);
    await isInOrder('update');
    await typeDate('When did the update come?', ['20', '11', '2020']);
    await page.getByLabel('What does it say?').fill('Half of the officers are trained.');
    await page.getByLabel('Yes', { exact: true }).check();
    await press('Continue');
    expect(await page.getByRole('alert').innerText()).toContain('Enter the words of the promise');
    await isInOrder('update-refused');
    await press('Add another promise');
    await promise(1).getByLabel('The words of the promise').fill('the rest within 2 months');
    await promise(1).getByLabel('Within a time').check();
    await promise(1).getByLabel('Within how many?').fill('2');
    await promise(1).locator('select:visible').selectOption({ label: 'months' });
    await promise(2).getByLabel('The words of the promise').fill('a report to the next board');
    await promise(2).getByLabel('At a board’s next meeting').check();
    await promise(2).locator('select:visible').selectOption({ index: 1 });
    await isInOrder('update-two');
    await press('Continue');
    expect(await main()).toContain('Wednesday 20 January 2021');
    await isInOrder('update-check');
  });

  test('meets the one promise and goes on with the others', async () => {
    await press('Save');
    expect(await main()).toContain('Recorded that the promise was kept');
    expect(await main()).toContain('Promise 2: by Wednesday 20 January 2021');
    await isInOrder('update-saved');
  });

  test('leaves room for a promise of the response that nobody had recorded', async () => {
    await page.getByRole('link', { name: 'Add a promise' }).click();
    await page.getByLabel('At a board’s next meeting').check();
    await isInOrder('add-promise');
  });
});

describe('amending, with JavaScript off', () => {
  test('corrects the words of a recommendation', async () => {
    await page.goto(recommendation);
    await page.getByRole('link', { name: 'Amend the words' }).click();
    await isInOrder('amend');
    await press('Save');
    expect(await page.getByRole('alert').innerText()).toContain('Enter why it is amended');
    await isInOrder('amend-refused');
    await page.getByLabel('What does the response say?').fill('We accept it in full.');
    await page.getByLabel('Why is it amended?').fill('Copied wrongly');
    await press('Save');
    expect(await main()).toContain('We accept it in full.');
  });

  test('leaves each word of its history whole, however long what was amended is', async () => {
    await page.goto(`${recommendation}/amend`);
    await page.getByLabel('What is recommended?').fill('Training in how calls are graded. '.repeat(60));
    await page.getByLabel('Why is it amended?').fill('Copied wrongly');
    await press('Save');
    await page.goto(`${recommendation}/history`);
    await isInOrder('history-amended');
    await page.setViewportSize({ width: 1280, height: 1000 });
    expect(await page.evaluate(brokenWords)).toEqual([]);
    await page.setViewportSize({ width: 1000, height: 1000 });
  });

  test('corrects what identifies a case', async () => {
    await page.goto('/cases/2019-127918');
    await isInOrder('case');
    await page.getByRole('link', { name: 'Amend the reference, title or summary' }).click();
    await isInOrder('amend-case');
    await page.getByLabel('Reference').fill('2019/127981');
    await page.getByLabel('Why is it amended?').fill('Digits swapped');
    await press('Save');
    expect(await main()).toContain('Case amended');
    await page.getByRole('link', { name: 'See what was before and after' }).click();
    expect(await main()).toContain('Before: 2019/127918\nAfter: 2019/127981');
    await isInOrder('case-history');
  });
});

describe('closing on the evidence there is, with JavaScript off', () => {
  test('shows it and lets one add', async () => {
    await colleagueProposes(site.tracker, ['2019-127918', 1]);
    await page.goto(`${recommendation}/close`);
    await isInOrder('close');
    await page.getByLabel('Who closes it?').fill('Kim Lee');
    await press('Save');
    expect(await page.getByRole('alert').innerText()).toContain('Enter what shows that it is done');
    await isInOrder('close-refused');
    await page.getByRole('link', { name: 'add evidence first' }).click();
    await page.getByLabel('Text', { exact: true }).check();
    await page.getByLabel('The evidence, in words').fill('Seen on site on 18 November.');
    await press('Continue');
    await page.goto(`${recommendation}/close`);
    await isInOrder('close-evidence');
    await page.getByLabel('Who closes it?').fill('Kim Lee');
    await press('Save');
    expect(await main()).toContain('It is closed');
  });
});
