import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { balances } from '../../../shared/domain/night.ts';
import { mostLines } from '../../../shared/store/plan-mail.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { failTransactionsNaming } from '../../support/failing-transactions.ts';
import { mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, board, contacts } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

/** 14 and 56 days after 24 November 2020: the manager, and then the chair, are copied. */
const managerJoins = '2020-12-08';
const chairJoins = '2021-01-19';

const linesOf = async (table: Table, day: string) =>
  (await mailsPlanned(table, day))
    .flatMap(({ recipientId, lines }) =>
      lines.map((line) => `${recipientId} ${line.caseId} ${line.stage} ${line.role}`),
    )
    .sort();

async function cycle(): Promise<Table> {
  const table = await tables.newTable();
  await contacts(
    table,
    sampleContact('anna', { managerId: 'bill' }),
    sampleContact('bill', { managerId: 'anna' }),
  );
  await asked(table, 'of-anna', { ownerId: 'anna' });
  await asked(table, 'of-bill', { ownerId: 'bill' });
  return table;
}

const toldInTheCycle = [
  'anna of-anna +14 owner',
  'anna of-bill +14 manager',
  'bill of-anna +14 manager',
  'bill of-bill +14 owner',
];

describe('who is told', () => {
  test('the manager joins 14 days late and not a day before', async () => {
    const table = await cycle();
    const { night } = nightsOf(table);
    await night('2020-12-01');
    expect(await linesOf(table, '2020-12-01')).toEqual(['anna of-anna +7 owner', 'bill of-bill +7 owner']);
  });

  test('two who manage each other are each told of both, in one mail each', async () => {
    const table = await cycle();
    const { night } = nightsOf(table);
    const statement = await night(managerJoins);
    expect(await linesOf(table, managerJoins)).toEqual(toldInTheCycle);
    expect(statement).toMatchObject({ examined: 2, reminded: 2, mails: 2, reminders: 4, failed: 0 });
    expect(await night(managerJoins)).toMatchObject({ examined: 0, reminders: 0 });
  });

  test.each(['anna', 'bill'])(
    'where the mail to %s cannot be planned the other goes, and the next run makes it good',
    async (recipient) => {
      const table = await cycle();
      const { night, log } = nightsOf(table);
      const mend = failTransactionsNaming(table, recipient);
      const first = await night(managerJoins);
      expect(await linesOf(table, managerJoins)).toEqual(
        toldInTheCycle.filter((line) => !line.startsWith(recipient)),
      );
      expect(first).toMatchObject({ examined: 2, mails: 1, due: 4, reminders: 2, notWritten: 2, failed: 2 });
      expect(balances(first)).toBe(true);
      expect(log.lines.map(({ message }) => message)).toContain('A mail could not be planned');
      mend();
      const second = await night(managerJoins);
      expect(second).toMatchObject({ examined: 2, reminded: 2, mails: 1, reminders: 2, failed: 0 });
      expect(await linesOf(table, managerJoins)).toEqual(toldInTheCycle);
    },
  );

  test.each([
    ['the manager also chairs the board', 'bill', ['anna one +56 owner', 'bill one +56 manager']],
    ['the owner also chairs the board', 'anna', ['anna one +56 owner', 'bill one +56 manager']],
    ['somebody else chairs it', 'carl', ['anna one +56 owner', 'bill one +56 manager', 'carl one +56 chair']],
  ])('where %s each person is told once', async (_, chairId, told) => {
    const table = await tables.newTable();
    await contacts(
      table,
      sampleContact('anna', { managerId: 'bill' }),
      sampleContact('bill'),
      sampleContact('carl'),
    );
    await board(table, 'learning', { chairId });
    await asked(table, 'one', { ownerId: 'anna', boardId: 'learning' });
    const { night } = nightsOf(table);
    const statement = await night(chairJoins);
    expect(await linesOf(table, chairJoins)).toEqual(told);
    expect(balances(statement) && statement.failed === 0).toBe(true);
    expect(await night(chairJoins)).toMatchObject({ examined: 0 });
  });

  test('the boards of a night are read once, in one batch, as they are now', async () => {
    const table = await tables.newTable();
    await contacts(table, sampleContact('anna'), sampleContact('carl'), sampleContact('dora'));
    for (const id of ['learning', 'abuse']) await board(table, id, { chairId: 'carl' });
    for (const [index, boardId] of ['learning', 'abuse', 'learning'].entries())
      await asked(table, `case-${index}`, { ownerId: 'anna', boardId });
    await board(table, 'learning', { chairId: 'dora', version: 2 });
    const read: number[] = [];
    table.client.middlewareStack.add(
      (next) => (args) => {
        const { RequestItems } = args.input as { RequestItems?: Record<string, { Keys: { pk: string }[] }> };
        const boards = RequestItems?.[table.name]?.Keys.filter(({ pk }) => pk.startsWith('BOARD#')).length;
        if (boards) read.push(boards);
        return next(args);
      },
      { step: 'initialize' },
    );
    await nightsOf(table).night(chairJoins);
    expect(read).toEqual([2]);
    expect((await linesOf(table, chairJoins)).filter((line) => line.endsWith('chair'))).toEqual([
      'carl case-1 +56 chair',
      'dora case-0 +56 chair',
      'dora case-2 +56 chair',
    ]);
  });

  test('an owner of more than one mail holds gets several, and is told of each thing once', async () => {
    const table = await tables.newTable();
    await contacts(table, sampleContact());
    const count = mostLines * 2 + 1;
    for (let index = 0; index < count; index++) await asked(table, `case-${index}`);
    const { night, handedOver } = nightsOf(table);
    const statement = await night('2020-10-26');
    const mails = await mailsPlanned(table, '2020-10-26');
    expect(mails.map(({ lines }) => lines.length).sort()).toEqual([1, 48, 48]);
    expect(new Set(mails.flatMap(({ lines }) => lines.map(({ caseId }) => caseId))).size).toBe(count);
    expect(statement).toMatchObject({ examined: count, reminded: count, mails: 3, reminders: count });
    expect(handedOver.sort()).toEqual(mails.map(({ id }) => id).sort());
  });

  test('a manager who has left is not waited for: the owner is mailed and the deadline goes on', async () => {
    const table = await tables.newTable();
    await contacts(
      table,
      sampleContact('anna', { managerId: 'bill' }),
      sampleContact('bill', { status: 'departed' }),
    );
    await asked(table, 'one');
    const { night } = nightsOf(table);
    await night(managerJoins);
    expect(await linesOf(table, managerJoins)).toEqual(['anna one +14 owner']);
    expect(await night('2020-12-09')).toMatchObject({ examined: 0 });
  });
});
