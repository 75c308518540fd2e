import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepNight } from '../../../shared/store/nights.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, contacts, put } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';
import { watchdogOf } from '../../support/watchdog-of.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const look = (table: Table, day: string) => watchdogOf(table).look(day);

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

  test('rings where a mail of the morning waits or is held by nobody knows whom, until it has left', async () => {
    const table = await tables.newTable();
    await contacts(table, sampleContact());
    await asked(table, 'one');
    await nightsOf(table).night('2020-10-26');
    const mail = (await mailsPlanned(table, '2020-10-26')).find(({ recipientId }) => recipientId === 'anna')!;
    for (const state of ['PENDING', 'CLAIMED'] as const) {
      await put(table, 'mail', { ...mail, state });
      await expect(look(table, '2020-10-26')).rejects.toThrow('still waiting to be sent');
    }
    for (const state of ['SENT', 'DELIVERED', 'SUPERSEDED', 'FAILED'] as const) {
      await put(table, 'mail', { ...mail, state });
      await expect(look(table, '2020-10-26')).resolves.toBeUndefined();
    }
  });

  test('rings on every day on which a mail of an earlier day is held back for want of quota', async () => {
    const table = await tables.newTable();
    await contacts(table, sampleContact());
    await asked(table, 'one');
    const { night, quotaIs } = nightsOf(table);
    quotaIs({ perDay: 0 });
    for (const day of ['2020-10-26', '2020-10-27', '2020-10-31']) {
      await night(day);
      await expect(look(table, day)).rejects.toThrow('still waiting to be sent');
    }
    quotaIs({ perDay: 200 });
    await night('2020-11-01');
    await expect(look(table, '2020-11-01')).resolves.toBeUndefined();
  });
});
