import { describe, expect, test } from 'vitest';
import { startSample } from '../../infra/local/sample/start-sample.ts';
import { asInstant } from '../../shared/domain/london.ts';
import { openJourney } from './journey.ts';

const journey = openJourney('2020-09-29T08:00:00.000Z', ({ site }) => startSample(site.tracker));
const { isInOrder, main } = journey;

const press = (name: string) => journey.page.getByRole('button', { name, exact: true }).click();
const moveTo = (date: string) =>
  fetch(`${journey.site.url}/local/clock`, {
    method: 'POST',
    headers: { origin: journey.site.url },
    body: new URLSearchParams({ to: 'date', date }),
    redirect: 'manual',
  });
const recommendation = '/cases/2019-127918/recommendations/1';

describe('tonight, with JavaScript off', () => {
  test('says that there is nothing, on a day before anything is due', async () => {
    await journey.page.goto('/mails');
    await journey.page.getByRole('link', { name: 'See what the next run will send' }).click();
    expect(await main()).toContain('The run has nothing new to send.');
    await isInOrder('tonight-empty');
  });

  test('shows each mail of the next run: to whom, why, and every word of it', async () => {
    await moveTo('2020-10-25');
    await journey.page.goto('/tonight');
    expect(await main()).toContain('The next run is today, Sunday 25 October 2020, at 10:10.');
    journey.site.tracker.clock.moveTo(asInstant('2020-10-25T20:00:00.000Z'));
    await journey.page.goto('/tonight');
    expect(await main()).toContain('The next run is tomorrow, Monday 26 October 2020, at 06:10.');
    expect(await main()).toContain(
      'response, planned for 28 days before it is due, meant for Monday 26 October 2020',
    );
    const mail = journey.page.getByText('Read the mail').first();
    await mail.click();
    expect(await main()).toContain('This is a reminder about one recommendation.');
    await isInOrder('tonight');
  });
});

describe('holding reminders back, with JavaScript off', () => {
  test('begins at the mail, asks for a last day and a reason, and says what is wrong', async () => {
    await journey.page
      .getByRole('link', { name: /Hold back/ })
      .first()
      .click();
    await isInOrder('hold');
    await journey.page.getByLabel('Day').fill('10');
    await journey.page.getByLabel('Month').fill('11');
    await journey.page.getByLabel('Year').fill('2020');
    await press('Hold reminders back');
    expect(await journey.page.title()).toMatch(/^Error: /);
    await journey.page.getByLabel('Why are reminders held back?').fill('The response is being typed.');
    await press('Hold reminders back');
    expect(await main()).toContain('Reminders can be held back for 14 days at most: until 8 November 2020');
    await isInOrder('hold-refused');
  });

  test('stands on the recommendation, and tonight says that nobody is reminded', async () => {
    await journey.page.getByLabel('Day').fill('30');
    await journey.page.getByLabel('Month').fill('10');
    await press('Hold reminders back');
    expect(await main()).toContain('Liaison staff hold its reminders back until Friday 30 October 2020.');
    await isInOrder('hold-held');
    await journey.page.goto('/tonight');
    expect(await main()).toMatch(/Friday 30 October 2020\s+“The response is being typed.”/);
    await isInOrder('tonight-held');
  });

  test('ends when it is released', async () => {
    await journey.page
      .getByRole('link', { name: /Release/ })
      .first()
      .click();
    await isInOrder('release');
    expect(await main()).toContain('If a reminder has been waiting, it goes with the next run.');
    await press('Release reminders');
    expect(await main()).toContain('Reminders released');
    await journey.page.goto('/tonight');
    expect(await main()).not.toContain('The response is being typed.');
  });
});

describe('reminding the owner at once, with JavaScript off', () => {
  test('shows the mail before it goes, and lets the note be changed', async () => {
    await journey.page.goto(recommendation);
    await journey.page.getByRole('link', { name: 'Remind the owner now' }).click();
    await isInOrder('nudge');
    await journey.page
      .getByLabel('Anything to say to them? (optional)')
      .fill('The inspector comes on Friday.');
    await press('See the mail');
    expect(await main()).toContain('They write: “The inspector comes on Friday.”');
    await isInOrder('nudge-check');
    await press('Change');
    expect(await journey.page.getByLabel('Anything to say to them? (optional)').inputValue()).toBe(
      'The inspector comes on Friday.',
    );
    await press('See the mail');
  });

  test('sends it at once, counts it among the mails, and is refused a second time', async () => {
    const before = journey.site.tracker.mailbox.messages().length;
    await press('Send it now');
    expect(await main()).toContain('Owner reminded at once');
    await journey.site.tracker.queue.idle();
    expect(journey.site.tracker.mailbox.messages().length).toBe(before + 1);
    await journey.page.reload();
    expect(await main()).toContain('asked for by liaison staff');
    await isInOrder('nudge-sent');
    await journey.page.getByRole('link', { name: 'Remind the owner now' }).click();
    expect(await main()).toContain('once a day is enough');
    await isInOrder('nudge-refused');
  });
});
