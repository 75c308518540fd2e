import { describe, expect, test } from 'vitest';
import { answerOne, openJourney, recordOne } from './journey.ts';

const recommendation = '/cases/2019-127918/recommendations/1';
const journey = openJourney('2020-12-01T09:00:00.000Z', async (begun) =>
  answerOne(begun, await recordOne(begun)),
);
const { follow, press, typeDate, main, isInOrder } = journey;

async function propose(day: string, month: string): Promise<void> {
  await follow('Record a date that the owner proposes');
  await isInOrder('propose-date');
  await typeDate('What is the new last day?', day, month, '2021');
  await journey.page.getByLabel('Why is another date needed?').fill('The trainer is away.');
  await journey.page.getByLabel('Who proposes it?').fill('Jo Hill');
  await press('Save');
  expect(await main()).toContain('Another date proposed');
}

describe('the date of a promise, with JavaScript off', () => {
  test('is proposed anew and declined', async () => {
    await journey.page.goto(recommendation);
    await propose('31', '3');
    await follow('Decline the proposed date');
    await isInOrder('decline-date');
    await press('Save');
    expect(await journey.page.getByRole('alert').innerText()).toContain('Enter');
    await journey.page.getByLabel('Why is it declined?').fill('It has waited long enough.');
    await press('Save');
    expect(await main()).toContain('Proposed date declined');
  });

  test('is proposed again and taken, which keeps the earlier date and counts the move', async () => {
    await propose('30', '4');
    await follow('Accept the proposed date');
    await isInOrder('re-plan');
    await journey.page.getByLabel('Why this date?').fill('The trainer is back in April.');
    await journey.page.getByLabel('Who decides?').fill('Kim Lee');
    await press('Save');
    const text = await main();
    expect(text).toContain('Date moved');
    expect(text).toContain('Friday 30 April 2021');
    expect(text).toContain('20 February 2021');
    expect(text).toMatch(/moved once/i);
  });

  test('is moved a second time only with somebody else to approve it', async () => {
    await follow('Move the date');
    await typeDate('What is the new last day?', '31', '5', '2021');
    await journey.page.getByLabel('Why this date?').fill('The course is full.');
    await journey.page.getByLabel('Who decides?').fill('Kim Lee');
    await press('Save');
    expect(await journey.page.getByRole('alert').innerText()).toMatch(/moved before|approve/);
    await isInOrder('re-plan-refused');
    await journey.page.getByLabel('Who approves it?').fill('Sam Okoye');
    await press('Save');
    expect(await main()).toMatch(/moved twice|moved 2 times/i);
  });
});
