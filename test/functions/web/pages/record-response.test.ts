import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { recommendationPath, recordEssex, responseForm } from '../../../support/essex-forms.ts';
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
});

const path = `${recommendationPath}/response`;
const answered = async () =>
  !(await form.get(recommendationPath)).words.includes('No response has been recorded.');
const within = {
  'promise-1-kind': 'within',
  'promise-1-within-latest': '3',
  'promise-1-within-unit': 'month',
};

describe('recording a response', () => {
  it('first shows the dates each promise comes to, and saves nothing yet', async () => {
    const page = await form.post(path, responseForm);
    expect(page.status).toBe(200);
    expect(page.heading).toBe('Check before saving');
    expect(page.words).toContain('Window opens Saturday 20 March 2021');
    expect(page.words).toContain('Last day Thursday 20 May 2021');
    expect(page.words).toContain(
      'Opens 4 months after 20 November 2020, on 20 March 2021, and closes 6 months after, at the end of 20 May 2021.',
    );
    expect(await answered()).toBe(false);
  });

  it('saves what was checked, and says what happens next', async () => {
    const { fields } = await form.post(path, responseForm);
    const page = await form.save(path, { ...fields, do: 'save' });
    expect(page.words).toContain('Response recorded');
    expect(page.words).toContain(
      'The window opens on Saturday 20 March 2021. The owner, Jane Smith, Head of Learning, is written to on Monday 22 March 2021.',
    );
    expect(page.words).toContain(
      'Next reminder Monday 22 March 2021 to Jane Smith, Head of Learning (window opens)',
    );
    expect(page.words).toContain('Responded Friday 20 November 2020');
  });

  it('plans no publication where representations were made against it, said and checked with the response', async () => {
    expect((await form.get(path)).words).toContain('Representations against publication were made');
    const check = await form.post(path, { ...responseForm, representations: 'made' });
    expect(check.words).toContain('Publication Representations against it were made');
    const page = await form.save(path, { ...check.fields, do: 'save' });
    expect(page.words).not.toContain('To be published by');
    expect(page.words).not.toContain('Record the publication');
  });

  it('goes back to the form with everything still in it', async () => {
    const { fields } = await form.post(path, responseForm);
    const page = await form.post(path, { ...fields, do: 'change' });
    expect(page.heading).toBe('Record the response');
    expect(page.fields).toMatchObject(responseForm);
  });

  it('gives one more promise at a time up to five, keeping what was typed', async () => {
    let page = await form.post(path, { ...responseForm, 'respondedOn-year': 'soon', do: 'add' });
    expect(page.status).toBe(200);
    expect(page.problems).toEqual([]);
    expect(page.fields).toMatchObject({ ...responseForm, promises: '2', 'respondedOn-year': 'soon' });
    expect(page.fields).toHaveProperty('promise-2-quote', '');
    for (let more = 0; more < 3; more++) page = await form.post(path, { ...page.fields, do: 'add' });
    expect(page.fields.promises).toBe('5');
    expect(page.html).not.toContain('Add another promise');
  });

  it.each([
    [
      'within 3 months',
      within,
      'Last day Saturday 20 February 2021',
      'The update is due by Saturday 20 February 2021. The owner, Jane Smith, Head of Learning, is written to on Friday 22 January 2021.',
    ],
    [
      'by a date',
      {
        'promise-1-kind': 'by-date',
        'promise-1-by-date-dueOn-day': '31',
        'promise-1-by-date-dueOn-month': '3',
        'promise-1-by-date-dueOn-year': '2021',
      },
      'Last day Wednesday 31 March 2021',
      'The update is due by Wednesday 31 March 2021.',
    ],
    [
      'in a period',
      {
        'promise-1-kind': 'in-period',
        'promise-1-in-period-opensOn-day': '1',
        'promise-1-in-period-opensOn-month': '3',
        'promise-1-in-period-opensOn-year': '2021',
        'promise-1-in-period-dueOn-day': '31',
        'promise-1-in-period-dueOn-month': '5',
        'promise-1-in-period-dueOn-year': '2021',
      },
      'Window opens Monday 1 March 2021',
      'The window opens on Monday 1 March 2021.',
    ],
    [
      'no date',
      { 'promise-1-kind': 'none' },
      'No date: the owner will be asked for one',
      'No date was promised, so the owner is asked for one. The owner, Jane Smith, Head of Learning, is written to on Friday 18 December 2020.',
    ],
    [
      'already done',
      { 'promise-1-kind': 'completed' },
      'None: already done',
      'Nothing is left to wait for: decide whether to close the recommendation.',
    ],
    [
      'no promise at all',
      { 'promise-1-kind': '', 'promise-1-quote': '' },
      'The response promises nothing with a date, so the owner will be asked for one.',
      'No date was promised, so the owner is asked for one.',
    ],
    [
      '"there is no promise"',
      { 'promise-1-kind': 'nothing', 'promise-1-quote': '' },
      'The response promises nothing with a date, so the owner will be asked for one.',
      'No date was promised, so the owner is asked for one.',
    ],
  ])('understands a promise with %s', async (_, promise, checked, next) => {
    const page = await form.post(path, { ...responseForm, ...promise });
    expect(page.words).toContain(checked);
    expect((await form.save(path, { ...page.fields, do: 'save' })).words).toContain(next);
  });

  it('asks nothing of the owner where the recommendation was not accepted, and keeps the reasons', async () => {
    const refusing = {
      ...responseForm,
      acceptance: 'not-accepted',
      reasons: 'It is done already.',
      'promise-1-kind': '',
      'promise-1-quote': '',
    };
    const { words, fields } = await form.post(path, refusing);
    expect(words).toContain('Reasons It is done already.');
    const page = await form.save(path, { ...fields, do: 'save' });
    expect(page.words).toContain('The recommendation was not accepted, so nothing is asked of the owner.');
    expect(page.words).toContain('Reasons It is done already.');
  });

  it('leaves reasons out of the record when the answer was changed to accepted', async () => {
    const { words } = await form.post(path, { ...responseForm, reasons: 'Left over' });
    expect(words).not.toContain('Left over');
  });
});

describe('a response that is not in order', () => {
  it('lists what is missing in the order of the page', async () => {
    const page = await form.post(path, { promises: '1' });
    expect(page.status).toBe(422);
    expect(page.title).toBe('Error: Record the response - Recommendation Tracker');
    expect(page.problems).toEqual([
      { message: 'Enter the date of the response', href: '#respondedOn-day' },
      { message: 'Enter the words of the response', href: '#text' },
      { message: 'Choose whether the recommendation was accepted', href: '#acceptance' },
    ]);
  });

  it.each([
    [
      'a date without a year',
      { 'respondedOn-year': '' },
      'The date of the response must include a year',
      '#respondedOn-year',
    ],
    [
      'a date before the recommendation',
      { 'respondedOn-day': '28', 'respondedOn-month': '9' },
      'The response date must be on or after 29 September 2020, the day the recommendation was made',
      '#respondedOn-day',
    ],
    [
      'a date to come',
      { 'respondedOn-day': '25' },
      'The response date must be today or in the past',
      '#respondedOn-day',
    ],
    [
      'a refusal without reasons',
      { acceptance: 'not-accepted', reasons: '' },
      'Enter the reasons the recommendation was not accepted',
      '#reasons',
    ],
    [
      'words without what they promise',
      { 'promise-1-kind': '' },
      'Choose what was promised',
      '#promise-1-kind',
    ],
    [
      'words said to be no promise',
      { 'promise-1-kind': 'nothing' },
      'Choose what was promised',
      '#promise-1-kind',
    ],
    [
      'a promise without its words',
      { 'promise-1-quote': ' ' },
      'Enter the words of the promise',
      '#promise-1-quote',
    ],
    [
      'a number that is none',
      { 'promise-1-between-earliest': 'four' },
      'Enter a whole number for the earliest',
      '#promise-1-between-earliest',
    ],
    [
      'a number below one',
      { ...within, 'promise-1-within-latest': '0' },
      'Enter a number of 1 or more',
      '#promise-1-within-latest',
    ],
    [
      'a number past a century',
      { ...within, 'promise-1-within-latest': '1201' },
      'Enter a number of 1,200 or less',
      '#promise-1-within-latest',
    ],
    ['no unit', { 'promise-1-between-unit': '' }, 'Choose days, weeks or months', '#promise-1-between-unit'],
    [
      'a window that closes before it opens',
      { 'promise-1-between-latest': '3' },
      'The window must not close before it opens',
      '#promise-1-between-latest',
    ],
    [
      'a promised date before the response',
      {
        'promise-1-kind': 'by-date',
        'promise-1-by-date-dueOn-day': '19',
        'promise-1-by-date-dueOn-month': '11',
        'promise-1-by-date-dueOn-year': '2020',
      },
      'The promised date must be on or after the day of the response',
      '#promise-1-by-date-dueOn-day',
    ],
    [
      'half a promised date',
      { 'promise-1-kind': 'by-date', 'promise-1-by-date-dueOn-day': '19' },
      'The last day must include a month and year',
      '#promise-1-by-date-dueOn-month',
    ],
  ])('is refused for %s, and nothing typed is lost', async (_, wrong, message, href) => {
    const typed = { ...responseForm, ...wrong };
    const page = await form.post(path, { ...typed, do: 'save' });
    expect(page.status).toBe(422);
    expect(page.problems).toEqual([{ message, href }]);
    expect(page.elements.some(({ attributes }) => `#${attributes.id}` === href)).toBe(true);
    expect(page.fields).toMatchObject(
      Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim()])),
    );
    expect(await answered()).toBe(false);
  });

  it('says which of several promises it speaks of, and skips those left empty', async () => {
    const third = {
      'promise-3-quote': 'by spring',
      'promise-3-kind': 'in-period',
      ...period('1', '3', '1', '2'),
    };
    const page = await form.post(path, { ...responseForm, promises: '3', ...third });
    expect(page.problems).toEqual([
      {
        message: 'Promise 3: the window must not close before it opens',
        href: '#promise-3-in-period-dueOn-day',
      },
    ]);
    expect(page.words.match(/Promise 3: /g)).toHaveLength(1);
    expect(page.words).toContain('Error: The window must not close before it opens');
  });

  it('saves two promises, each with dates of its own', async () => {
    const second = {
      'promise-2-quote': 'by summer',
      'promise-2-kind': 'within',
      'promise-2-within-latest': '6',
      'promise-2-within-unit': 'week',
    };
    const page = await form.save(path, { ...responseForm, promises: '2', ...second, do: 'save' });
    expect(page.words).toContain(
      'Promise 1: from Saturday 20 March 2021 to Thursday 20 May 2021 Promise 2: by Friday 1 January 2021',
    );
    expect(page.words).toContain('Last day Thursday 20 May 2021');
    expect(page.words).toContain('Last day Friday 1 January 2021');
    expect(page.words).toContain('Record that the promise was kept: promise 2');
  });

  it('is refused as a conflict once a response has been recorded, on the form and on sending it', async () => {
    await form.save(path, { ...responseForm, do: 'save' });
    for (const page of [await form.get(path), await form.post(path, { ...responseForm, do: 'save' })]) {
      expect(page.status).toBe(409);
      expect(page.heading).toBe('A response to this recommendation has already been recorded');
    }
  });
});

const period = (fromDay: string, fromMonth: string, toDay: string, toMonth: string) => ({
  'promise-3-in-period-opensOn-day': fromDay,
  'promise-3-in-period-opensOn-month': fromMonth,
  'promise-3-in-period-opensOn-year': '2021',
  'promise-3-in-period-dueOn-day': toDay,
  'promise-3-in-period-dueOn-month': toMonth,
  'promise-3-in-period-dueOn-year': '2021',
});

describe('a response whose promises nobody has named yet', () => {
  const asked = {
    ...responseForm,
    text: 'We accept it. It will be added to a tracker. We will report progress back in 4-6mths.',
    'promise-1-quote': '',
    'promise-1-kind': '',
  };

  it('is looked through, and what has a date is filled in to be checked; nothing is saved', async () => {
    const page = await form.post(path, asked);
    expect(page.heading).toBe('Record the response');
    expect(page.words).toContain(
      'A promise was found in the response It is filled in below and only a suggestion: check it',
    );
    expect(page.words).toContain('Read as: From 4 months to 6 months after the response.');
    expect(page.fields).toMatchObject({
      'promise-1-quote': 'We will report progress back in 4-6mths.',
      'promise-1-kind': 'between',
      'promise-1-between-earliest': '4',
      'promise-1-between-latest': '6',
      'promise-1-between-unit': 'month',
    });
    expect(await answered()).toBe(false);
  });

  it('goes on to the check with what was filled in', async () => {
    const { fields } = await form.post(path, asked);
    const check = await form.post(path, fields);
    expect(check.heading).toBe('Check before saving');
    expect(check.words).toContain('Last day Thursday 20 May 2021');
  });

  it('offers what else it says, and adds it when asked', async () => {
    const found = await form.post(path, asked);
    expect(found.words).toContain('“It will be added to a tracker.” It is promised with no date.');
    // It stands before the button that goes on, and the Enter key still goes on.
    expect(found.words.indexOf('What else the response says')).toBeLessThan(
      found.words.lastIndexOf('Continue'),
    );
    const [first] = found.elements.filter(
      ({ tag, attributes }) => tag === 'button' && attributes.name === 'do',
    );
    expect(first?.attributes.value).toBe('check');
    const taken = await form.post(path, { ...found.fields, do: `take:${asked.text.indexOf('It will')}` });
    expect(taken.fields).toMatchObject({
      promises: '2',
      'promise-1-kind': 'between',
      'promise-2-quote': 'It will be added to a tracker.',
      'promise-2-kind': 'none',
    });
  });

  it('is not looked through again once the person says that it promises nothing', async () => {
    const { fields } = await form.post(path, asked);
    const emptied = { ...fields, 'promise-1-quote': '', 'promise-1-kind': 'nothing' };
    const check = await form.post(path, emptied);
    expect(check.heading).toBe('Check before saving');
    const again = await form.post(path, { ...check.fields, do: 'change' });
    expect((await form.post(path, { ...again.fields, do: 'check' })).heading).toBe('Check before saving');
  });

  it('is not looked through where it does not accept the recommendation', async () => {
    const refusing = { ...asked, acceptance: 'not-accepted', reasons: 'It is done already.' };
    expect((await form.post(path, refusing)).heading).toBe('Check before saving');
  });

  it('fills in what has no date where nothing has one', async () => {
    const page = await form.post(path, { ...asked, text: 'It will be added to a tracker.' });
    expect(page.fields).toMatchObject({
      'promise-1-quote': 'It will be added to a tracker.',
      'promise-1-kind': 'none',
    });
  });

  it('goes straight to the check where nothing seems to be promised', async () => {
    expect((await form.post(path, { ...asked, text: 'We accept it.' })).heading).toBe('Check before saving');
  });

  it('is not looked through where it is longer than a response can be', async () => {
    const tooLong = { ...asked, text: 'We will report back within 3 months. '.repeat(600), looked: 'yes' };
    const page = await form.post(path, tooLong);
    expect(page.status).toBe(422);
    expect(page.words).not.toContain('What else the response says');
  });
});
