import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { balances } from '../../../shared/domain/night.ts';
import { planNight } from '../../../shared/engine/plan.ts';
import { deadlineKey } from '../../../shared/store/keys.ts';
import { readNight } from '../../../shared/store/nights.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { calendar, mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, contacts } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';
import { wholeTable } from '../../support/whole-table.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const today = '2020-10-26';

async function withAnna(...references: string[]): Promise<Table> {
  const table = await tables.newTable();
  await contacts(table, sampleContact());
  for (const reference of references) await asked(table, reference);
  return table;
}

const linesOf = async (table: Table, day = today) =>
  (await mailsPlanned(table, day)).flatMap(({ recipientId, lines }) =>
    lines.map(({ caseId, stage, role }) => `${recipientId} ${caseId} ${stage} ${role}`),
  );

describe('a night', () => {
  test('plans one mail for one owner, whatever it speaks of, and hands it over', async () => {
    const table = await withAnna('one', 'two');
    const { night, handedOver } = nightsOf(table);
    const statement = await night(today);
    expect(statement).toMatchObject({
      examined: 2,
      reminded: 2,
      mails: 1,
      reminders: 2,
      skipped: {},
      failed: 0,
    });
    expect((await linesOf(table)).sort()).toEqual(['anna one -28 owner', 'anna two -28 owner']);
    expect(handedOver).toEqual((await mailsPlanned(table, today)).map(({ id }) => id));
  });

  test('that has nothing to do is kept all the same, and balances', async () => {
    const table = await tables.newTable();
    const { night, handedOver } = nightsOf(table);
    const statement = await night(today);
    expect(await readNight(table, statement.id)).toEqual(statement);
    expect(statement).toMatchObject({ examined: 0, mails: 0, finishedAt: expect.any(String) });
    expect(balances(statement)).toBe(true);
    expect(handedOver).toEqual([]);
  });

  test('tried dry decides the same and writes nothing', async () => {
    const table = await withAnna('one', 'two');
    const { depsOn, handedOver } = nightsOf(table);
    const before = await wholeTable(table);
    const plan = await planNight({ ...depsOn(today), calendar }, asDay(today));
    expect(plan.digests.map((lines) => lines.length)).toEqual([2]);
    expect(await wholeTable(table)).toEqual(before);
    expect(handedOver).toEqual([]);
  });

  test('lived twice plans once; what is still to be sent is handed over again', async () => {
    const table = await withAnna('one', 'two');
    const { night, handedOver } = nightsOf(table);
    await night(today);
    const second = await night(today);
    expect(second).toMatchObject({
      examined: 0,
      mails: 0,
      reminders: 0,
      outstanding: { found: 1, toHandOver: 1 },
    });
    expect(await linesOf(table)).toHaveLength(2);
    expect(handedOver).toEqual([handedOver[0], handedOver[0]]);
  });

  test('whose predecessors were missed tells of the latest stage once, says it is late, and settles the older ones', async () => {
    const table = await withAnna('one');
    const { night } = nightsOf(table);
    await night('2020-11-17');
    const [mail] = await mailsPlanned(table, '2020-11-17');
    expect(mail?.lines).toMatchObject([{ stage: '-7', late: true, coalesced: ['-28', '-14'] }]);
  });

  test('three times at once plans once, as often as it is tried', { timeout: 30_000 }, async () => {
    for (let turn = 0; turn < 12; turn++) {
      const table = await withAnna('one', 'two', 'three');
      const { night } = nightsOf(table);
      const statements = await Promise.all([night(today), night(today), night(today)]);
      expect((await linesOf(table)).sort()).toEqual([
        'anna one -28 owner',
        'anna three -28 owner',
        'anna two -28 owner',
      ]);
      expect(statements.reduce((sum, { reminders }) => sum + reminders, 0)).toBe(3);
      expect(statements.map(balances)).toEqual([true, true, true]);
    }
  });

  test('puts back what has nothing to say today, for the day of its next stage', async () => {
    const table = await withAnna();
    const { deadline } = await asked(table, 'one');
    const { night } = nightsOf(table);
    const statement = await night('2020-10-02');
    expect(statement).toMatchObject({ examined: 1, reminded: 0, skipped: { 'not-yet': 1 }, failed: 0 });
    const after = await read(table, 'deadline', deadlineKey(deadline));
    expect(after).toEqual({ ...deadline, nextActionOn: '2020-10-26', stagesEdition: 1, plans: 1 });
    expect(await night('2020-10-25')).toMatchObject({ examined: 0 });
    expect(await night('2020-10-26')).toMatchObject({ examined: 1, reminders: 1 });
  });
});
