import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import {
  addJane,
  caseForm,
  casePath,
  recommendationForm,
  recommendationPath,
} from '../../../support/essex-forms.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  form = openStaffForm(await tables.newTable(), '2020-11-02');
});
beforeEach(() => form.save('/cases', caseForm));

const path = `${casePath}/recommendations`;

describe('adding a recommendation', () => {
  it('says by when the response is due and when its owner is written to', async () => {
    const ownerId = await addJane(form);
    const page = await form.save(path, { ...recommendationForm, ownerId });
    expect(page.words).toContain('Recommendation recorded');
    expect(page.words).toContain(
      'The response is due by Monday 23 November 2020. The owner, Jane Smith, Head of Learning, is written to on Monday 9 November 2020.',
    );
  });

  it('shows the law’s last day and the published one, each with how it is reached', async () => {
    await form.save(path, recommendationForm);
    const page = await form.get(recommendationPath);
    expect(page.words).toContain('Response due Monday 23 November 2020, in 21 days');
    expect(page.words).toContain('Late after Tuesday 24 November 2020');
    expect(page.words).toContain(
      'By law: 29 September 2020 is day 1 of 56; the last day is 23 November 2020.',
    );
    expect(page.words).toContain('As published: the page asks for a response by 24 November 2020.');
  });

  it('with no owner says that nobody is written to', async () => {
    const page = await form.save(path, recommendationForm);
    expect(page.words).toContain('Nobody owns it, so nobody is written to.');
    expect((await form.get(recommendationPath)).words).toContain('Owner Nobody owns it');
  });

  it('numbers them within the case, and takes the body from the case', async () => {
    await form.save(path, recommendationForm);
    await form.save(path, { ...recommendationForm, addressee: 'Kent Police' });
    expect((await form.get(`${path}/1`)).words).toContain('Addressed to Essex Police');
    expect((await form.get(`${path}/2`)).words).toContain('Addressed to Kent Police');
  });

  it('shows the first words of a long text in the case, whole words only, and all of it on its own page', async () => {
    await form.save(path, { ...recommendationForm, text: `${'word '.repeat(200)}last` });
    const page = await form.get(casePath);
    expect(page.words).toMatch(/word word… (Awaiting|Response)/);
    expect(page.words).not.toContain('word last');
    expect((await form.get(`${casePath}/recommendations/1`)).words).toContain('word last');
  });

  it.each([
    ['no text', { text: ' ' }, 'Enter the text of the recommendation', '#text'],
    [
      'a text of 400 KB',
      { text: 'x'.repeat(400_000) },
      'The text of the recommendation must be 20,000 characters or fewer',
      '#text',
    ],
    ['an owner who is nobody', { ownerId: 'nobody' }, 'Choose a contact from the list', '#ownerId'],
    ['a board that is none', { boardId: 'nothing' }, 'Choose a board from the list', '#boardId'],
    ['a priority of its own', { priority: 'urgent' }, 'Choose a priority from the list', '#priority'],
    [
      'a control character',
      { theme: 'Train\u0000ing' },
      'Retype the theme without the characters that cannot be shown',
      '#theme',
    ],
  ])('refuses %s and keeps the rest', async (_, wrong, message, href) => {
    const page = await form.post(path, { ...recommendationForm, addressee: 'Kent Police', ...wrong });
    expect(page.status).toBe(422);
    expect(page.title).toBe('Error: Add a recommendation - Recommendation Tracker');
    expect(page.problems).toEqual([{ message, href }]);
    expect(page.fields.addressee).toBe('Kent Police');
    expect((await form.get(recommendationPath)).status).toBe(404);
  });
});
