import { describe, expect, test } from 'vitest';
import { openJourney, recordOne } from './journey.ts';

const recommendation = '/cases/2019-127918/recommendations/1';
const journey = openJourney('2020-10-12T09:00:00.000Z', recordOne);
const { follow, press, typeDate, main, isInOrder } = journey;

describe('the time for a response, with JavaScript off', () => {
  test('is extended where more was applied for in time, and not where it was not', async () => {
    await journey.page.goto(recommendation);
    await follow('Extend the response period');
    await isInOrder('extend');
    await typeDate('When was more time applied for?', '9', '10', '2020');
    await typeDate('When was it granted?', '12', '10', '2020');
    await typeDate('What is the new last day?', '1', '10', '2020');
    await press('Save');
    expect(await journey.page.getByRole('alert').innerText()).toContain('There is a problem');
    await isInOrder('extend-refused');
    await typeDate('What is the new last day?', '18', '12', '2020');
    await press('Save');
    expect(await main()).toContain('Response period extended');
    expect(await main()).toContain('18 December 2020');
  });

  test('stands still during judicial review and then grows by its days', async () => {
    await follow('Pause for judicial review');
    await isInOrder('pause');
    await typeDate('When did the proceedings start?', '5', '10', '2020');
    await press('Save');
    expect(await main()).toContain('Paused for judicial review');
    await follow('Resume after judicial review');
    await isInOrder('resume');
    await typeDate('When did the proceedings end?', '11', '10', '2020');
    await press('Save');
    expect(await main()).toContain('Resumed after judicial review');
    expect(await main()).toContain('25 December 2020');
  });
});
