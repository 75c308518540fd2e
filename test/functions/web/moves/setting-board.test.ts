import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setBoard } from '../../../../functions/web/moves/set-board.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse, within3Months } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../../support/nights-of.ts';
import { board, contacts, put } from '../../../support/recorded.ts';
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
  await contacts(table, sampleContact('chris'), sampleContact('dana'));
  await board(table, 'learning', { chairId: 'chris' });
  await board(table, 'custody', { chairId: 'dana' });
});

const entryOf = async () => (await readCaseFile(table, caseId))!.recommendations[0]!;
const set = (boardId: string, day?: string) => setBoard(deskOf(table, day), caseId, 1, { boardId });
const night = async (day: string) => {
  const before = (await mailsPlanned(table, day)).map(({ id }) => id);
  await nightsOf(table).night(day);
  const planned = (await mailsPlanned(table, day)).filter(({ id }) => !before.includes(id));
  for (const mail of planned) await put(table, 'mail', { ...mail, state: 'SENT' });
  return planned.map(({ recipientId }) => recipientId).toSorted();
};

describe('choosing a board', () => {
  test('gives it the recommendation and every open duty but to publish, and tells it in one event', async () => {
    await atTheDesk(table, typedResponse({}, [within3Months]));
    const desk = deskOf(table, '2020-12-01');
    const result = await setBoard(desk, caseId, 1, { boardId: 'learning', reason: 'It oversees custody' });
    const { recommendation, deadlines } = await entryOf();
    expect(accepted(result)).toEqual(recommendation);
    expect(recommendation.boardId).toBe('learning');
    expect(deadlines.map(({ kind, state, boardId }) => [kind, state, boardId])).toEqual([
      ['publication', 'open', undefined],
      ['response', 'met', undefined],
      ['update', 'open', 'learning'],
    ]);
    expect((await readCaseFile(table, caseId))?.events.at(-1)).toMatchObject({
      move: 'set-board',
      number: 1,
      why: 'It oversees custody',
    });
  });

  test('changes no date and arms no reminder again', async () => {
    await atTheDesk(table, typedResponse({}, [within3Months]));
    const before = (await entryOf()).deadlines.find(({ kind }) => kind === 'update');
    accepted(await set('learning', '2020-12-01'));
    const after = (await entryOf()).deadlines.find(({ kind }) => kind === 'update');
    expect(after).toEqual({
      ...before,
      boardId: 'learning',
      nextActionOn: '2020-12-01',
      version: before!.version + 1,
    });
  });

  test.each([
    ['the board it has', 'learning', 'already-board'],
    ['one that does not exist', 'ghost', 'no-such-board'],
  ])('%s is refused at that box and changes nothing', async (_, boardId, code) => {
    await atTheDesk(table);
    accepted(await set('learning'));
    const before = await wholeTable(table);
    expect(await set(boardId)).toMatchObject({ refused: code, field: 'boardId' });
    expect(await wholeTable(table)).toEqual(before);
  });
});

describe('what is 56 days late', () => {
  beforeEach(() => atTheDesk(table, undefined, '2020-10-01'));

  test('is copied to the chair of the board it has then', async () => {
    accepted(await set('custody'));
    accepted(await set('learning', '2021-01-18'));
    expect(await night('2021-01-19')).toEqual(['anna', 'chris']);
  });

  test('without a board, to no chair until one is chosen', async () => {
    expect(await night('2021-01-19')).toEqual(['anna']);
    accepted(await set('learning', '2021-01-20'));
    expect(await night('2021-01-21')).toEqual(['chris']);
    expect(await night('2021-01-22')).toEqual([]);
  });

  test('once its chair was told, the chair of the next board hears of the next stage', async () => {
    accepted(await set('learning'));
    expect(await night('2021-01-19')).toEqual(['anna', 'chris']);
    accepted(await set('custody', '2021-01-20'));
    expect(await night('2021-01-21')).toEqual([]);
    expect(await night('2021-02-16')).toEqual(['anna', 'dana']);
  });
});
