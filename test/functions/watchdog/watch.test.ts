import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watch } from '../../../functions/watchdog/watch.ts';
import { keepNight } from '../../../shared/store/nights.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { nightsOf } from '../../support/nights-of.ts';
import { notedLog } from '../../support/noted-log.ts';
import { morningOf } from '../../support/sample-records.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const look = (table: Table, day: string) => watch({ table, clock: morningOf(day), log: notedLog() });

describe('the watchdog', () => {
  test('is content with a day whose run ended and balances, also when nothing was due', async () => {
    const table = await tables.newTable();
    await nightsOf(table).night('2020-10-26');
    await expect(look(table, '2020-10-26')).resolves.toBeUndefined();
  });

  test('rings where the day has no run, though the days beside it have', async () => {
    const table = await tables.newTable();
    await nightsOf(table).night('2020-10-25');
    await nightsOf(table).night('2020-10-27');
    await expect(look(table, '2020-10-26')).rejects.toThrow(
      'Monday 26 October 2020: No run has been recorded',
    );
  });

  test('rings where the run did not end', async () => {
    const table = await tables.newTable();
    const { finishedAt: _, ...night } = await nightsOf(table).night('2020-10-26');
    await keepNight(table, { ...night, id: `${night.startedAt}-later` });
    await expect(look(table, '2020-10-26')).rejects.toThrow('did not end');
  });
});
