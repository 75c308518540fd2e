import { describe, expect, test } from 'vitest';
import { colleagueProposes } from '../support/colleague.ts';
import { answerOne, openJourney, recordOne } from './journey.ts';

const recommendation = '/cases/2019-127918/recommendations/1';
const journey = openJourney('2020-12-01T09:00:00.000Z', async (begun) =>
  answerOne(begun, await recordOne(begun)),
);
const { follow, press, typeDate, main, isInOrder } = journey;
const fill = (label: string, value: string) => journey.page.getByLabel(label).fill(value);

async function proposeClosure(): Promise<void> {
  await follow('Propose closure');
  await isInOrder('propose-closure');
  await fill('Who proposes to close it?', 'Sam Okoye');
  await press('Save');
  expect(await main()).toContain('Proposed for closure');
}

describe('links, with JavaScript off', () => {
  test('are added and removed', async () => {
    await journey.page.goto(recommendation);
    await follow('Link to a risk, a plan or another recommendation');
    await journey.page.getByLabel('Risk on the risk register').check();
    await fill('Its reference', '1606');
    await press('Save');
    expect(await main()).toContain('1606');
    await follow('Remove a link');
    await journey.page.getByRole('main').getByRole('radio').first().check();
    await press('Save');
    expect(await main()).toContain('Link removed');
  });
});

describe('closing, with JavaScript off', () => {
  test('is proposed and declined', async () => {
    await journey.page.goto(recommendation);
    await proposeClosure();
    await follow('Decline closure');
    await isInOrder('decline-closure');
    await fill('Why can it not be closed yet?', 'The training has not been seen.');
    await press('Save');
    expect(await main()).toContain('Closure declined');
  });

  test('is for somebody other than whoever proposes it', async () => {
    await proposeClosure();
    expect(await main()).toContain('so somebody else must sign in and decide');
    expect(await journey.page.getByRole('link', { name: 'Close it' }).count()).toBe(0);
    await follow('Decline closure');
    await fill('Why can it not be closed yet?', 'A colleague proposes it.');
    await press('Save');
    await colleagueProposes(journey.site.tracker, ['2019-127918', 1]);
    await journey.page.goto(recommendation);
    await follow('Close it');
    await fill('Who closes it?', 'Sam Okoye');
    await fill('What shows that it is done?', 'The new course.');
    await press('Save');
    expect(await journey.page.getByRole('alert').innerText()).toMatch(/other than|somebody else/i);
    await isInOrder('close-by-proposer');
    await fill('Who closes it?', 'Kim Lee');
    await press('Save');
    expect(await main()).toContain('It is closed');
    await isInOrder('closed');
  });

  test('leaves room for a review of what came of it', async () => {
    await follow('Record a review of its effect');
    await isInOrder('review-effect');
    await typeDate('When was it looked at?', '1', '12', '2020');
    await fill('What was found?', 'Fewer complaints.');
    await press('Save');
    expect(await main()).toContain('Effect reviewed');
  });
});

describe('what was ended, with JavaScript off', () => {
  test('is reopened with a date of its own', async () => {
    await follow('Reopen it');
    await isInOrder('reopen');
    await fill('Why is it reopened?', 'It happened again.');
    await typeDate('When is the next update due? (optional)', '31', '3', '2021');
    await press('Save');
    expect(await main()).toContain('Reopened');
    expect(await main()).toContain('Wednesday 31 March 2021');
  });

  test('can end otherwise: the body changes its answer', async () => {
    await follow('Change the acceptance');
    await isInOrder('change-acceptance');
    await journey.page.getByLabel('Partly accepted').check();
    await typeDate('When did it say so?', '1', '12', '2020');
    await press('Save');
    expect(await main()).toContain('Acceptance changed');
  });

  test('or whoever made it withdraws it', async () => {
    await follow('Withdraw it');
    await isInOrder('withdraw');
    await fill('Why is it withdrawn?', 'Made by mistake.');
    await press('Save');
    expect(await main()).toContain('Withdrawn');
    await isInOrder('withdrawn');
  });
});
