import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reassignOwner } from '../../../../functions/web/moves/reassign-owner.ts';
import { setBoard } from '../../../../functions/web/moves/set-board.ts';
import { runningHead } from '../../../../functions/web/pages/board-paper/running-head.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { sampleBoards } from '../../../support/board-sample.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
let paper: string;
let boards: Awaited<ReturnType<typeof sampleBoards>>;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  boards = await sampleBoards(table);
  await contacts(table, sampleContact('cleo'));
  form = openStaffForm(table, '2021-03-10');
  paper = `/boards/${boards.board}/paper`;
});
afterAll(() => tables.stop());

const csvOf = async (path: string) => (await form.request(path)).text();

describe('the paper of a board', () => {
  test('is as at today unless another day is asked for', async () => {
    const { heading, words, status, fields } = await form.get(paper);
    expect(status).toBe(200);
    expect(heading).toContain('Custody and Vulnerability board: recommendations');
    expect(words).toContain('As at the end of Wednesday 10 March 2021');
    expect(fields).toMatchObject({ 'asAt-day': '10', 'asAt-month': '3', 'asAt-year': '2021' });
    expect(words).toContain('It looks back to the last meeting, on Thursday 4 March 2021');
  });

  test('says of a past day what stood then, and not what was decided since', async () => {
    const { words } = await form.get(`${paper}?asAt=2020-12-31`);
    expect(words).toContain('back to the last meeting, on Thursday 3 December 2020');
    expect(words).not.toContain('Another date proposed');
    expect(words).not.toContain('The training records were seen');
    expect(words).toContain('Response received: accepted. (Recorded on 12 October 2020.)');
  });

  test('stays the same for its day when the owner is changed later', async () => {
    const before = await csvOf(`${paper}.csv?asAt=2021-03-09`);
    accepted(await reassignOwner(deskOf(table, '2021-03-10'), '2020-130006', 3, { ownerId: 'cleo' }));
    expect(await csvOf(`${paper}.csv?asAt=2021-03-09`)).toBe(before);
    expect((await form.get(paper)).words).toContain('Owner changed to Cleo Reed.');
  });

  test('has what is its board’s now, on past days too, so that nothing is in two papers or in none', async () => {
    const isIn = async (id: string) =>
      (await form.get(`/boards/${id}/paper?asAt=2021-03-04`)).words.includes('2021/140900');
    expect([await isIn(boards.board), await isIn(boards.other)]).toEqual([false, true]);
    accepted(await setBoard(deskOf(table, '2021-03-10'), '2021-140900', 1, { boardId: boards.board }));
    expect([await isIn(boards.board), await isIn(boards.other)]).toEqual([true, false]);
    accepted(await setBoard(deskOf(table, '2021-03-10'), '2021-140900', 1, { boardId: boards.other }));
  });

  test('takes the day that is typed, and says what is wrong with one that is not', async () => {
    const typed = await form.request(`${paper}?asAt-day=3&asAt-month=12&asAt-year=2020`);
    expect([typed.status, typed.headers.get('location')]).toEqual([303, `${paper}?asAt=2020-12-03`]);
    const tomorrow = await form.get(`${paper}?asAt=2021-03-11`);
    expect([tomorrow.status, tomorrow.problems[0]?.message]).toEqual([
      422,
      'The day of the paper must be today, 10 March 2021, or earlier',
    ]);
    const torn = await form.get(`${paper}?asAt=yesterday`);
    expect([torn.status, torn.problems.length]).toEqual([422, 1]);
    expect((await form.request(`${paper}.csv?asAt=2021-03-11`)).headers.get('location')).toBe(paper);
  });

  test('says where nothing comes next that a publication is not looked at', async () => {
    expect((await form.get(`${paper}?asAt=2018-01-01`)).words).toContain(
      'No response or promise falls due and no window opens. Publications by the IOPC are not counted here.',
    );
  });

  test('is found for a board that is there, and for all', async () => {
    expect((await form.get('/boards/nowhere/paper')).status).toBe(404);
    const all = await form.get('/paper');
    expect(all.words).toContain('Professional Standards board');
    expect(all.words).toContain('No board');
    expect(all.words).toContain('Boards meet on different days, so it looks back 3 months');
  });
});

describe('the CSV of a paper', () => {
  test('holds the figures and the lines of the page', async () => {
    const answer = await form.request(`${paper}.csv?asAt=2021-03-04`);
    expect(answer.headers.get('content-disposition')).toContain('board-paper-2021-03-04.csv');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const lines = bytes.toString().split('\r\n');
    expect(lines[0]).toBe('\ufeffCustody and Vulnerability board: recommendations');
    expect(lines[1]).toBe('As at,2021-03-04');
    expect(lines).toContainEqual(
      expect.stringMatching(/^Responses: Given in time,7 of 9 \(77%\),5 of 6 \(83%\),/),
    );
    expect(lines.filter((line) => /^(Needs attention|Open|Closed or withdrawn),\d/.test(line))).toHaveLength(
      9,
    );
  });
});

describe('the head of each page', () => {
  test('holds any name as words and nothing else', () => {
    const board = { name: 'Board "A";} body{display:none} \\ é', id: 'a', meetings: [], version: 1 };
    const style = runningHead('Essex Police', { board, asAt: asDay('2021-03-04') });
    expect(style).toContain(
      'content:"Essex Police. Board \\22 A\\22 \\3b \\7d  body\\7b display:none\\7d  \\5c  é',
    );
    expect(style.match(/"/g)).toHaveLength(2);
  });

  test('is sent as a style', async () => {
    const answer = await form.request(`${paper}.css?asAt=2021-03-04`);
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await answer.text()).toContain('as at 4 March 2021');
  });
});
