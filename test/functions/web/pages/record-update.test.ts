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

  it('says that this ends the reminders, and what to do with an update that asks for more time', async () => {
    expect((await form.get(recommendationPath)).words).toContain('Record that the promise was kept');
    const page = await form.get(path);
    expect(page.heading).toBe('Record that the promise was kept');
    expect(page.words).toContain(
      'This marks the promise as kept and ends its reminders. If the update only asks for more time, do not record it here: record the date that is proposed instead, so that the reminders go on.',
    );
  });

  it('keeps the promise, early or not, and leaves closing to people', async () => {
    const page = await form.save(path, { ...updateForm, do: 'save' });
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
    expect(page.fields).toMatchObject(typed);
  });

  it('accepts an update of today and of the day of the response', async () => {
    expect((await form.save(path, { ...updateForm, 'receivedOn-day': '20', do: 'save' })).words).toContain(
      'Recorded that the promise was kept',
    );
  });

  it('refuses a second one for the same promise, as a conflict', async () => {
    await form.save(path, { ...updateForm, do: 'save' });
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

describe('an update that promises something more', () => {
  const within2Months = {
    'promise-1-quote': 'and train every officer within 2 months',
    'promise-1-kind': 'within',
    'promise-1-within-latest': '2',
    'promise-1-within-unit': 'month',
  };
  const byJune = {
    promises: '2',
    'promise-2-quote': 'with a report by 30 June',
    'promise-2-kind': 'by-date',
    'promise-2-by-date-dueOn-day': '30',
    'promise-2-by-date-dueOn-month': '6',
    'promise-2-by-date-dueOn-year': '2021',
  };
  const both = { ...updateForm, more: 'yes', ...within2Months, ...byJune };

  it('is checked before it is saved: each promise with its date and what becomes of the one that was kept', async () => {
    const page = await form.post(path, both);
    expect(page.heading).toBe('Check before saving');
    expect(page.words).toContain('Promise 2 In its own words and train every officer within 2 months');
    expect(page.words).toContain('2 months after 19 February 2021');
    expect(page.words).toContain('Promise 3 In its own words with a report by 30 June');
    expect(page.words).toContain('The promise is marked as kept, and its reminders end.');
    expect(page.words).toContain('The owner is reminded of what it promises next from the next run on.');
    expect((await form.get(recommendationPath)).words).not.toContain('Update received');
  });

  it('meets the one and goes on with the others, in one form', async () => {
    const check = await form.post(path, both);
    const page = await form.save(path, { ...check.fields, do: 'save' });
    expect(page.words).toContain('Recorded that the promise was kept');
    expect(page.words).toContain('Promise 2: by Monday 19 April 2021 Promise 3: by Wednesday 30 June 2021');
    expect(page.words).toContain('Promise running');
    expect(page.words).not.toContain('decide whether to close');
    const next = await form.get(path.replace('promises/1', 'promises/2'));
    expect(next.words).toContain('and train every officer within 2 months Update of 19 February 2021');
  });

  it('can be taken back to be changed, and given room for one promise more', async () => {
    const check = await form.post(path, both);
    expect((await form.post(path, { ...check.fields, do: 'change' })).fields).toMatchObject(both);
    const more = await form.post(path, { ...both, do: 'add' });
    expect(more.problems).toEqual([]);
    expect(more.words).toContain('New promise 3 The words of the promise');
  });

  it('says that closing is to be decided where nothing more is promised', async () => {
    expect((await form.post(path, updateForm)).words).toContain(
      'Nothing is left to wait for: closing the recommendation is then to be decided.',
    );
  });

  it.each([
    ['no answer', { more: '' }, ['#more']],
    [
      'yes without a promise',
      { 'promise-1-quote': '', 'promise-1-kind': '', promises: '1' },
      ['#promise-1-quote', '#promise-1-kind'],
    ],
    ['a date before the update', { 'promise-2-by-date-dueOn-month': '1' }, ['#promise-2-by-date-dueOn-day']],
    ['words alone', { 'promise-1-kind': '' }, ['#promise-1-kind']],
  ])('names the box of %s and keeps what was typed', async (_, wrong, hrefs) => {
    const typed = { ...both, ...wrong };
    const page = await form.post(path, typed);
    expect(page.status).toBe(422);
    expect(page.problems.map(({ href }) => href)).toEqual(hrefs);
    expect(page.fields).toMatchObject({ text: typed.text, 'promise-1-within-latest': '2' });
  });

  it('leaves out what was typed under yes before no was chosen', async () => {
    const page = await form.save(path, { ...both, more: 'no', do: 'save' });
    expect(page.words).not.toContain('train every officer');
    expect(page.words).toContain('Proposed for closure');
  });
});

describe('an update whose promises nobody has named', () => {
  const promising = {
    ...updateForm,
    text: 'The policy is agreed. We will send the evaluation within 2 months.',
  };

  it.each(['no', 'yes'])(
    'is looked through when %s is said: what has a date is filled in to be checked',
    async (more) => {
      const page = await form.post(path, { ...promising, more });
      expect(page.heading).toBe('Record that the promise was kept');
      expect(page.words).toContain('A promise was found in the update');
      expect(page.fields).toMatchObject({
        more: 'yes',
        'promise-1-quote': 'We will send the evaluation within 2 months.',
        'promise-1-within-latest': '2',
      });
    },
  );

  it('goes on without them once the person says again that there are none', async () => {
    const { fields } = await form.post(path, { ...promising, more: 'no' });
    const check = await form.post(path, { ...fields, more: 'no' });
    expect(check.heading).toBe('Check before saving');
    expect(check.words).not.toContain('What it promises next');
  });

  it('does not hold against “no” what has no date', async () => {
    const check = await form.post(path, { ...updateForm, text: 'Training will go on.', more: 'no' });
    expect(check.heading).toBe('Check before saving');
  });
});
