import { describe, expect, test } from 'vitest';
import { recordReturn } from '../../functions/web/moves/record-return.ts';
import { deskOf } from '../support/desk-of.ts';
import { type LeftLongAgo, leftLongAgo, mailTo, sixYearsLater } from '../support/left-long-ago.ts';
import { accepted } from '../support/sample-records.ts';
import { openJourney } from './journey.ts';

let ids: LeftLongAgo;
const journey = openJourney(`${sixYearsLater}T09:00:00.000Z`, async ({ site }) => {
  ids = await leftLongAgo(site.tracker.table);
});
const { isInOrder, heading, main, follow, press } = journey;

describe('what nobody needs any more, with JavaScript off', () => {
  test('is found from the settings, with what it is and why, and the rules it goes by', async () => {
    await journey.page.goto('/settings');
    await follow('What is kept, and for how long');
    expect(await main()).toContain('The details of 1 contact and the words of 1 mail');
    expect(await main()).toContain('What goes once its time is over');
    await isInOrder('retention-due');
  });

  test('stays where somebody changed it meanwhile, and that is said', async () => {
    const { table } = journey.site.tracker;
    accepted(await recordReturn(deskOf(table, sixYearsLater), ids.gone, {}));
    await press('Remove these 2');
    expect(await heading()).toBe('1 removed');
    expect(await main()).toContain('1 left alone');
    await isInOrder('retention-left-alone');
  });

  test('goes with one press after a look', async () => {
    await mailTo(journey.site.tracker.table, ids.gone, 'mail-2', '2020-10-05');
    await follow('Back to what is kept');
    await press('Remove this one');
    expect(await heading()).toBe('1 removed');
    expect(await main()).toContain('Nothing left');
    await isInOrder('retention-removed');
  });

  test('is nothing then', async () => {
    await follow('Back to what is kept');
    expect(await main()).toContain('Nothing is due to be removed.');
    await isInOrder('retention-nothing-due');
  });

  test('stays where the page was left open and all of it changed', async () => {
    const { table } = journey.site.tracker;
    await mailTo(table, ids.gone, 'mail-3', '2020-10-06');
    await journey.page.goto('/retention');
    await mailTo(table, ids.gone, 'mail-4', '2020-10-07');
    await press('Remove this one');
    expect(await heading()).toBe('Nothing was removed, 1 left');
    await isInOrder('retention-nothing-removed');
    await follow('See what is left');
    expect(await main()).toContain('The words of 2 mails');
  });
});
