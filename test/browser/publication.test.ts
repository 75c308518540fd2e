import { describe, expect, test } from 'vitest';
import { answerOne, openJourney, recordOne } from './journey.ts';

const recommendation = '/cases/2019-127918/recommendations/1';
const journey = openJourney('2020-12-01T09:00:00.000Z', async (begun) => {
  await answerOne(begun, await recordOne(begun));
  const text = 'Review the forms.';
  await begun.desk.post('/cases/2019-127918/recommendations', { text });
  await answerOne(begun, '/cases/2019-127918/recommendations/2');
});
const { follow, press, typeDate, main, isInOrder } = journey;

describe('the publication of a response, with JavaScript off', () => {
  test('is recorded, and not for a day that is yet to come', async () => {
    await journey.page.goto(recommendation);
    await follow('Record the publication');
    await isInOrder('publication');
    await typeDate('When was the response published?', '4', '12', '2020');
    await press('Save');
    expect(await journey.page.getByRole('alert').count()).toBe(1);
    await isInOrder('publication-refused');
    await typeDate('When was the response published?', '27', '11', '2020');
    await press('Save');
    expect(await main()).toContain('27 November 2020');
  });

  test('is stopped by representations against it', async () => {
    await journey.page.goto('/cases/2019-127918/recommendations/2');
    await follow('Record representations');
    await isInOrder('representations');
    await typeDate('When were they made?', '20', '11', '2020');
    await press('Save');
    expect(await main()).toMatch(/representations/i);
    await isInOrder('representations-saved');
  });
});
