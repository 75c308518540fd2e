import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { raise } from '../../../../shared/domain/exception.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import {
  casePath,
  recommendationForm,
  recommendationPath,
  recordEssex,
} from '../../../support/essex-forms.ts';
import { contacts, put } from '../../../support/recorded.ts';
import {
  sampleCase,
  sampleContact,
  sampleDeadline,
  sampleLine,
  sampleMail,
  sampleRecommendation,
} from '../../../support/sample-records.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

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
  await recordEssex(form);
});

const kim = sampleContact('kim', { delivery: 'bounced' });
const bounced = raise('bounced', { contactId: 'kim' }, '2020-11-01T23:30:00.000Z');
const unsure = raise('needs-human', { mailId: 'mail-1', contactId: 'kim' }, '2020-11-03T06:10:00.000Z');
const clearing = (id: string) => `/exceptions/${id}/clear`;
const hrefs = async (path: string) =>
  (await form.get(path)).elements
    .map(({ attributes }) => attributes.href)
    .filter((href) => href !== undefined);
const api = (path: string, body?: object) =>
  form.request(`/api/v1${path}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json' },
  });

describe('the exceptions on the first page', () => {
  it('are not there where there are none', async () => {
    expect((await form.get('/')).words).not.toContain('Exception');
  });

  it('hold a recommendation that nobody owns whatever its date, with the way to give it an owner', async () => {
    await form.save(`${casePath}/recommendations`, recommendationForm);
    const { words } = await form.get('/');
    expect(words).toContain('1 Exception');
    expect(words).not.toContain('Nothing needs attention');
    expect(words).toContain(
      'Nobody owns this recommendation, so nobody is reminded Choose somebody who answers for it. 2019/127918 recommendation 2 2 November 2020 Choose an owner for 2019/127918 recommendation 2',
    );
    expect(await hrefs('/')).toContain(`${casePath}/recommendations/2/owner`);
  });

  it('stand with the oldest first, below what is due and counted above it, each with what it is about and since when in London', async () => {
    await contacts(table, kim);
    await put(table, 'exception', unsure);
    await put(table, 'exception', bounced);
    form.moveTo('2020-11-16');
    const { words, elements } = await form.get('/');
    const captions = elements
      .filter(({ tag }) => tag === 'caption')
      .map(({ children }) => children.join(' '));
    expect(words).toContain('1 Response due soon 2 Exceptions');
    expect(captions).toEqual(['Response due soon (1)', 'Exceptions (2)']);
    expect(words).toContain('Kim Reed, Head of custody 1 November 2020 See to the address for Kim Reed');
    expect(words).toContain('Mail to Kim Reed, Head of custody 3 November 2020 Clear for Mail to Kim');
    expect(words.indexOf(' 1 November')).toBeLessThan(words.indexOf(' 3 November'));
    expect(await hrefs('/')).toEqual(expect.arrayContaining(['/mails/mail-1', clearing(bounced.id)]));
  });
});

describe('many exceptions of one kind', () => {
  const ownerless = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        put(
          table,
          'exception',
          raise(
            'no-owner',
            { caseId: '2019-127918', number: index + 1 },
            `2020-11-01T06:10:00.${100 + index}Z`,
          ),
        ),
      ),
    );
  const all = '/exceptions?kind=no-owner';
  const rowsOf = async (path: string) =>
    (await hrefs(path)).filter((href) => href.endsWith('/owner')).map((href) => href.split('/').at(-2));

  it('stand on the first page as five and the way to the rest, behind which another kind still stands', async () => {
    await contacts(table, kim);
    await ownerless(74);
    await put(table, 'exception', unsure);
    const { words } = await form.get('/');
    expect(words).toContain('75 Exceptions');
    expect(words).toContain('Exceptions (75)');
    expect(words).toContain('And 69 more: Nobody owns this recommendation, so nobody is reminded');
    expect(words).toContain('Clear for Mail to Kim');
    expect(await rowsOf('/')).toEqual(['1', '2', '3', '4', '5']);
    expect(await hrefs('/')).toContain(all);
  });

  it('stand on the first page without a way to the rest where they are five', async () => {
    await ownerless(5);
    expect(await rowsOf('/')).toHaveLength(5);
    expect(await hrefs('/')).not.toContain(all);
  });

  it('have pages of their own, fifty on each', async () => {
    await contacts(table, kim);
    await ownerless(74);
    await put(table, 'exception', unsure);
    const first = await form.get(all);
    expect(first.heading).toBe('Exceptions');
    expect(first.words).toContain('Nobody owns this recommendation, so nobody is reminded: 1 to 50 of 74');
    expect(first.words).not.toContain('Mail to Kim');
    expect(await rowsOf(all)).toEqual(Array.from({ length: 50 }, (_, index) => `${index + 1}`));
    expect(await hrefs(all)).toContain(`${all}&page=2`);
    expect(await rowsOf(`${all}&page=2`)).toEqual(Array.from({ length: 24 }, (_, index) => `${index + 51}`));
    expect(await hrefs(`${all}&page=2`)).not.toContain(`${all}&page=3`);
    expect(await hrefs(`${all}&page=2`)).toContain(`${all}&page=1`);
  });

  it('that fit on one page have no other', async () => {
    await ownerless(50);
    expect(await rowsOf(all)).toHaveLength(50);
    expect(await hrefs(all)).not.toContain(`${all}&page=2`);
    // Where some were cleared since, the last page there is stands in for one that is gone.
    expect(await rowsOf(`${all}&page=2`)).toHaveLength(50);
    for (const strange of ['0', '-1', 'x', '1e9'])
      expect(await rowsOf(`${all}&page=${strange}`)).toHaveLength(50);
  });

  it('say so where none is left, and a kind that there is not has no page', async () => {
    expect((await form.get(all)).words).toContain('There are none.');
    for (const wrong of ['/exceptions?kind=toString', '/exceptions'])
      expect((await form.get(wrong)).status).toBe(404);
  });
});

describe('an exception about a mail', () => {
  it('names it by what people know of it, on the first page and where it is cleared', async () => {
    await contacts(table, kim);
    await put(table, 'exception', unsure);
    const subject = '2019/127918 recommendation 1: response due tomorrow';
    const line = sampleLine(sampleDeadline(sampleRecommendation(sampleCase()), sampleCase()));
    const sent = { recipientId: 'kim', subject, state: 'NEEDS_HUMAN' as const };
    await put(
      table,
      'mail',
      sampleMail('mail-1', [line], { ...sent, claimedAt: '2020-11-02T06:11:00.000Z' }),
    );
    const words = `Mail of Monday 2 November 2020 to Kim Reed, Head of custody: “${subject}”`;
    expect((await form.get('/')).words).toContain(words);
    expect((await form.get(clearing(unsure.id))).words).toContain(words);
    expect(await hrefs(clearing(unsure.id))).toContain('/mails/mail-1');
  });
});

describe('clearing one', () => {
  beforeEach(async () => {
    await contacts(table, kim);
    await put(table, 'exception', bounced);
    await put(table, 'exception', unsure);
  });

  it('about an address asks whether it works again, and mail goes there from then on', async () => {
    const page = await form.get(clearing(bounced.id));
    expect(page.words).toContain('The address works again');
    const after = await form.save(clearing(bounced.id), { reason: 'The mailbox was full' });
    expect(after.words).toContain('Exception cleared');
    expect(after.words).toContain('Exceptions (1)');
    expect((await form.get('/contacts')).words).toContain(
      'Kim Reed Head of custody kim@force.example None Yes',
    );
  });

  it('about a mail says that it has been seen to', async () => {
    const page = await form.get(clearing(unsure.id));
    expect(page.words).toContain('Nobody knows whether this mail was sent');
    expect(page.words).not.toContain('The address works again');
    expect((await form.save(clearing(unsure.id), {})).words).toContain('Exceptions (1)');
  });

  it('about the record of reminders says what was found, and leads to the recommendation', async () => {
    const differs = raise(
      'ledger-differs',
      { caseId: '2019-127918', number: 1, detail: 'response-1 is settled past -28' },
      '2020-11-02T07:30:00.000Z',
    );
    await put(table, 'exception', differs);
    expect((await form.get('/')).words).toContain(
      'The record of reminders does not agree with what should have been sent Look at its reminders',
    );
    const page = await form.get(clearing(differs.id));
    expect(page.words).toContain('What was found response-1 is settled past -28');
    expect(await hrefs(clearing(differs.id))).toContain(recommendationPath);
    expect((await form.save(clearing(differs.id), {})).words).toContain('Exception cleared');
    expect((await form.get('/')).words).not.toContain('The record of reminders');
  });

  it.each([
    ['twice', clearing(unsure.id), 409, 'This exception has already been cleared'],
    ['that is not there', clearing('nothing'), 404, 'There is no such exception'],
    ['of a strange name', clearing('a%20b%00'), 404, 'There is no such exception'],
  ])('%s is refused', async (_, path, status, heading) => {
    await form.save(clearing(unsure.id), {});
    for (const page of [await form.get(path), await form.post(path, {})]) {
      expect(page.status).toBe(status);
      expect(page.heading).toBe(heading);
    }
  });

  it('with a reason of two lines is refused at that box, and what was typed is kept', async () => {
    const page = await form.post(clearing(unsure.id), { reason: 'a\nb' });
    expect(page.status).toBe(422);
    expect(page.problems).toEqual([{ message: 'The reason must be on one line', href: '#reason' }]);
  });

  it('that wants an owner is refused with the way to choose one', async () => {
    await form.save(`${casePath}/recommendations`, recommendationForm);
    const id = 'no-owner-2019-127918.2';
    const page = await form.post(clearing(id), {});
    expect(page.status).toBe(422);
    expect(page.problems).toEqual([
      { message: 'Choose an owner for the recommendation: that clears this', href: undefined },
    ]);
  });

  it('is done through the API as well', async () => {
    const list = await api('/exceptions');
    expect(await list.json()).toMatchObject({ items: [{ id: bounced.id }, { id: unsure.id }] });
    const cleared = await api(clearing(bounced.id), { reason: 'Works' });
    expect(cleared.status).toBe(200);
    expect(await cleared.json()).toMatchObject({ id: bounced.id, clearedBy: 'Liaison staff', version: 2 });
    expect((await api(clearing(bounced.id), {})).status).toBe(409);
    expect(await (await api('/exceptions')).json()).toMatchObject({ items: [{ id: unsure.id }] });
  });
});

describe('choosing an owner', () => {
  const path = `${casePath}/recommendations/2/owner`;
  beforeEach(async () => {
    await contacts(table, sampleContact('anna'), sampleContact('lee', { status: 'departed' }), kim);
    await form.save(`${casePath}/recommendations`, recommendationForm);
  });

  it('says who is written to and when, and clears the exception', async () => {
    expect((await form.get(`${casePath}/recommendations/2`)).words).toContain('Choose an owner');
    const page = await form.save(path, { ownerId: 'anna', reason: 'It is hers' });
    expect(page.words).toContain(
      'Owner changed The response is due by Monday 23 November 2020. The owner, Anna Reed, Head of custody, is written to on Monday 9 November 2020.',
    );
    expect(page.words).toContain(
      'Owner changed to Anna Reed, Head of custody: It is hers Recommendation 2 Liaison staff',
    );
    expect((await form.get('/')).words).not.toContain('Exception');
  });

  it('offers those who can be written to and do not own it', async () => {
    const offered = async () =>
      (await form.get(path)).elements
        .filter(({ tag }) => tag === 'option')
        .map(({ children }) => children.join(' '));
    expect(await offered()).toEqual([
      'Choose somebody',
      'Anna Reed, Head of custody',
      'Jane Smith, Head of Learning',
    ]);
    await form.save(path, { ownerId: 'anna' });
    expect(await offered()).toEqual(['Choose somebody', 'Jane Smith, Head of Learning']);
    expect((await form.get(path)).heading).toBe('Change the owner');
  });

  it.each([
    ['nobody', '', 422, 'Choose a contact from the list'],
    ['somebody who has left', 'lee', 422, 'Lee Reed cannot be written to: choose somebody else'],
  ])('of %s is refused and keeps the reason', async (_, ownerId, status, message) => {
    const page = await form.post(path, { ownerId, reason: 'Because' });
    expect(page.status).toBe(status);
    expect(page.problems).toEqual([{ message, href: '#ownerId' }]);
    expect(page.fields.reason).toBe('Because');
  });

  it('leads from the recommendation that has one already', async () => {
    expect(await hrefs(recommendationPath)).toContain(`${recommendationPath}/owner`);
    expect((await form.get(recommendationPath)).words).toContain('Change the owner');
  });

  it('of a recommendation that is not there is refused', async () => {
    for (const wrong of [path.replace('/2/', '/9/'), path.replace('127918', '9')])
      expect((await form.get(wrong)).status).toBe(404);
  });

  it('is done through the API as well', async () => {
    const reply = await api(path, { ownerId: 'anna' });
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ number: 2, ownerId: 'anna', version: 2 });
    expect((await api(path, { ownerId: 'anna' })).status).toBe(409);
    expect((await api(path, {})).status).toBe(422);
  });
});
