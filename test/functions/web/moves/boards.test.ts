import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addBoard } from '../../../../functions/web/moves/add-board.ts';
import { cancelMeeting, changeBoard, enterMeeting } from '../../../../functions/web/moves/change-board.ts';
import { type Board, boardInput } from '../../../../shared/domain/board.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { listBoards } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await contacts(
    table,
    sampleContact('carl'),
    sampleContact('dora'),
    sampleContact('lee', { status: 'departed' }),
  );
});

const desk = () => deskOf(table);
const typed = (name: string, chairId = 'carl') => boardInput.parse({ name, chairId });
const learning = async (): Promise<Board> => accepted(await addBoard(desk(), typed('Learning board')));
const meeting = (day: string) => ({ on: asDay(day) });
const events = async () =>
  (await wholeTable(table)).map((item) => JSON.parse(item)).filter(({ record }) => record === 'event');

describe('adding a board', () => {
  test('lists it by name, and tells it in an event of its own', async () => {
    const board = await learning();
    accepted(await addBoard(desk(), typed('domestic abuse board')));
    expect(board).toMatchObject({ name: 'Learning board', chairId: 'carl', meetings: [], version: 1 });
    expect((await listBoards(table)).map(({ name }) => name)).toEqual([
      'domestic abuse board',
      'Learning board',
    ]);
    expect(await events()).toContainEqual(
      expect.objectContaining({
        pk: `BOARD#${board.id}`,
        move: 'add-board',
        boardId: board.id,
        by: 'liaison',
      }),
    );
  });

  test.each([
    ['a name that is taken, in other capitals', typed('LEARNING board'), 'already-a-board', 'name'],
    ['a chair who is not there', typed('Another', 'ghost'), 'unknown-contact', 'chairId'],
    ['a chair who has left', typed('Another', 'lee'), 'has-left', 'chairId'],
  ])('with %s is refused at that box and changes nothing', async (_, input, refused, field) => {
    await learning();
    const before = await wholeTable(table);
    expect(await addBoard(desk(), input)).toMatchObject({ refused, field });
    expect(await wholeTable(table)).toEqual(before);
  });
});

describe('changing a board', () => {
  test('gives it another name and chair, and keeps what they were in the event', async () => {
    const { id } = await learning();
    accepted(await changeBoard(desk(), id, typed('Lessons board', 'dora')));
    expect(await listBoards(table)).toMatchObject([
      { id, name: 'Lessons board', chairId: 'dora', version: 2 },
    ]);
    expect((await events()).find(({ move }) => move === 'change-board').changes).toEqual([
      {
        record: 'board',
        key: `BOARD#${id} BOARD`,
        before: { name: 'Learning board', chairId: 'carl' },
        after: { name: 'Lessons board', chairId: 'dora' },
      },
    ]);
  });

  test('its own name is no other board’s, and a chair who has left may stay: whoever took over acts', async () => {
    const { id } = await learning();
    await contacts(table, sampleContact('carl', { status: 'departed', successorId: 'dora' }));
    accepted(await changeBoard(desk(), id, typed('learning board')));
    expect(await listBoards(table)).toMatchObject([{ name: 'learning board', chairId: 'carl' }]);
  });

  test('that is not there is refused', async () => {
    expect(await changeBoard(desk(), 'nothing', typed('A'))).toMatchObject({ refused: 'unknown-board' });
    expect(await enterMeeting(desk(), 'nothing', meeting('2020-12-03'))).toMatchObject({
      refused: 'unknown-board',
    });
  });

  test('two meetings entered at once both stand', async () => {
    const { id } = await learning();
    const both = [meeting('2021-03-04'), meeting('2020-12-03')].map((each) => enterMeeting(desk(), id, each));
    for (const result of await Promise.all(both)) accepted(result);
    expect((await listBoards(table))[0]?.meetings).toEqual(['2020-12-03', '2021-03-04']);
    accepted(await cancelMeeting(desk(), id, meeting('2020-12-03')));
    expect((await listBoards(table))[0]?.meetings).toEqual(['2021-03-04']);
  });
});
