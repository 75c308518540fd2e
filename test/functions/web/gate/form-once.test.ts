import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listBoards, listContacts } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import {
  caseForm,
  casePath,
  contactForm,
  recommendationForm,
  recommendationPath,
  recordEssex,
  responseForm,
  updateForm,
} from '../../../support/essex-forms.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { failTransactionsAfter, loseAnswers } from '../../../support/lost-answers.ts';
import { board, contacts } from '../../../support/recorded.ts';
import { sampleCells, sampleList } from '../../../support/sample-list.ts';
import { sampleContact } from '../../../support/sample-records.ts';
import { openStaffForm, origin, type StaffForm } from '../../../support/staff-form.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  form = openStaffForm(table, '2020-11-02');
  await contacts(table, sampleContact('anna'));
  await board(table, 'learning', { name: 'Learning the Lessons board' });
  await recordEssex(form);
});

const whenItIsAnswered = async () => form.moveTo('2020-11-24');
const answered = async () => {
  form.moveTo('2021-02-22');
  await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
};
const nothing = async () => {};
const dayOf = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

/** A form, what there must be before it, and how many entries of the histories it leaves. */
type Sent = [string, () => Promise<void>, string, Record<string, string>, number?];
const sent: Sent[] = [
  ['Add a contact', nothing, '/contacts', { ...contactForm, name: 'Sam Okoye', email: 'sam@essex.example' }],
  ['Record a case', nothing, '/cases', { ...caseForm, reference: '2020/5' }],
  ['Add a recommendation', nothing, `${casePath}/recommendations`, recommendationForm],
  [
    'Record the response',
    whenItIsAnswered,
    `${recommendationPath}/response`,
    { ...responseForm, do: 'save' },
  ],
  [
    'Record that the promise was kept',
    answered,
    `${recommendationPath}/promises/1/update`,
    { ...updateForm, do: 'save' },
  ],
  ['Add evidence', nothing, `${recommendationPath}/evidence/new`, { kind: 'text', text: 'Seen on site.' }],
  ['Link it', nothing, `${recommendationPath}/link`, { kind: 'risk', ref: '1606' }],
  ['Change the owner', nothing, `${recommendationPath}/owner`, { ownerId: 'anna', reason: '' }],
  ['Remind the owner', nothing, `${recommendationPath}/dates/response-1/nudge`, { do: 'send', note: '' }],
  ['Withdraw it', nothing, `${recommendationPath}/withdraw`, { why: 'Made by mistake.' }],
  [
    'Amend the case',
    nothing,
    `${casePath}/amend`,
    { ...caseForm, title: 'Another title', why: 'Misread', seen: '1' },
  ],
  ['Add a board', nothing, '/boards', { name: 'Custody board', chairId: '' }],
  ['Add a meeting', nothing, '/boards/learning/meetings', dayOf('on', '3', '12', '2020')],
  [
    'Record that somebody left',
    nothing,
    '/contacts/anna/departure',
    { successorId: '', reason: 'Moved', do: 'save' },
  ],
  [
    'Choose who gets mail',
    nothing,
    '/settings/sending/change',
    { mode: 'nobody', version: '0', why: 'Trial', do: 'save' },
  ],
];

const post = (path: string, fields: Record<string, string>, at: StaffForm = form) =>
  at.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } });
const leads = (answer: Response) => [answer.status, answer.headers.get('location')];
const records = async (kind: string) =>
  (await wholeTable(table)).filter((item) => JSON.parse(item).record === kind).length;

describe('a form that is sent twice', () => {
  test.each(sent)(
    'does once what it does, and leads to the same page: %s',
    async (_, begin, path, fields) => {
      await begin();
      const one = { ...fields, ...form.proof() };
      const first = await post(path, one);
      expect(first.status).toBe(303);
      const after = await wholeTable(table);
      expect(leads(await post(path, one))).toEqual(leads(first));
      expect(await wholeTable(table)).toEqual(after);
    },
  );

  test.each(sent)('in the same moment, five times over: %s', async (_, begin, path, fields, entries = 1) => {
    await begin();
    const events = await records('event');
    const one = { ...fields, ...form.proof() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(path, one)));
    expect(answers.map(leads)).toEqual(answers.map(() => [303, leads(answers[0]!)[1]]));
    expect(await records('event')).toBe(events + entries);
  });

  test('sends a list once', async () => {
    const proof = form.proof();
    const send = () => {
      const body = new FormData();
      for (const [name, value] of Object.entries(proof)) body.set(name, value);
      body.set('file', new File([sampleList(sampleCells({ reference: '2021/1' }))], 'list.csv'));
      return form.request('/lists', { method: 'POST', body, headers: { origin } });
    };
    const answers = await Promise.all([send(), send()]);
    expect(leads(answers[0]!)[1]).toMatch(/^\/lists\//);
    expect(leads(answers[1]!)).toEqual(leads(answers[0]!));
    expect(leads(await send())).toEqual(leads(answers[0]!));
    expect(await records('list')).toBe(1);
  });

  test('changes several once, and tells the same again', async () => {
    const checked = await form.post('/recommendations/change', {
      step: 'fill',
      of: '2019-127918/1',
      change: 'owner',
      ownerId: 'anna',
      reason: '',
    });
    const one = { ...checked.fields, do: 'save', ...form.proof() };
    const first = await form.post('/recommendations/change', one);
    expect(first.words).toContain('1 recommendation');
    const after = await wholeTable(table);
    expect((await form.post('/recommendations/change', one)).words).toBe(first.words);
    expect(await wholeTable(table)).toEqual(after);
  });
});

describe('a form that was broken off', () => {
  const another = { ...contactForm, name: 'Sam Okoye', email: 'sam@essex.example' };
  const peopleNamed = async (name: string) =>
    (await listContacts(table)).filter((each) => each.name === name);

  test('before its move has done nothing, and does it when it is sent again', async () => {
    const one = { ...another, ...form.proof() };
    const mend = failTransactionsAfter(table, 0);
    expect((await form.post('/contacts', one)).status).toBe(500);
    mend();
    expect(leads(await post('/contacts', one))).toEqual([303, '/contacts?saved=contact']);
    expect(await peopleNamed('Sam Okoye')).toHaveLength(1);
  });

  test('between its move and its answer does nothing again, and leads to what it was about', async () => {
    const one = { ...another, ...form.proof() };
    loseAnswers(table);
    await form.post('/contacts', one);
    const [sam] = await peopleNamed('Sam Okoye');
    expect(leads(await post('/contacts', one))).toEqual([303, `/contacts/${sam!.id}`]);
    expect(await peopleNamed('Sam Okoye')).toHaveLength(1);
  });

  test('half-way through several does the rest when it is sent again', async () => {
    await form.save(`${casePath}/recommendations`, recommendationForm);
    const checked = await form.post('/recommendations/change', {
      step: 'fill',
      of: '2019-127918/1 2019-127918/2',
      change: 'owner',
      ownerId: 'anna',
      reason: '',
    });
    const one = { ...checked.fields, do: 'save', ...form.proof() };
    const mend = failTransactionsAfter(table, 1);
    const broken = await form.post('/recommendations/change', one);
    expect(broken.words).toContain('1 recommendation not changed');
    mend();
    const events = await records('event');
    const whole = await form.post('/recommendations/change', one);
    expect(whole.words).toContain('2 recommendations');
    expect(whole.words).not.toContain('not changed');
    expect(await records('event')).toBe(events + 1);
  });
});

describe('what is no repetition', () => {
  test('a form that was refused, sent again with what was wrong put right, or as it was once the reason is gone', async () => {
    const proof = form.proof();
    const refused = await form.post('/contacts', { ...contactForm, name: '', ...proof });
    expect(refused.status).toBe(422);
    expect(leads(await post('/contacts', { ...contactForm, ...proof }))).toEqual([
      303,
      '/contacts?saved=contact',
    ]);
  });

  test('the same page with other words in it, as when somebody goes back and enters the next', async () => {
    const proof = form.proof();
    await post('/boards', { name: 'Custody board', chairId: '', ...proof });
    await post('/boards', { name: 'Firearms board', chairId: '', ...proof });
    expect((await listBoards(table)).map(({ name }) => name)).toEqual([
      'Custody board',
      'Firearms board',
      'Learning the Lessons board',
    ]);
  });

  test('the same words in a form that was opened anew, or by somebody else', async () => {
    const once = form.proof();
    const other = openStaffForm(
      table,
      '2020-11-02',
      undefined,
      undefined,
      undefined,
      sampleStaff({ sessionId: 'other' }),
    );
    const events = await records('event');
    await post(`${casePath}/recommendations`, { ...recommendationForm, ...once });
    await post(`${casePath}/recommendations`, { ...recommendationForm, ...form.proof() });
    await post(`${casePath}/recommendations`, { ...recommendationForm, ...once }, other);
    expect(await records('event')).toBe(events + 3);
  });
});

describe('the token of a form', () => {
  const proved = () => ({ ...contactForm, ...form.proof() });
  const without = (name: string) => {
    const { [name as 'token']: _, ...rest } = proved() as Record<string, string>;
    return rest;
  };

  test.each([
    ['missing', () => without('token')],
    ['empty', () => ({ ...proved(), token: '' })],
    ['that of another session', () => ({ ...proved(), token: 'another-token' })],
    ['longer than it is', () => ({ ...proved(), token: 'sample-token2' })],
    ['of a form without a showing', () => without('once')],
    ['of a form with a showing that nobody made', () => ({ ...proved(), once: 'x#y' })],
  ])('is no good when it is %s, and nothing is done', async (_, made) => {
    const before = await wholeTable(table);
    const page = await form.post('/contacts', { token: '', once: '', ...made() });
    expect([page.status, page.heading]).toEqual([403, 'This form is no longer good: open it again']);
    expect(await wholeTable(table)).toEqual(before);
  });

  test('is in the form that comes back when two were at it, together with a showing of its own', async () => {
    const opened = await form.get(`${recommendationPath}/withdraw`);
    const seen = opened.elements.find(({ attributes }) => attributes.name === 'seen')!.attributes.value!;
    await form.save(`${recommendationPath}/owner`, { ownerId: 'anna', reason: '' });
    const one = { why: 'Made by mistake.', seen, ...form.proof() };
    const both = await form.post(`${recommendationPath}/withdraw`, one);
    expect(both.status).toBe(409);
    expect(both.words).not.toContain(one.once);
    expect(both.words).not.toContain(one.token);
    const fields = both.elements.filter(({ attributes }) => attributes.name === 'once');
    expect(fields).toHaveLength(1);
    expect(fields[0]!.attributes.value).not.toBe(one.once);
  });
});
