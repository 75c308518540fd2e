import { describe, expect, test } from 'vitest';
import { openJourney, recordOne } from './journey.ts';

const journey = openJourney('2020-11-20T09:00:00.000Z', recordOne);

const addresses = ['/', '/cases', '/cases/2019-127918/recommendations/1', '/contacts/new', '/nowhere'];

describe('with JavaScript on', () => {
  test.each(addresses)('the page at %s has no script, and its policy lets none in', async (address) => {
    const answer = await fetch(`${journey.site.url}${address}`);
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/script-src 'none'/);
    expect(policy).not.toMatch(/unsafe|nonce/);
    const html = await answer.text();
    expect(html).not.toMatch(/<script|javascript:|<[^>]* on\w+=/i);
  });

  test('recording a response comes to the same end', async () => {
    const page = await journey.browser.newPage({ baseURL: journey.site.url });
    const amiss: string[] = [];
    page.on('pageerror', (error) => amiss.push(error.message));
    page.on('console', (said) => amiss.push(said.text()));
    await page.goto('/cases/2019-127918/recommendations/1/response');
    const date = page.getByRole('group', { name: 'Date of the response' });
    for (const [label, value] of Object.entries({ Day: '20', Month: '11', Year: '2020' }))
      await date.getByLabel(label).fill(value);
    await page
      .getByLabel('What does the response say?')
      .fill('We accept it. We will report back in 4-6mths.');
    await page.getByLabel('Yes, accepted').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByRole('main').innerText()).toContain('Response recorded');
    expect(await page.getByRole('main').innerText()).toContain('Promise running');
    expect(amiss).toEqual([]);
    await page.close();
  });
});
