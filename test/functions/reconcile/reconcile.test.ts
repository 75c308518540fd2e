import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reconcile } from '../../../functions/reconcile/reconcile.ts';
import type { Exception } from '../../../shared/domain/exception.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { caseKey, deadlineKey, exceptionKey, reminderKey } from '../../../shared/store/keys.ts';
import { listExceptions } from '../../../shared/store/lists.ts';
import { makeRows } from '../../../shared/store/make-rows.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { calendar, nightsOf } from '../../support/nights-of.ts';
import { notedLog } from '../../support/noted-log.ts';
import { asked, contacts, put, putItem } from '../../support/recorded.ts';
import { morningOf, sampleContact } from '../../support/sample-records.ts';
import { wholeTable } from '../../support/whole-table.ts';

const [night, monday, nextMonday] = ['2020-10-26', '2020-11-02', '2020-11-09'];

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await contacts(table, sampleContact());
  for (const reference of ['one', 'three', 'two']) await asked(table, reference);
  await nightsOf(table).night(night);
});

const run = (day = monday, log = notedLog()) =>
  reconcile({ table, clock: morningOf(day), holidays: calendar.holidays, log });

/** Takes the one reminder of a case out of the ledger. */
async function lose(caseId: string): Promise<void> {
  const { reminders } = (await readCaseFile(table, caseId))!.recommendations[0]!;
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: reminderKey(reminders[0]!) }));
}

const exceptionOf = (caseId: string) =>
  read(table, 'exception', exceptionKey(`ledger-differs-${caseId}.1`)) as Promise<Exception>;

describe('the weekly reconciling', () => {
  test('changes nothing where every reminder is there, but keeps that it was done', async () => {
    await makeRows(table, '2020-10-26T06:00:00.000Z');
    const before = await wholeTable(table);
    await run();
    const done = (item: string) => item.includes('"record":"comparison"');
    const after = await wholeTable(table);
    expect(after.filter((item) => !done(item))).toEqual(before);
    expect(after.filter(done)).toEqual([expect.stringContaining(`"at":"${monday}T06:10:00.000Z"`)]);
  });

  test('raises an exception for each recommendation that differs, says what was found, and rings', async () => {
    await lose('one');
    await lose('two');
    await expect(run()).rejects.toThrow('The ledger differs for 2 recommendations');
    expect(await listExceptions(table)).toMatchObject([
      {
        kind: 'ledger-differs',
        caseId: 'one',
        number: 1,
        detail: expect.stringContaining('settled past -28'),
      },
      { kind: 'ledger-differs', caseId: 'two', number: 1 },
    ]);
  });

  test('done again leaves what stands as it was raised, and rings again', async () => {
    await lose('one');
    await run().catch(() => undefined);
    const first = await exceptionOf('one');
    await expect(run(nextMonday)).rejects.toThrow();
    expect(await exceptionOf('one')).toEqual(first);
  });

  test('is quiet about what staff have seen to while the same is found, and raises it again where more is', async () => {
    await lose('one');
    await run().catch(() => undefined);
    const seenTo = { ...(await exceptionOf('one')), clearedAt: 'x', clearedBy: 'liaison', version: 2 };
    await put(table, 'exception', seenTo);
    await run(nextMonday);
    expect(await listExceptions(table)).toEqual([]);
    const { deadlines } = (await readCaseFile(table, 'one'))!.recommendations[0]!;
    await put(table, 'deadline', {
      ...deadlines[0]!,
      settledThrough: { ...deadlines[0]!.settledThrough, owner: '2020-11-09' as never },
    });
    await expect(run(nextMonday)).rejects.toThrow('for 1 recommendations');
    const again = await exceptionOf('one');
    expect(again).toMatchObject({ version: 3, raisedAt: `${nextMonday}T06:10:00.000Z` });
    expect([again.clearedAt, again.detail !== seenTo.detail]).toEqual([undefined, true]);
  });

  test('goes on past a case whose record is damaged, and rings for it', async () => {
    const { deadlines } = (await readCaseFile(table, 'one'))!.recommendations[0]!;
    await putItem(table, { ...deadlineKey(deadlines[0]!), record: 'deadline' });
    await lose('two');
    const log = notedLog();
    await expect(run(monday, log)).rejects.toThrow('for 1 recommendations; 1 cases could not be read');
    expect(await exceptionOf('two')).toBeDefined();
    expect(log.lines).toContainEqual({
      level: 'error',
      message: 'A case could not be reckoned',
      facts: { caseId: 'one', reason: expect.stringContaining('Damaged deadline') },
    });
    expect(await read(table, 'case', caseKey('one'))).toBeDefined();
  });

  test('does not call missing what somebody changed after the last run, which is for the next', async () => {
    const { deadlines } = (await readCaseFile(table, 'one'))!.recommendations[0]!;
    const unsettled = { owner: null, manager: null, chair: null };
    const again = { ...deadlines[0]!, settledThrough: unsettled, nextActionOn: night as never, revision: 2 };
    await put(table, 'deadline', again);
    await expect(run()).rejects.toThrow('for 1 recommendations');
    const event = { id: 'e1', by: 'liaison', move: 'reassign-owner' as const, caseId: 'one', number: 1 };
    const link = { left: [], position: 1, previous: '', hash: '' };
    await put(table, 'event', { ...event, ...link, at: `${night}T07:00:00.000Z`, changes: [] });
    await put(table, 'exception', {
      ...(await exceptionOf('one')),
      clearedAt: 'x',
      version: 9,
      detail: 'seen',
    });
    await run();
  });
});
