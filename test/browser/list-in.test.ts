import { describe, expect, test } from 'vitest';
import { answeredCells, sampleCells, sampleList } from '../support/sample-list.ts';
import { openJourney } from './journey.ts';

const journey = openJourney('2020-12-01T09:00:00.000Z');
const { press, follow, main, heading, isInOrder } = journey;

async function send(list: string): Promise<void> {
  await journey.page.goto('/lists');
  const buffer = Buffer.from(list);
  await journey.page.getByLabel('List').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
  await press('Continue');
  await journey.page.getByRole('heading', { name: 'Check the list' }).waitFor();
}

describe('a list taken in, with JavaScript off', () => {
  test('is refused without a file', async () => {
    await journey.page.goto('/lists');
    await isInOrder('lists');
    await press('Continue');
    expect(await journey.page.getByRole('alert').count()).toBe(1);
    await isInOrder('lists-refused');
  });

  test('is checked line by line before anything is saved', async () => {
    const late = sampleCells({ reference: '2020/150001', number: '1' });
    const wrong = sampleCells({ reference: '2020/150002', madeOn: 'soon' });
    await send(sampleList(sampleCells(answeredCells), late, wrong));
    expect(await main()).toMatch(/(is|are) overdue already/);
    await isInOrder('list-check');
    await press('Take in 2 lines');
    expect(await journey.page.getByRole('alert').count()).toBe(1);
    await isInOrder('list-refused');
  });

  test('is taken in once it is said what happens to what is overdue', async () => {
    await journey.page.getByRole('main').getByRole('radio').first().check();
    await press('Take in 2 lines');
    await journey.page.getByRole('heading', { name: 'The list was taken in' }).waitFor();
    await isInOrder('list-done');
    await follow('2019/127918 recommendation 1');
    expect(await heading()).toContain('Recommendation 1');
    expect(await main()).toContain('within 3 months');
  });

  test('is nothing new a second time', async () => {
    await send(sampleList(sampleCells(answeredCells)));
    expect(await main()).toContain('There is nothing to take in.');
  });
});
