import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { recommendationPath, recordEssex, responseForm, updateForm } from '../../../support/essex-forms.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  form = openStaffForm(await tables.newTable(), '2020-11-02');
  await recordEssex(form);
  form.moveTo('2020-11-24');
  await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
  form.moveTo('2021-02-20');
});

const path = `${recommendationPath}/promises/1/update`;

describe('recording an update', () => {
  it('shows what was promised before it asks', async () => {
    const page = await form.get(path);
    expect(page.words).toContain('report progress back to the IOPC in 4-6mths');
    expect(page.words).toContain('Response of 20 November 2020');
  });

  it('says that saving ends the reminders, and what to do with an update that asks for more time', async () => {
    expect((await form.get(recommendationPath)).words).toContain('Record an update');
    const page = await form.get(path);
    expect(page.heading).toBe('Record that the promise was kept');
    expect(page.words).toContain(
      'Saving this marks the promise as kept and ends its reminders. If the update asks for more time, do not record it here: leave the promise open, so that the reminders go on.',
    );
  });

  it('keeps the promise, early or not, and leaves closing to people', async () => {
    const page = await form.save(path, updateForm);
    expect(page.words).toContain('Recorded that the promise was kept');
    expect(page.words).toContain('Nothing is left to wait for: decide whether to close the recommendation.');
    expect(page.words).toContain('Update received Recommendation 1, promise 1 Liaison staff');
    expect(page.words).toContain('Update received Friday 19 February 2021');
    expect((await form.get('/')).words).toContain('Proposed for closure: decide whether to close (1)');
  });

  it.each([
    [
      'nothing at all',
      { 'receivedOn-day': '', 'receivedOn-month': '', 'receivedOn-year': '' },
      'Enter the date the update came',
      '#receivedOn-day',
    ],
    [
      'a date before the response',
      { 'receivedOn-month': '11', 'receivedOn-year': '2020' },
      'The update must be dated on or after 20 November 2020, the day of the response',
      '#receivedOn-day',
    ],
    [
      'a date to come',
      { 'receivedOn-day': '21' },
      'The update must be dated today or in the past',
      '#receivedOn-day',
    ],
    ['no words', { text: '' }, 'Enter what the update says', '#text'],
    [
      'words of 400 KB',
      { text: 'x'.repeat(400_000) },
      'What the update says must be 20,000 characters or fewer',
      '#text',
    ],
  ])('refuses %s and keeps what was typed', async (_, wrong, message, href) => {
    const typed = { ...updateForm, ...wrong };
    const page = await form.post(path, typed);
    expect(page.status).toBe(422);
    expect(page.title).toBe('Error: Record that the promise was kept - Recommendation Tracker');
    expect(page.problems).toEqual([{ message, href }]);
    expect(page.fields).toEqual(typed);
  });

  it('accepts an update of today and of the day of the response', async () => {
    expect((await form.save(path, { ...updateForm, 'receivedOn-day': '20' })).words).toContain(
      'Recorded that the promise was kept',
    );
  });

  it('refuses a second one for the same promise, as a conflict', async () => {
    await form.save(path, updateForm);
    const again = await form.post(path, updateForm);
    expect(again.status).toBe(409);
    expect(again.heading).toBe('An update for this promise has already been recorded');
  });

  it.each(['0', '2', 'one', '1e0', '01'])('knows no promise numbered %s', async (sequence) => {
    const page = await form.get(path.replace('/1/update', `/${sequence}/update`));
    expect(page.status).toBe(404);
    expect(page.heading).toBe('This recommendation has no promise with this number');
  });
});
