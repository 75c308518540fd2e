import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { access } from '../../../../functions/web/gate/access.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { caseForm, casePath } from '../../../support/essex-forms.ts';
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

describe('recording a case', () => {
  it('saves it, shows it in words and says what to do next', async () => {
    const page = await form.save('/cases', caseForm);
    expect(page.heading).toBe('Police response to a domestic incident');
    expect(page.words).toContain('Case recorded');
    expect(page.words).toContain('Add its recommendations next');
    expect(page.words).toContain('Tuesday 29 September 2020');
    expect(page.words).toContain('Tuesday 24 November 2020');
    expect(page.words).toContain('Paragraph 28A recommendation');
    expect(page.words).toContain('Domestic abuse, Welfare and vulnerable people');
    expect(page.words).toContain('The whole page');
    expect((await form.get('/cases')).words).toContain('2019/127918');
  });

  it('says once only that it was saved, and says nothing that an address made up', async () => {
    await form.save('/cases', caseForm);
    expect((await form.get(casePath)).words).not.toContain('Success');
    const made = await form.get(`${casePath}?saved=Everything+is+deleted`);
    expect(made.words).not.toMatch(/Success|deleted/);
    expect((await form.get(`${casePath}?saved=__proto__`)).words).not.toContain('Success');
  });

  it('starts with the force’s own name as the body, to be changed', async () => {
    expect((await form.get('/cases/new')).fields.body).toBe('Essex Police');
  });

  it('lists everything that is missing in the order of the page, each linked to its field', async () => {
    const page = await form.post('/cases', {});
    expect(page.status).toBe(422);
    expect(page.title).toBe('Error: Record a case - Recommendation Tracker');
    expect(page.problems).toEqual([
      { message: 'Enter the reference', href: '#reference' },
      { message: 'Enter the title', href: '#title' },
      { message: 'Choose where the learning comes from', href: '#source' },
      { message: 'Choose what the recommendations were made under', href: '#legalBasis' },
      { message: 'Enter the body the case is addressed to', href: '#body' },
      { message: 'Enter the date the recommendations were made', href: '#madeOn-day' },
    ]);
  });

  it('keeps what was typed, wrong or not', async () => {
    const typed = { ...caseForm, 'madeOn-month': '13', 'madeOn-year': '' };
    const page = await form.post('/cases', typed);
    expect(page.status).toBe(422);
    const kept = { ...typed, topics: 'Domestic abuse Welfare and vulnerable people' };
    expect(page.fields).toEqual(kept);
  });

  it.each([
    [
      'a year left out',
      { 'madeOn-year': '' },
      'The date the recommendations were made must include a year',
      '#madeOn-year',
    ],
    ['a year of two figures', { 'madeOn-year': '20' }, 'Year must include 4 numbers', '#madeOn-year'],
    [
      'a day that is not',
      { 'madeOn-day': '31' },
      'The date the recommendations were made must be a real date',
      '#madeOn-day',
    ],
    [
      'half a published date',
      { 'publishedDueOn-day': '' },
      'The published response date must include a day',
      '#publishedDueOn-day',
    ],
    [
      'a day to come',
      { 'madeOn-day': '3', 'madeOn-month': '11' },
      'The day the recommendations were made must be today or in the past',
      '#madeOn-day',
    ],
    [
      'a published date before it',
      { 'publishedDueOn-month': '8' },
      'The published response date must be on or after the day the recommendations were made',
      '#publishedDueOn-day',
    ],
    [
      'an address that runs a script',
      { link: 'javascript:alert(1)' },
      'The link must be a web address that starts with https://',
      '#link',
    ],
    [
      'a reference of signs alone',
      { reference: '///' },
      'The reference must contain letters or numbers, like 2019/127918',
      '#reference',
    ],
    [
      'a control character',
      { title: 'Searches\u0007' },
      'Retype the title without the characters that cannot be shown',
      '#title',
    ],
    [
      'a summary of 400 KB',
      { summary: 'x'.repeat(400_000) },
      'The summary must be 20,000 characters or fewer',
      '#summary',
    ],
    [
      'a topic that is too long',
      { topics: `fine\n${'x'.repeat(201)}` },
      'A topic must be 200 characters or fewer',
      '#topics',
    ],
  ])('refuses %s and says so at the field', async (_, wrong, message, href) => {
    const page = await form.post('/cases', { ...caseForm, ...wrong });
    expect(page.status).toBe(422);
    expect(page.problems).toEqual([{ message, href }]);
    expect(page.elements.some(({ attributes }) => `#${attributes.id}` === href)).toBe(true);
    const [name, typed] = Object.entries(wrong)[0]!;
    expect(page.fields[name]?.replace(/\s+/g, ' ')).toBe(typed.replace(/\s+/g, ' '));
  });

  it('accepts a case made today, and one without a published date', async () => {
    const today = { 'madeOn-day': '2', 'madeOn-month': '11' };
    const none = { 'publishedDueOn-day': '', 'publishedDueOn-month': '', 'publishedDueOn-year': '' };
    const page = await form.save('/cases', { ...caseForm, ...today, ...none });
    expect(page.words).toContain('Monday 2 November 2020');
    expect(page.words).not.toContain('as published');
  });

  it('refuses the same reference twice, as a conflict', async () => {
    await form.save('/cases', caseForm);
    const again = await form.post('/cases', { ...caseForm, title: 'Another title' });
    expect(again.status).toBe(409);
    expect(again.problems).toEqual([
      { message: 'A case with the reference 2019/127918 has already been recorded', href: '#reference' },
    ]);
    expect(again.fields.title).toBe('Another title');
  });
});

describe('a case that was recorded can be opened', () => {
  it('also where its address is as long as one can be', async () => {
    const reference = `${'㎏'.repeat(29)}ab`;
    const { heading } = await form.save('/cases', { ...caseForm, reference });
    expect(heading).toBe('Police response to a domestic incident');
    expect((await form.get(`/cases/${'kg'.repeat(29)}ab`)).status).toBe(200);
  });

  const ofForms = Object.keys(access).flatMap((line) => /^GET \/cases\/([a-z-]+)$/.exec(line)?.[1] ?? []);

  it.each(ofForms)('and so none is called “%s”, where a form stands', async (reference) => {
    const { status, problems } = await form.post('/cases', { ...caseForm, reference });
    expect([status, problems[0]?.href]).toEqual([422, '#reference']);
    expect(problems[0]?.message).toContain('is the address of a form here');
  });

  it('and there are forms at such addresses', () => {
    expect(ofForms.sort()).toEqual(['new', 'paste']);
  });
});

describe('the list of cases', () => {
  it('says when there is none', async () => {
    expect((await form.get('/cases')).words).toContain('No case has been recorded yet.');
  });

  it('goes on to a second page after fifty, and back to the beginning', async () => {
    for (let number = 1; number <= 51; number++)
      await form.save('/cases', { ...caseForm, reference: `2020/${number}` });
    const first = await form.get('/cases');
    const link = first.elements.find(({ attributes }) => attributes.rel === 'next');
    const second = await form.get(link!.attributes.href!);
    expect(first.words.match(/2020\/\d+/g)).toHaveLength(50);
    expect(second.words.match(/2020\/\d+/g)).toHaveLength(1);
    expect(second.words).toContain('From the beginning');
  });

  it('opens at the beginning with a cursor that is not one', async () => {
    await form.save('/cases', caseForm);
    for (const cursor of ['zzz', 'W10', Buffer.from('{"pk":"x","sk":"y"}').toString('base64url')])
      expect((await form.get(`/cases?cursor=${cursor}`)).words).toContain('2019/127918');
  });
});
