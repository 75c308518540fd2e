import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { casePath, recommendationPath, recordEssex, responseForm } from '../../../support/essex-forms.ts';
import { type Answer, openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  form = openStaffForm(await tables.newTable(), '2020-11-02');
  await recordEssex(form);
});

const path = `${recommendationPath}/amend`;
const api = async (at: string, body: object) => {
  const reply = await form.request(`/api/v1${at}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: await reply.json() };
};

describe('amending the words of a recommendation', () => {
  it('begins with the words there are, saves the others, and tells both in the history', async () => {
    expect((await form.get(recommendationPath)).words).toContain('Amend the words');
    const page = await form.get(path);
    expect(page.fields).toEqual({ text: 'Essex Police should review its training.', why: '' });
    const saved = await form.save(path, {
      ...page.fields,
      text: 'Essex Police should review all training.',
      why: 'A word was wrong',
    });
    expect(saved.words).toContain('Words amended');
    expect(saved.words).toContain('What was recommended Essex Police should review all training.');
    expect(saved.words).toContain('Words amended: A word was wrong');
    expect((await form.get(`${recommendationPath}/history`)).words).toContain(
      'text Before: Essex Police should review its training. After: Essex Police should review all training.',
    );
  });

  it('asks for the words of the response once there are some', async () => {
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
    const { fields } = await form.get(path);
    expect(fields.responseText).toBe('We accept the recommendation in full.');
    const saved = await form.save(path, { ...fields, responseText: 'We accept it.', why: 'Copied wrongly' });
    expect(saved.words).toContain('In its own words We accept it.');
    expect(saved.words).toContain('Last day Thursday 20 May 2021');
  });

  it.each([
    ['no reason', { text: 'Other words.', why: ' ' }, 'Enter why it is amended', '#why'],
    ['no words', { text: '', why: 'A slip' }, 'Enter the text of the recommendation', '#text'],
    [
      'the words there are',
      { why: 'A slip' },
      'Nothing differs from what is recorded: change the words, or leave this page',
      undefined,
    ],
  ])('refuses %s and keeps what was typed', async (_, typed, message, href) => {
    const filled = { text: 'Essex Police should review its training.', ...typed };
    const page = await form.post(path, filled);
    expect([page.status, page.problems]).toEqual([422, [{ message, href }]]);
    expect(page.fields.text).toBe(filled.text);
  });

  it('is not offered for what was withdrawn', async () => {
    await form.save(`${recommendationPath}/withdraw`, { why: 'Made by mistake' });
    expect((await form.get(recommendationPath)).words).not.toContain('Amend the words');
    expect((await form.get(path)).status).toBe(409);
  });

  it('is there in the API', async () => {
    const at = path;
    expect(await api(at, { text: 'Other words.', why: 'A slip' })).toMatchObject({
      status: 200,
      body: { text: 'Other words.' },
    });
    expect((await api(at, { text: 'Other words.', why: 'A slip' })).status).toBe(422);
    expect((await api(at, { text: 'More words.' })).status).toBe(422);
    expect(await api(at, { responseText: 'Yes.', why: 'A slip' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'responseText' }] },
    });
  });
});

describe('amending a case', () => {
  const amend = `${casePath}/amend`;

  it('begins with what there is, and is called by the new reference from then on', async () => {
    const page = await form.get(amend);
    expect(page.fields).toEqual({
      reference: '2019/127918',
      title: 'Police response to a domestic incident',
      summary: 'Essex Police received a series of abandoned 999 calls.',
      why: '',
    });
    const saved = await form.save(amend, { ...page.fields, reference: '2019/127981', why: 'Digits swapped' });
    expect(saved.words).toContain('Case amended No date has changed.');
    expect(saved.words).toContain('Reference 2019/127981');
    expect((await form.get(`${recommendationPath}/response`)).words).toContain(
      '2019/127981 recommendation 1',
    );
    expect((await form.get(`${casePath}/history`)).words).toContain(
      'Case amended Why: Digits swapped Case, reference Before: 2019/127918 After: 2019/127981',
    );
  });

  it('is not overwritten unseen by whoever had the form open at the same time', async () => {
    const seenIn = ({ elements }: Answer) =>
      elements.find(({ attributes }) => attributes.name === 'seen')!.attributes.value!;
    const second = await form.get(amend);
    await form.save(amend, { ...second.fields, title: 'Response to a call', why: 'Plainer' });
    const typed = { ...second.fields, reference: '2019/127981', why: 'Digits swapped', seen: seenIn(second) };
    const page = await form.post(amend, typed);
    expect([page.status, page.problems[0]?.message]).toEqual([409, 'This was changed while you were at it']);
    expect(page.words).toContain('What is there now Reference 2019/127918 Title Response to a call');
    expect(page.fields).toMatchObject({ reference: '2019/127981', why: 'Digits swapped' });
    const saved = await form.save(amend, {
      ...page.fields,
      title: 'Response to a call',
      seen: seenIn(page),
    });
    expect(saved.words).toContain('Reference 2019/127981');
    expect(saved.words).toContain('Response to a call');
  });

  it.each([
    ['no title', { title: '' }, 'Enter the title', '#title'],
    ['no words in a summary that had some', { summary: ' ' }, 'Enter the summary', '#summary'],
    ['no reason', { title: 'Other', why: '' }, 'Enter why it is amended', '#why'],
    [
      'a reference without letters or numbers',
      { reference: '//' },
      'The reference must contain letters or numbers, like 2019/127918',
      '#reference',
    ],
  ])('refuses %s and keeps what was typed', async (_, wrong, message, href) => {
    const typed: Record<string, string> = {
      ...(await form.get(amend)).fields,
      why: 'A slip',
      ...wrong,
    };
    const page = await form.post(amend, typed);
    expect([page.status, page.problems]).toEqual([422, [{ message, href }]]);
    expect(page.fields.reference).toBe(typed.reference);
  });

  it('is there in the API', async () => {
    expect(await api(amend, { title: 'Response to a call', why: 'A slip' })).toMatchObject({
      status: 200,
      body: { title: 'Response to a call', reference: '2019/127918' },
    });
    expect((await api(amend, { title: 'Response to a call', why: 'A slip' })).status).toBe(422);
    expect((await api('/cases/unknown/amend', { title: 'Other', why: 'A slip' })).status).toBe(404);
  });
});
