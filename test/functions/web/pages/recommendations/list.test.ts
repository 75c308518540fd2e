import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asDay } from '../../../../../shared/domain/day.ts';
import type { Row } from '../../../../../shared/domain/row.ts';
import type { Table } from '../../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../../support/embedded-table.ts';
import { textOf } from '../../../../support/html-tree.ts';
import { boardsOfMany, contactsOfMany, manyRows } from '../../../../support/many-rows.ts';
import { board, contacts, put } from '../../../../support/recorded.ts';
import { sampleContact } from '../../../../support/sample-records.ts';
import { sampleDuty, sampleRow } from '../../../../support/sample-row.ts';
import { type Answer, openStaffForm, type StaffForm } from '../../../../support/staff-form.ts';

const d = asDay;
const today = '2020-11-20';

let tables: EmbeddedTables;
let table: Table;
let rows: readonly Row[];
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  await contacts(
    table,
    sampleContact('anna'),
    sampleContact('bill', { name: 'Bill Abbot', status: 'departed' }),
  );
  await board(table, 'learning', { name: 'Learning the Lessons board' });
});
afterAll(() => tables.stop());
beforeEach(() => {
  form = openStaffForm(table, today, undefined, { rows: async () => rows });
  rows = [
    sampleRow({ boardId: 'learning' }),
    sampleRow({ number: 2, ownerId: undefined, duties: [sampleDuty({ dueOn: d('2020-11-18'), moved: 2 })] }),
    sampleRow({ number: 3, closed: { on: d('2020-11-01') } }),
    sampleRow({ number: 4, withdrawn: { on: d('2020-11-01'), by: 'Kim', why: 'Twice' }, ownerId: 'bill' }),
  ];
});

const names = ({ elements }: Answer) =>
  elements
    .filter(
      ({ tag, attributes }) => tag === 'a' && /^\/cases\/.*\/recommendations\//.test(attributes.href ?? ''),
    )
    .map(({ children }) => textOf(children));
const linkTo = ({ elements }: Answer, words: string) =>
  elements.find(({ tag, children }) => tag === 'a' && textOf(children).includes(words))?.attributes.href;

describe('the list', () => {
  test('shows what is open, the most urgent first, with whose it is, where it stands and when it is due', async () => {
    const answer = await form.get('/recommendations');
    expect(names(answer)).toEqual(['2019/127918 recommendation 2', '2019/127918 recommendation 1']);
    expect(answer.words).toContain(
      '2019/127918 recommendation 2 Review how searches are authorised. Essex Police Nobody owns it Promise lapsed Due Wednesday 18 November 2020 2 days late 2',
    );
    expect(answer.words).toContain(
      'Essex Police Learning the Lessons board Anna Reed, Head of custody Promise running Due Saturday 20 February 2021 in 92 days 0',
    );
  });

  test('says how much there is of each and leads to it', async () => {
    const answer = await form.get('/recommendations?search=searches');
    expect(answer.words).toContain('Open (2) Closed (1) Withdrawn (1) All (4)');
    expect(linkTo(answer, 'Closed (1)')).toBe('/recommendations?search=searches&standing=closed');
    expect(names(await form.get('/recommendations?standing=closed'))).toEqual([
      '2019/127918 recommendation 3',
    ]);
    expect(names(await form.get('/recommendations?standing=all'))).toHaveLength(4);
    expect((await form.get('/recommendations?standing=withdrawn')).words).not.toContain('has left');
  });

  test('before anything is recorded says what to do first', async () => {
    rows = [];
    const answer = await form.get('/recommendations');
    expect(answer.words).toContain('No recommendation has been recorded yet.');
    expect(linkTo(answer, 'Record a case')).toBe('/cases/paste');
  });

  test('where nothing is found says how to ask for less', async () => {
    const answer = await form.get('/recommendations?search=zebra&owner=anna');
    expect(answer.words).toContain('No recommendation answers to this');
    expect(linkTo(answer, 'look without “Search: zebra”')).toBe('/recommendations?owner=anna');
    const closedOnly = await form.get('/recommendations?standing=lapsed&owner=anna');
    expect(linkTo(closedOnly, 'see the 2 recommendations that stand as something else')).toBe(
      '/recommendations?standing=all&owner=anna',
    );
  });
});

describe('the address of the list', () => {
  test('of a form is led on to the shortest that asks for the same', async () => {
    const typed =
      '?search=+&sort=urgent&standing=lapsed&standing=closed&owner=anna&body=&dueFrom-day=1&dueFrom-month=Dec&dueFrom-year=2020&dueTo-day=&page=1&unknown=1';
    const reply = await form.request(`/recommendations${typed}`);
    expect(reply.status).toBe(303);
    const shortest = '/recommendations?standing=lapsed&standing=closed&owner=anna&dueFrom=2020-12-01';
    expect(reply.headers.get('location')).toBe(shortest);
    expect((await form.get(shortest)).status).toBe(200);
  });

  test('however it is written leads to one that stays', async () => {
    for (const search of [
      '?search=a%20b%2Fc',
      '?body=N%C3%A9 & "x"',
      '?ref=1606&linked=risk&page=2',
      '?sort=due-back',
    ]) {
      const reply = await form.request(`/recommendations${search}`);
      const shortest = reply.headers.get('location') ?? `/recommendations${search}`;
      expect((await form.request(shortest)).status, shortest).toBe(200);
    }
  });

  test('fills the form in as it was', async () => {
    const { fields } = await form.get(
      '/recommendations?search=police&owner=nobody&dueTo=2020-12-09&moved=once&sort=due',
    );
    expect(fields).toMatchObject({
      search: 'police',
      owner: 'nobody',
      moved: 'once',
      sort: 'due',
      'dueTo-day': '9',
      'dueTo-month': '12',
      'dueTo-year': '2020',
    });
  });

  test('keeps through the form what has no box of its own', async () => {
    const { fields } = await form.get('/recommendations?standing=all&case=2019-127918');
    expect(fields.case).toBe('2019-127918');
    expect((await form.get('/recommendations?standing=all')).html).toContain(
      '<input type="hidden" name="standing" value="all"',
    );
  });

  test.each([
    ['dueFrom=2020-02-30', '“2020-02-30” is not a real date', '#dueFrom-day'],
    ['dueTo-day=1&dueTo-month=&dueTo-year=2020', 'The last day must include a month', '#dueTo-month'],
    ['standing=lost', 'Choose a standing from the list', '#standing'],
    ['source=moon', 'Choose a source from the list', '#source'],
    ['dueFrom=2020-12-02&dueTo=2020-12-01', 'The last day must be on or after the first', '#dueTo-day'],
    [`search=${'x'.repeat(201)}`, 'What to search for must be 200 characters or fewer', '#search'],
    ['owner=No%20body', 'Choose a contact from the list', '#owner'],
  ])('with %s says what is wrong, leaves that out and keeps the rest', async (wrong, message, href) => {
    const answer = await form.get(`/recommendations?priority=high&${wrong}`);
    expect(answer.status).toBe(422);
    expect(answer.problems).toEqual([{ message, href }]);
    expect(answer.fields.priority).toBe('high');
    expect((await form.request(`/recommendations.csv?${wrong}`)).headers.get('location')).toBe(
      `/recommendations?${wrong}`,
    );
  });

  test('keeps a date as it was typed', async () => {
    const { fields } = await form.get('/recommendations?dueTo-day=31&dueTo-month=2&dueTo-year=2020');
    expect([fields['dueTo-day'], fields['dueTo-month'], fields['dueTo-year']]).toEqual(['31', '2', '2020']);
  });

  test('of somebody or a board that is not there finds nothing and says so', async () => {
    const answer = await form.get('/recommendations?board=gone&owner=ghost');
    expect(answer.status).toBe(200);
    expect(answer.words).toContain('Owner: somebody who is not among the contacts');
    expect(answer.words).toContain('Board: one that is not among the boards');
  });
});

describe('what the list is narrowed to', () => {
  test('stands above it, each part a link that takes it away', async () => {
    const answer = await form.get('/recommendations?search=police&standing=lapsed&owner=anna&sort=due');
    expect(linkTo(answer, 'Take away the filter Promise lapsed')).toBe(
      '/recommendations?search=police&owner=anna&sort=due',
    );
    expect(linkTo(answer, 'Owner: Anna Reed')).toBe(
      '/recommendations?search=police&standing=lapsed&sort=due',
    );
    expect(linkTo(answer, 'Clear all')).toBe('/recommendations?sort=due');
  });

  test('comes with the rule of the colours where it is a colour', async () => {
    expect((await form.get('/recommendations?rag=red')).words).toContain('By date: red is late');
  });
});

describe('as a file', () => {
  const csv = async (search = '') => {
    const reply = await form.request(`/recommendations.csv${search}`);
    return { headers: reply.headers, text: await reply.text() };
  };

  test('is what the list shows, in its order, named after the day', async () => {
    const { headers, text } = await csv('?sort=reference-back');
    expect(headers.get('content-disposition')).toBe('attachment; filename="recommendations-2020-11-20.csv"');
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^\ufeff?Reference,Recommendation,/);
    expect(lines[2]).toContain('2020-11-18,2020-11-18,2 days late,');
    expect((await csv('?standing=all')).text.trim().split('\r\n')).toHaveLength(5);
  });

  test('has every page of it', async () => {
    rows = manyRows(80, d(today));
    expect((await csv('?standing=all')).text.trim().split('\r\n')).toHaveLength(81);
  });

  test('is not run by a spreadsheet, and keeps marks and lines in their cell', async () => {
    rows = [sampleRow({ start: '=HYPERLINK("http://x")', addressee: '+Kent, "Police"', theme: 'a\nb' })];
    const { text } = await csv();
    expect(text).toContain(`,"'=HYPERLINK(""http://x"")",`);
    expect(text).toContain(`,"'+Kent, ""Police""",`);
    expect(text).toContain('"a\nb"');
  });
});

describe('a long list', () => {
  beforeAll(async () => {
    for (const each of boardsOfMany) await put(table, 'board', each);
    await contacts(table, ...contactsOfMany(300));
  });
  beforeEach(() => {
    rows = manyRows(10_000, d(today), 300);
  });

  test('stands on pages of 25 that follow each other', async () => {
    const first = await form.get('/recommendations?standing=all');
    expect(first.words).toContain('1 to 25 of 10,000 recommendations: most urgent first');
    const second = await form.get(linkTo(first, 'Next')!);
    expect(second.words).toContain('26 to 50 of 10,000 recommendations');
    expect(linkTo(second, 'Previous')).toBe('/recommendations?standing=all');
    expect(new Set([...names(first), ...names(second)]).size).toBe(50);
    const last = await form.get('/recommendations?standing=all&page=999');
    expect(last.words).toContain('9,976 to 10,000 of 10,000');
    expect(linkTo(last, 'Next')).toBeUndefined();
  });

  test('of ten thousand with three hundred owners is a page under 150 KB', async () => {
    expect((await form.get('/recommendations?standing=all')).html.length).toBeLessThan(150_000);
  });
});

describe('the API', () => {
  const api = async (search: string) => {
    const reply = await form.request(`/api/v1/recommendations${search}`);
    // biome-ignore lint/suspicious/noExplicitAny: whatever the API says
    return { status: reply.status, body: (await reply.json()) as any };
  };

  test('finds the same, a page at a time, with the counts', async () => {
    const { status, body } = await api('');
    expect(status).toBe(200);
    expect(body).toMatchObject({ count: 2, page: 1, pages: 1, byStanding: { closed: 1, lapsed: 1 } });
    expect(body.items).toMatchObject([
      { number: 2, standing: 'lapsed', rag: 'red', timesMoved: 2, duty: { dueOn: '2020-11-18' } },
      { number: 1, standing: 'promise-running', rag: 'green', timesMoved: 0 },
    ]);
    expect(body.items[0]).not.toHaveProperty('words');
  });

  test.each([
    ['?standing=closed', [3]],
    ['?standing=closed&standing=withdrawn&sort=reference', [3, 4]],
    ['?owner=nobody', [2]],
    ['?search=2019127918&board=learning', [1]],
    ['?dueTo=2020-11-18', [2]],
  ])('with %s', async (search, expected) => {
    const { body } = await api(search);
    expect(body.items.map(({ number }: Row) => number)).toEqual(expected);
  });

  test.each(['?standing=lost', '?page=0', '?dueFrom=yesterday', '?dueFrom=2020-12-02&dueTo=2020-12-01'])(
    'refuses %s with a reason',
    async (search) => {
      const { status, body } = await api(search);
      expect([status, body.code]).toEqual([422, 'invalid-input']);
    },
  );
});
