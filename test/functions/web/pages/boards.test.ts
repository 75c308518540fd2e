import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Board } from '../../../../shared/domain/board.ts';
import { contactKey } from '../../../../shared/store/keys.ts';
import { listBoards } from '../../../../shared/store/lists.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import {
  addJane,
  caseForm,
  casePath,
  recommendationForm,
  recommendationPath,
} from '../../../support/essex-forms.ts';
import { contacts, put } from '../../../support/recorded.ts';
import { sampleContact } from '../../../support/sample-records.ts';
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
  form = openStaffForm(table, '2020-11-20');
});

const learning = async () => {
  const chairId = await addJane(form);
  const page = await form.save('/boards', { name: 'Learning the Lessons board', chairId });
  const [board] = await listBoards(table);
  return { page, id: board!.id, path: `/boards/${board!.id}`, chairId };
};
const meeting = (day: string, month: string, year: string) => ({
  'on-day': day,
  'on-month': month,
  'on-year': year,
});
const api = async (path: string, body?: object) => {
  const reply = await form.request(`/api/v1${path}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json' },
  });
  return { status: reply.status, body: (await reply.json()) as Board & { items: Board[] } };
};

describe('boards', () => {
  it('are listed with their chair and next meeting, from a page that says so when there is none', async () => {
    expect((await form.get('/boards')).words).toContain('No board has been added yet.');
    const { page, path } = await learning();
    expect(page.words).toContain('Board added');
    expect(page.heading).toBe('Learning the Lessons board');
    await form.save(`${path}/meetings`, meeting('3', '12', '2020'));
    expect((await form.get('/boards')).words).toContain(
      'Learning the Lessons board Jane Smith, Head of Learning Thursday 3 December 2020',
    );
  });

  it('keep their meetings in order, say which is next, and fold away those that were held', async () => {
    const { path } = await learning();
    await form.save(`${path}/meetings`, meeting('4', '3', '2021'));
    await form.save(`${path}/meetings`, meeting('3', 'Dec', '2020'));
    form.moveTo('2020-12-03');
    expect((await form.get(path)).words).toContain('Next meeting Today, Thursday 3 December 2020');
    form.moveTo('2020-12-04');
    const { words } = await form.get(path);
    expect(words).toContain('Next meeting Thursday 4 March 2021');
    expect(words).toContain('One meeting in the past Thursday 3 December 2020');
  });

  it('let a meeting be taken back', async () => {
    const { path } = await learning();
    await form.save(`${path}/meetings`, meeting('3', '12', '2020'));
    const page = await form.save(`${path}/meetings/remove`, { on: '2020-12-03' });
    expect(page.words).toContain('Meeting removed');
    expect(page.words).toContain('Next meeting None entered');
    const again = await form.post(`${path}/meetings/remove`, { on: '2020-12-03' });
    expect([again.status, again.heading]).toEqual([404, 'No meeting on 3 December 2020 has been entered']);
  });

  it.each([
    ['no date', meeting('', '', ''), 422, 'Enter the date of the meeting', '#on-day'],
    ['a date that does not exist', meeting('31', '2', '2021'), 422, 'must be a real date', '#on-day'],
    ['a date in the past', meeting('19', '11', '2020'), 422, 'must be today or in the future', '#on-day'],
    ['a date that stands already', meeting('3', '12', '2020'), 409, 'has already been entered', '#on-day'],
  ])('refuse %s as a meeting and keep what was typed', async (_, typed, status, message, href) => {
    const { path } = await learning();
    await form.save(`${path}/meetings`, meeting('3', '12', '2020'));
    const page = await form.post(`${path}/meetings`, typed);
    expect([page.status, page.problems.length, page.problems[0]?.href]).toEqual([status, 1, href]);
    expect(page.problems[0]?.message).toContain(message);
    expect(page.title).toMatch(/^Error: /);
    expect(page.fields['on-day']).toBe(typed['on-day']);
  });

  it('can be given another name and chair; a chair who has left is said to have, and stays until changed', async () => {
    const { path, chairId } = await learning();
    await contacts(table, sampleContact('sue'));
    const jane = (await read(table, 'contact', contactKey(chairId)))!;
    await put(table, 'contact', { ...jane, status: 'departed', successorId: 'sue' });
    expect((await form.get(path)).words).toContain(
      'Chair Jane Smith, Head of Learning (left; Sue Reed acts)',
    );
    expect((await form.get(`${path}/change`)).fields.chairId).toBe(chairId);
    const page = await form.save(`${path}/change`, { name: 'Lessons board', chairId: 'sue' });
    expect(page.words).toContain('Board changed');
    expect(page.words).toContain('Chair Sue Reed, Head of custody');
    const history = (await form.get(`${path}/history`)).words;
    expect(history).toContain('This history is complete: 2 entries, none altered.');
    expect(history).toContain(
      'Board, chair Before: Jane Smith, Head of Learning (left; Sue Reed acts) After: Sue Reed, Head of custody',
    );
  });

  it('without a name, or with one that is taken, are refused at that box', async () => {
    expect((await form.post('/boards', {})).problems).toEqual([
      { message: 'Enter the name of the board', href: '#name' },
    ]);
    await learning();
    const page = await form.post('/boards', { name: 'learning the lessons board' });
    expect([page.status, page.problems]).toEqual([
      409,
      [{ message: 'There is already a board called learning the lessons board', href: '#name' }],
    ]);
  });

  it('are chosen for a recommendation from the list, which leads to adding one', async () => {
    const { id, path } = await learning();
    await form.save('/cases', caseForm);
    const asking = await form.get(`${casePath}/recommendations/new`);
    expect(asking.elements.some(({ attributes }) => attributes.href === '/boards/new')).toBe(true);
    await form.save(`${casePath}/recommendations`, { ...recommendationForm, boardId: id });
    const page = await form.get(recommendationPath);
    expect(page.words).toContain(
      'Board Learning the Lessons board Chair of the board Jane Smith, Head of Learning',
    );
    expect(page.elements.some(({ attributes }) => attributes.href === path)).toBe(true);
  });

  it.each(['/boards/nothing', '/boards/nothing/change', '/boards/%00', '/boards/A'])(
    '%s says that there is none',
    async (path) => {
      const page = await form.get(path);
      expect([page.status, page.heading]).toEqual([404, 'There is no such board']);
    },
  );

  it('are kept through the API as well', async () => {
    const { status, body: board } = await api('/boards', { name: 'Abuse board' });
    expect([status, board.meetings]).toEqual([201, []]);
    expect((await api(`/boards/${board.id}/meetings`, { on: '2020-12-03' })).body.meetings).toEqual([
      '2020-12-03',
    ]);
    expect((await api(`/boards/${board.id}/meetings`, { on: '2020-12-03' })).status).toBe(409);
    expect((await api(`/boards/${board.id}/meetings`, { on: '2020-02-30' })).status).toBe(422);
    expect((await api(`/boards/${board.id}/meetings/remove`, { on: '2020-12-03' })).body.meetings).toEqual(
      [],
    );
    expect((await api(`/boards/${board.id}/change`, { name: 'DA board' })).body).toMatchObject({
      name: 'DA board',
      version: 4,
    });
    expect((await api('/boards')).body.items).toHaveLength(1);
    expect((await api(`/boards/${board.id}`)).status).toBe(200);
    expect((await api('/boards/nothing')).status).toBe(404);
  });
});
