import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { makeRows } from '../../../shared/store/make-rows.ts';
import type { Table } from '../../../shared/store/table.ts';
import { talliesBetween } from '../../../shared/store/tallies.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { nightsOf } from '../../support/nights-of.ts';
import { asked } from '../../support/recorded.ts';
import { watchdogOf } from '../../support/watchdog-of.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await makeRows(table, '2020-10-01T06:00:00.000Z');
  await asked(table, 'one', { ownerId: 'anna', boardId: 'learning' });
});

const between = (first: string, last: string) => talliesBetween(table, asDay(first), asDay(last));

describe('the tally that the watchdog keeps', () => {
  test('is one for each morning, also where the run is missing, and is found between two days', async () => {
    for (const day of ['2020-11-23', '2020-11-24', '2020-11-25'])
      await watchdogOf(table)
        .look(day)
        .catch(() => undefined);
    expect(await between('2020-11-24', '2020-11-25')).toEqual([
      {
        on: '2020-11-24',
        counts: { 'response-due-soon': 1 },
        boards: { learning: { 'response-due-soon': 1 } },
      },
      {
        on: '2020-11-25',
        counts: { 'response-overdue': 1 },
        boards: { learning: { 'response-overdue': 1 } },
      },
    ]);
    expect(await between('2020-11-26', '2020-12-31')).toEqual([]);
  });

  test('is kept once a day: what comes later that day is for the next', async () => {
    await nightsOf(table).night('2020-10-26');
    await watchdogOf(table).look('2020-10-26');
    await asked(table, 'two');
    await watchdogOf(table).look('2020-10-26');
    expect(await between('2020-10-26', '2020-10-26')).toMatchObject([{ counts: { 'awaiting-response': 1 } }]);
  });

  test('that cannot be kept is logged, and neither hides trouble nor makes any', async () => {
    table.client.middlewareStack.add(
      (next) => async (args) => {
        const { Item } = args.input as { Item?: { record?: string } };
        if (Item?.record === 'tally') throw new Error('The database is gone');
        return next(args);
      },
      { step: 'initialize', priority: 'high' },
    );
    const watchdog = watchdogOf(table);
    await expect(watchdog.look('2020-10-26')).rejects.toThrow('No run has been recorded');
    await nightsOf(table).night('2020-10-26');
    await watchdog.look('2020-10-26');
    expect(watchdog.log.lines.filter(({ level }) => level === 'error')).toEqual(
      Array(2).fill({
        level: 'error',
        message: 'The recommendations could not be counted',
        facts: { day: '2020-10-26', reason: 'Error: The database is gone' },
      }),
    );
  });

  test('is not kept of a tracker whose rows are not made yet, which would be counted wrong', async () => {
    table = await tables.newTable();
    await asked(table, 'one');
    await watchdogOf(table)
      .look('2020-10-26')
      .catch(() => undefined);
    expect(await between('2020-10-26', '2020-10-26')).toEqual([]);
  });
});
