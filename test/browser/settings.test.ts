import { describe, expect, test } from 'vitest';
import { startSample } from '../../infra/local/sample/start-sample.ts';
import { openJourney } from './journey.ts';

const journey = openJourney('2020-09-29T08:00:00.000Z', ({ site }) => startSample(site.tracker));
const { isInOrder, heading, main, press } = journey;

const follow = (name: string) => journey.page.getByRole('link', { name }).first().click();
const notice = () => journey.page.getByRole('region', { name: 'Who gets mail' });

describe('the wording of mails, with JavaScript off', () => {
  test('is found from every page, part by part', async () => {
    await journey.page.goto('/cases');
    await follow('Settings');
    await isInOrder('settings');
    await follow('Wording of mails');
    expect(await main()).toContain('Say whether {body} accepts the recommendation');
    await isInOrder('wording');
  });

  test('is changed on a form that begins with the words as they are', async () => {
    await follow('Change the words of: A response is due');
    expect(await journey.page.getByLabel('What to do').inputValue()).toMatch(/^Reply with the response\./);
    await isInOrder('wording-change');
  });

  test('is refused with a way to each box, and what was typed stays', async () => {
    await journey.page.getByLabel('What to do').fill('Answer for {force}.');
    await journey.page.getByLabel('A sentence to add').fill('<b>Please</b>');
    await press('See the mail');
    expect(await journey.page.title()).toMatch(/^Error: /);
    expect(await journey.page.getByRole('alert').getByRole('link').count()).toBe(2);
    await isInOrder('wording-refused');
    expect(await journey.page.getByLabel('What to do').inputValue()).toBe('Answer for {force}.');
  });

  test('shows a whole mail before it is saved, as it looks in an inbox', async () => {
    await journey.page.getByLabel('What to do').fill('Answer for {body} by {due date}.');
    await journey.page.getByLabel('A sentence to add').fill('The learning team can help you on 101.');
    await journey.page.getByLabel('Why?').fill('Owners asked for one sentence');
    await press('See the mail');
    expect(await heading()).toBe('Check the wording');
    const mail = journey.page.locator('.tracker-mail__html');
    expect(await mail.innerText()).toContain('The learning team can help you on 101.');
    // The mail's own style attributes count, so it is no plain text.
    const border = await journey.page.evaluate(
      "getComputedStyle(document.querySelector('.tracker-mail__html .card')).borderTopWidth",
    );
    expect(border).toBe('6px');
    await journey.page.locator('details').first().locator('summary').click();
    await isInOrder('wording-check');
  });

  test('once saved, is marked as their own, and can be set back', async () => {
    await press('Save');
    expect(await main()).toContain('Wording changed');
    expect(await main()).toContain('Your words');
    await isInOrder('wording-changed');
    await follow('Set all back');
    expect(await main()).toContain('Answer for {body} by {due date}.');
    await isInOrder('wording-reset');
    await press('Set back');
    expect(await main()).not.toContain('Your words');
    await journey.page.locator('details', { hasText: 'History' }).locator('summary').click();
    expect(await main()).toContain('Owners asked for one sentence');
    await isInOrder('wording-history');
  });
});

describe('who gets mail, with JavaScript off', () => {
  test('is everyone, and changed on a form that refuses what is no address', async () => {
    await journey.page.goto('/settings');
    await follow('Who gets mail');
    await isInOrder('sending');
    await follow('Change who gets mail');
    await journey.page.getByLabel('Only some').check();
    await journey.page.getByLabel('Addresses and domains').fill('everybody');
    await press('Continue');
    expect(await journey.page.title()).toMatch(/^Error: /);
    await isInOrder('sending-refused');
  });

  test('says what a choice means before it counts, and every page says so after', async () => {
    await journey.page
      .getByLabel('Addresses and domains')
      .fill('anna.reed@sample.example\ntrial.sample.example');
    await press('Continue');
    await isInOrder('sending-check');
    await press('Save');
    await isInOrder('sending-only');
    await journey.page.goto('/cases');
    expect(await notice().innerText()).toContain(
      'Mail is sent only to anna.reed@sample.example and trial.sample.example',
    );
    await isInOrder('cases-sending-only');
  });

  test('back to everyone the notice is gone', async () => {
    await journey.page.goto('/settings/sending/change');
    await journey.page.getByLabel('Everyone').check();
    await press('Continue');
    await press('Save');
    expect(await notice().count()).toBe(0);
  });
});
