import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reassignOwner } from '../../../../../functions/web/moves/reassign-owner.ts';
import { recordCase } from '../../../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../../../functions/web/moves/record-recommendation.ts';
import { withdraw } from '../../../../../functions/web/moves/withdraw.ts';
import { readCaseFile } from '../../../../../shared/store/case-file.ts';
import { listLinked } from '../../../../../shared/store/lists.ts';
import type { Table } from '../../../../../shared/store/table.ts';
import { deskOf, typedCase } from '../../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../../support/embedded-table.ts';
import { manyRows } from '../../../../support/many-rows.ts';
import { board, contacts } from '../../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../../support/sample-records.ts';
import { type Answer, openStaffForm, type StaffForm } from '../../../../support/staff-form.ts';
import { wholeTable } from '../../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const today = '2020-10-01';
/** Two cases: three recommendations of Anna's, the third withdrawn, and one of Bill's. */
beforeEach(async () => {
  table = await tables.newTable();
  await contacts(
    table,
    sampleContact('anna'),
    sampleContact('bill'),
    sampleContact('lee', { delivery: 'bounced' }),
  );
  await board(table, 'learning', { name: 'Learning the Lessons board' });
  const desk = deskOf(table, today);
  for (const reference of ['2019/1', '2019/2']) accepted(await recordCase(desk, typedCase({ reference })));
  const text = 'Review searches.';
  for (const [id, ownerId] of [
    ['2019-1', 'anna'],
    ['2019-1', 'anna'],
    ['2019-1', 'anna'],
    ['2019-2', 'bill'],
  ] as const)
    accepted(await recordRecommendation(desk, id, { text, ownerId }));
  accepted(await withdraw(desk, '2019-1', 3, { why: 'Made by mistake.' }));
  form = openStaffForm(table, today);
});

const address = '/recommendations/change';
const all = '2019-1/1 2019-1/2 2019-1/3 2019-2/1';
const fill = (of: string, typed: Record<string, string>, search = '') =>
  form.post(`${address}${search}`, { step: 'fill', of, ...typed });
/** Saves what a page to check carries. */
const save = (checked: Answer) => form.post(address, { ...checked.fields, do: 'save' });
const owners = async () => {
  const files = await Promise.all(['2019-1', '2019-2'].map((id) => readCaseFile(table, id)));
  return files.flatMap((file) => file!.recommendations.map(({ recommendation }) => recommendation.ownerId));
};
const toBill = { change: 'owner', ownerId: 'bill', reason: 'Anna moves on' };
const movesOf = async () =>
  (await readCaseFile(table, '2019-1'))!.events.filter(({ move }) => move === 'reassign-owner');

describe('choosing what to change', () => {
  test('is a box for each that the list shows, or all it finds', async () => {
    const answer = await form.get(`${address}?owner=anna`);
    const boxes = answer.elements.filter(({ attributes }) => attributes.type === 'checkbox');
    expect(boxes.map(({ attributes }) => attributes.value)).toEqual(['2019-1/1', '2019-1/2']);
    expect(answer.words).toContain('Choose 2019/1 recommendation 1');
    expect(answer.words).toContain('All 2 recommendations found');
    const next = await form.post(`${address}?owner=anna`, { step: 'choose', which: 'all', change: 'owner' });
    expect(next.heading).toBe('Choose an owner');
    expect(next.fields.of).toBe('2019-1/1 2019-1/2');
  });

  test('takes those that were ticked, and not what is beside them', async () => {
    const next = await form.post(address, {
      step: 'choose',
      which: 'ticked',
      of: '2019-2/1',
      change: 'link',
    });
    expect([next.heading, next.fields.of]).toEqual(['Link to a risk or an action plan', '2019-2/1']);
  });

  test('of nothing, and nothing to be done, is refused at both', async () => {
    const answer = await form.post(address, { step: 'choose', which: 'ticked' });
    expect(answer.status).toBe(422);
    expect(answer.problems).toEqual([
      { message: 'Tick at least one recommendation', href: '#of' },
      { message: 'Choose what is done with them', href: '#change' },
    ]);
  });

  test.each([
    [200, 'Choose an owner', 200],
    [201, 'Change several at once', 422],
  ])('of %i at once leads to “%s”', async (count, heading, status) => {
    const rows = manyRows(count, today as never);
    form = openStaffForm(table, today, undefined, { rows: async () => rows });
    const chosen = { step: 'choose', which: 'all', change: 'owner' };
    const answer = await form.post(`${address}?standing=all`, chosen);
    expect([answer.heading, answer.status]).toEqual([heading, status === 200 ? 200 : 422]);
    const page = await form.get(`${address}?standing=all`);
    expect(page.words.includes('At most 200 can be changed at once')).toBe(count > 200);
  });
});

describe('before anything is changed', () => {
  test('it is shown what will be and what will not, each by the rule of its own move', async () => {
    const before = await wholeTable(table);
    const checked = await fill(all, toBill);
    expect(checked.heading).toBe('Check before saving');
    expect(checked.words).toContain('New owner Bill Reed, Head of custody Why Anna moves on');
    expect(checked.words).toContain(
      '2 recommendations will be changed Recommendation Owner now 2019/1 recommendation 1 Essex Police Anna Reed, Head of custody',
    );
    expect(checked.words).toContain('2 recommendations will stay as they are');
    expect(checked.words).toContain('stands as “Withdrawn”, so “Choose another owner” is not possible now');
    expect(checked.words).toContain('Bill Reed owns this recommendation already');
    expect(await wholeTable(table)).toEqual(before);
  });

  test.each([
    ['owner', { ownerId: '' }, 'Choose a contact from the list', '#ownerId'],
    ['owner', { ownerId: 'lee' }, 'Lee Reed cannot be written to: choose somebody else', '#ownerId'],
    ['board', { boardId: 'ghost' }, 'Choose a board from the list', '#boardId'],
    ['link', { kind: 'risk', ref: '' }, 'Enter the reference', '#ref'],
    ['link', { ref: '1606' }, 'Choose what it is linked to', '#kind'],
  ])('what is wrong with the %s is said in its box', async (change, typed, message, href) => {
    const answer = await fill(all, { change, ...typed });
    expect([answer.status, answer.problems]).toEqual([422, [{ message, href }]]);
    expect(answer.fields.of).toBe(all);
  });

  test('where none would be changed there is nothing to save', async () => {
    const checked = await fill('2019-1/3 2019-2/1', toBill);
    expect(checked.heading).toBe('None of these would be changed');
    expect(checked.html).not.toContain('value="save"');
  });

  test('it can be changed again, with what was typed', async () => {
    const checked = await fill(all, toBill);
    const again = await form.post(address, { ...checked.fields, do: 'change' });
    expect([again.heading, again.fields.ownerId, again.fields.reason]).toEqual([
      'Choose an owner',
      'bill',
      'Anna moves on',
    ]);
  });
});

describe('the change', () => {
  test('is made to each, told in its history, and the rest is said with its reason', async () => {
    const made = await save(await fill(all, toBill));
    expect(made.words).toMatch(/^Owner changed 2 recommendations It stands in the history of each\./);
    expect(await owners()).toEqual(['bill', 'bill', 'anna', 'bill']);
    expect((await movesOf()).map(({ why }) => why)).toEqual(['Anna moves on', 'Anna moves on']);
    expect(made.words).toContain('1 recommendation not changed');
    expect(made.words).toContain('1 recommendation was so already');
  });

  test('gives a board to each', async () => {
    const made = await save(await fill('2019-1/1 2019-2/1', { change: 'board', boardId: 'learning' }));
    expect(made.words).toMatch(/^Board changed 2 recommendations/);
    const file = (await readCaseFile(table, '2019-2'))!.recommendations[0]!;
    expect([file.recommendation.boardId, file.deadlines[0]!.boardId]).toEqual(['learning', 'learning']);
  });

  test('links each to a risk', async () => {
    const made = await save(await fill('2019-1/1 2019-2/1', { change: 'link', kind: 'risk', ref: '1606' }));
    expect(made.words).toMatch(/^Link added 2 recommendations/);
    expect(await listLinked(table, { kind: 'risk', ref: '1606' })).toHaveLength(2);
    expect((await form.get('/recommendations?linked=risk&ref=1606')).words).toContain('2 recommendations');
  });

  test('sent twice is made once, and says that it was so already', async () => {
    const checked = await fill(all, toBill);
    await save(checked);
    const before = await wholeTable(table);
    const again = await save(checked);
    expect(again.heading).toBe('Nothing was changed');
    expect(again.words).toContain('3 recommendations were so already');
    expect(await wholeTable(table)).toEqual(before);
  });

  test('interrupted half-way and sent again does what is left', async () => {
    const checked = await fill(all, toBill);
    accepted(await reassignOwner(deskOf(table, today), '2019-1', 1, { ownerId: 'bill' }));
    const made = await save(checked);
    expect(made.words).toMatch(/^Owner changed 1 recommendation /);
    expect(await owners()).toEqual(['bill', 'bill', 'anna', 'bill']);
    expect(await movesOf()).toHaveLength(2);
  });

  test('leaves alone what somebody else changed since it was looked at', async () => {
    await contacts(table, sampleContact('kim'));
    const checked = await fill(all, toBill);
    accepted(await reassignOwner(deskOf(table, today), '2019-1', 1, { ownerId: 'kim' }));
    const made = await save(checked);
    expect(await owners()).toEqual(['kim', 'bill', 'anna', 'bill']);
    expect(made.words).toContain('2 recommendations not changed');
    expect(made.words).toContain('This was changed while you were at it');
  });

  test('of what is not there is refused for that one alone', async () => {
    const made = await save(await fill('2019-1/9 no-case/1 2019-1/1 nonsense', toBill));
    expect(made.words).toMatch(/^Owner changed 1 recommendation /);
    expect(made.words).toContain('There is no case with this reference');
  });
});
