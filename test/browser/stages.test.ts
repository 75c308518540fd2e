import { describe, expect, test } from 'vitest';
import { startSample } from '../../infra/local/sample/start-sample.ts';
import { openJourney } from './journey.ts';

const journey = openJourney('2020-09-29T08:00:00.000Z', ({ site }) => startSample(site.tracker));
const { isInOrder, heading, main, press } = journey;

const beforeResponse = () => journey.page.getByLabel('Days before a response is due');

describe('the reminder stages, with JavaScript off', () => {
  test('are found from every page and told in words', async () => {
    await journey.page.goto('/cases');
    await journey.page.getByRole('link', { name: 'Settings' }).click();
    await journey.page.getByRole('link', { name: 'Reminder stages' }).click();
    expect(await main()).toContain('28, 14, 7 and 1 days before');
    await isInOrder('stages');
  });

  test('are changed on a form that begins with what they are', async () => {
    await journey.page.getByRole('link', { name: 'Change the stages' }).click();
    expect(await beforeResponse().inputValue()).toBe('28, 14, 7, 1');
    await isInOrder('stages-change');
  });

  test('are refused with a way to each box, and what was typed stays', async () => {
    await beforeResponse().fill('tomorrow');
    await journey.page.getByLabel('After that, every').first().fill('0');
    await press('Continue');
    expect(await journey.page.title()).toMatch(/^Error: /);
    expect(await journey.page.getByRole('alert').getByRole('link').count()).toBe(2);
    await isInOrder('stages-refused');
    await journey.page.getByRole('alert').getByRole('link').first().click();
    expect(new URL(journey.page.url()).hash).toBe('#response');
    expect(await beforeResponse().inputValue()).toBe('tomorrow');
  });

  test('show what a change would send before it is saved, and can be edited again', async () => {
    await beforeResponse().fill('45, 28, 7');
    await journey.page.getByLabel('After that, every').first().fill('14');
    await journey.page.getByLabel('Why?').fill('Owners asked for more time');
    await press('Continue');
    expect(await heading()).toBe('Check the change');
    expect(await main()).toContain('45, 28 and 7 days before');
    await isInOrder('stages-check');
    await press('Go back and edit');
    expect(await beforeResponse().inputValue()).toBe('45, 28, 7');
  });

  test('say so where nothing would differ', async () => {
    await beforeResponse().fill('28, 14, 7, 1');
    await press('Continue');
    expect(await main()).toContain('Nothing differs from the stages as they are.');
    await isInOrder('stages-check-same');
    await press('Go back and edit');
  });

  test('once changed, tell both, from when, and why', async () => {
    await beforeResponse().fill('45, 28, 7');
    await press('Continue');
    await press('Change the stages');
    expect(await main()).toContain('Reminder stages changed');
    expect(await main()).toContain('From Wednesday 30 September 2020');
    await journey.page.locator('details', { hasText: 'History' }).locator('summary').click();
    expect(await main()).toContain('Owners asked for more time');
    await isInOrder('stages-changed');
  });

  test('that somebody else has changed meanwhile are refused', async () => {
    await journey.page.goto('/settings/stages/change');
    await beforeResponse().fill('21, 7');
    await press('Continue');
    const meanwhile = await journey.page.context().newPage();
    await meanwhile.goto('/settings/stages/change');
    await meanwhile.getByLabel('Days before a response is due').fill('10');
    await meanwhile.getByRole('button', { name: 'Continue' }).click();
    await meanwhile.getByRole('button', { name: 'Change the stages' }).click();
    await press('Change the stages');
    expect(await journey.page.title()).toMatch(/^Error: /);
    expect(await beforeResponse().inputValue()).toBe('21, 7');
    await isInOrder('stages-conflict');
  });
});
