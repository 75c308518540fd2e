import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reconcile } from '../../../functions/reconcile/reconcile.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { keepNight } from '../../../shared/store/nights.ts';
import type { Table } from '../../../shared/store/table.ts';
import { troubleNow } from '../../../shared/store/watch.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { calendar, mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { notedLog } from '../../support/noted-log.ts';
import { asked, contacts, put } from '../../support/recorded.ts';
import { morningOf, sampleContact } from '../../support/sample-records.ts';
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

  describe('where the ledger is compared every Monday', () => {
    const aWeekOfNights = async () => {
      const table = await tables.newTable();
      const { night } = nightsOf(table);
      for (let day = 2; day <= 10; day++) await night(`2020-11-${String(day).padStart(2, '0')}`);
      const compare = (day: string) =>
        reconcile({ table, clock: morningOf(day), holidays: calendar.holidays, log: notedLog() });
      return { table, night, compare };
    };
    const forgotten = 'have not been compared with what should have been sent for eight days or more';

    test('rings from the Tuesday after a Monday that was missed', async () => {
      const { table, compare } = await aWeekOfNights();
      await compare('2020-11-02');
      await expect(look(table, '2020-11-09')).resolves.toBeUndefined();
      await expect(look(table, '2020-11-10')).rejects.toThrow(
        `Tuesday 10 November 2020: The reminders ${forgotten}`,
      );
      expect(await troubleNow(table, asInstant('2020-11-10T08:00:00Z'))).toMatchObject({
        trouble: 'not-compared',
      });
      await compare('2020-11-10');
      await expect(look(table, '2020-11-10')).resolves.toBeUndefined();
    });

    test('rings where it never was, once the tracker has run for eight days', async () => {
      const { table } = await aWeekOfNights();
      await expect(look(table, '2020-11-09')).resolves.toBeUndefined();
      await expect(look(table, '2020-11-10')).rejects.toThrow(forgotten);
    });

    test('is content with a comparison that found a difference, which rings by itself', async () => {
      const { table, compare } = await aWeekOfNights();
      await contacts(table, sampleContact());
      const { deadline } = await asked(table, 'one');
      const settledThrough = { ...deadline.settledThrough, owner: '2020-10-26' as never };
      await put(table, 'deadline', { ...deadline, settledThrough });
      await expect(compare('2020-11-09')).rejects.toThrow('The ledger differs');
      await expect(look(table, '2020-11-10')).resolves.toBeUndefined();
    });
  });
});
