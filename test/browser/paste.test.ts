import { describe, expect, test } from 'vitest';
import { republished } from '../shared/extract/page/learning-pages.ts';
import { openJourney } from './journey.ts';

const journey = openJourney('2021-05-21T09:00:00.000Z');
const { press, main, heading, isInOrder } = journey;

async function paste(page: string): Promise<void> {
  await journey.page.goto('/cases/paste');
  await journey.page.getByLabel('The page', { exact: true }).fill(page);
  await press('Read the page');
}

describe('a case from its page, with JavaScript off', () => {
  test('is refused where there is nothing to read, and what was pasted stays', async () => {
    await paste('Nothing of the kind.');
    expect(await journey.page.getByRole('alert').count()).toBe(1);
    expect(await journey.page.getByLabel('The page', { exact: true }).inputValue()).toBe(
      'Nothing of the kind.',
    );
    await isInOrder('paste-refused');
  });

  test('is read into fields to be looked at', async () => {
    await paste(republished);
    expect(await heading()).toBe('Look at what was read');
    expect(await journey.page.getByLabel('Reference', { exact: true }).inputValue()).toBe('2019/127918');
    const boxes = journey.page.getByRole('group', { name: 'Date of the response' });
    for (const one of await boxes.all())
      for (const [label, value] of Object.entries({ Day: '20', Month: '11', Year: '2020' }))
        await one.getByLabel(label).fill(value);
    await journey.page.getByLabel('Paragraph 28A recommendation').check();
    await isInOrder('paste-fields');
  });

  test('is shown with the dates it comes to, and then recorded with its recommendations', async () => {
    await press('Continue');
    expect(await heading()).toBe('Check before saving');
    expect(await main()).toContain('20 March 2021');
    await isInOrder('paste-check');
    await press('Save');
    expect(await main()).toContain('Case recorded with its recommendations');
  });

  test('says at once that it is recorded already, and leads to the case', async () => {
    await paste(republished);
    expect(await main()).toContain('This case is already recorded');
    await isInOrder('paste-again');
    await journey.follow('See the case');
    expect(await heading()).toContain('Police response to a domestic incident');
  });
});
