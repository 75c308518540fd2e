import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reconcile } from '../../../functions/reconcile/reconcile.ts';
import { link } from '../../../functions/web/moves/link.ts';
import { openCatalogue } from '../../../shared/store/catalogue.ts';
import { compareRows, setRight } from '../../../shared/store/differing-rows.ts';
import { caseRowKey, deadlineKey, recommendationRowKey } from '../../../shared/store/keys.ts';
import { makeRows } from '../../../shared/store/make-rows.ts';
import { read } from '../../../shared/store/read.ts';
import { toItem } from '../../../shared/store/records.ts';
import type { Table } from '../../../shared/store/table.ts';
import { atTheDesk, caseId, typedResponse } from '../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { calendar } from '../../support/nights-of.ts';
import { notedLog } from '../../support/noted-log.ts';
import { asked, put, putItem } from '../../support/recorded.ts';
import { accepted, morningOf } from '../../support/sample-records.ts';
import { wholeTable } from '../../support/whole-table.ts';

const monday = '2020-11-02';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
});

const run = (log = notedLog()) =>
  reconcile({ table, clock: morningOf(monday), holidays: calendar.holidays, log });
const take = (Key: { pk: string; sk: string }) =>
  table.client.send(new DeleteCommand({ TableName: table.name, Key }));
const row = async (id = 'one') =>
  (await read(table, 'recommendation-row', recommendationRowKey({ caseId: id, number: 1 })))!;
const says = async (id: string) => (await compareRows(table, id)).differing.map((each) => each.says);

describe('the weekly reconciling of the list', () => {
  beforeEach(async () => {
    for (const reference of ['one', 'two', 'three']) await asked(table, reference);
    await makeRows(table, `${monday}T06:00:00.000Z`);
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ['is gone', 'is not there', () => take(recommendationRowKey({ caseId: 'one', number: 1 }))],
    ['of the case is gone', 'is not there', () => take(caseRowKey('one'))],
    [
      'says something else',
      'differs in start, ownerId',
      async () => {
        const { ownerId: _, ...said } = JSON.parse((await row()).says);
        const other = JSON.stringify({ ...said, start: 'Something else' });
        await put(table, 'recommendation-row', { ...(await row()), says: other });
      },
    ],
    [
      'cannot be read',
      'differs in everything: it cannot be read',
      async () => put(table, 'recommendation-row', { ...(await row()), says: '{' }),
    ],
    [
      'says nothing',
      'differs in everything: it cannot be read',
      async () => {
        const { says: _, ...item } = toItem('recommendation-row', await row());
        await putItem(table, item);
      },
    ],
    [
      'stands nowhere in the list',
      'is not where it should be found',
      async () => {
        const { registerPk: _, ...item } = toItem('recommendation-row', await row());
        await putItem(table, item);
      },
    ],
  ])('names a row that %s, sets it right, and rings; the next time it is quiet', async (_, what, tamper) => {
    const before = (await openCatalogue(table, notedLog()).rows()).slice();
    await tamper();
    expect(await says('one')).toEqual([what]);
    const log = notedLog();
    await expect(run(log)).rejects.toThrow('1 rows of the list were not as their records say');
    expect(log.lines).toContainEqual({
      level: 'error',
      message: 'A row of the list differed',
      facts: expect.objectContaining({ caseId: 'one', says: what }),
    });
    await run();
    expect(await openCatalogue(table, notedLog()).rows()).toEqual(before);
  });

  test('names a row that is of no recommendation, which nobody can set right', async () => {
    await put(table, 'recommendation-row', { ...(await row()), number: 2 });
    await expect(run()).rejects.toThrow('1 rows');
    expect(await says('one')).toEqual(['is of no recommendation']);
  });

  test('goes on past a case that cannot be read', async () => {
    await putItem(table, { ...deadlineKey({ caseId: 'one', number: 1, id: 'torn' }), record: 'deadline' });
    await take(caseRowKey('two'));
    await expect(run()).rejects.toThrow('1 cases could not be read');
    expect(await says('two')).toEqual([]);
  });

  test('leaves to somebody what they write while it is compared', async () => {
    await put(table, 'recommendation-row', { ...(await row()), says: '{}' });
    const { differing } = await compareRows(table, 'one');
    const theirs = { ...(await row()), says: '{"start":"Newer"}', writtenAt: table.now() + 1 };
    await put(table, 'recommendation-row', theirs);
    await setRight(table, differing[0]!);
    expect(await row()).toEqual(theirs);
  });
});

describe('a tracker whose records are older than rows', () => {
  const withoutRows = async () => {
    const desk = await atTheDesk(table, typedResponse());
    await take(caseRowKey(caseId));
    await take(recommendationRowKey({ caseId, number: 1 }));
    return desk;
  };
  const rows = () => openCatalogue(table, notedLog()).rows();

  test('gets them at its first reconciling, which does not ring for that', async () => {
    await withoutRows();
    expect(await rows()).toEqual([]);
    await run();
    expect(await rows()).toMatchObject([
      { caseId, title: 'Searches of young people', acceptance: 'accepted' },
    ]);
  });

  test('gets each at the first move on it, too', async () => {
    const desk = await withoutRows();
    accepted(await link(desk, caseId, 1, { kind: 'risk', ref: '7' }));
    await makeRows(table, `${monday}T06:00:00.000Z`);
    expect(await rows()).toMatchObject([{ links: [{ ref: '7' }] }]);
    expect(await says(caseId)).toEqual([]);
  });

  test('has them made once: from then on nothing is read or written for it', async () => {
    await withoutRows();
    await makeRows(table, `${monday}T06:00:00.000Z`);
    await take(caseRowKey(caseId));
    const before = await wholeTable(table);
    await makeRows(table, `${monday}T09:00:00.000Z`);
    expect(await wholeTable(table)).toEqual(before);
  });
});
