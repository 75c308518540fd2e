import { describe, expect, test } from 'vitest';
import { amendCase } from '../../../functions/web/moves/amend-case.ts';
import { recordCase } from '../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../../functions/web/moves/record-response.ts';
import { withdraw } from '../../../functions/web/moves/withdraw.ts';
import type { Row } from '../../../shared/domain/row.ts';
import { openCatalogue } from '../../../shared/store/catalogue.ts';
import { recommendationRowKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { toItem } from '../../../shared/store/records.ts';
import type { Table } from '../../../shared/store/table.ts';
import { countRequests } from '../../support/counted-requests.ts';
import { atTheDesk, caseId, deskOf, typedCase, typedResponse } from '../../support/desk-of.ts';
import { notedLog } from '../../support/noted-log.ts';
import { put, putItem } from '../../support/recorded.ts';
import { accepted } from '../../support/sample-records.ts';

const minute = 60_000;
const named = (rows: readonly Row[]) => rows.map((row) => `${row.caseId}/${row.number} ${row.start}`);

/** A table whose own clock is moved by the test. */
function timed(table: Table, at = 1_600_000_000_000) {
  let now = at;
  const later = (by: number) => {
    now += by;
  };
  return { table: { ...table, now: () => now }, later };
}

const rowOf = async (table: Table, number = 1) =>
  (await read(table, 'recommendation-row', recommendationRowKey({ caseId, number })))!;

export function catalogueContract(newTable: () => Promise<Table>): void {
  describe('the catalogue', () => {
    test('has every recommendation with what it shares with its case, in the order of cases and numbers', async () => {
      const table = await newTable();
      const catalogue = openCatalogue(table, notedLog());
      expect(await catalogue.rows()).toEqual([]);
      const desk = await atTheDesk(table);
      accepted(await recordCase(desk, typedCase({ reference: '2018/5', title: 'Custody' })));
      for (const text of ['Train sergeants.', 'Buy cameras.'])
        accepted(await recordRecommendation(desk, '2018-5', { text, ownerId: 'anna' }));
      expect(named(await catalogue.rows())).toEqual([
        '2018-5/1 Train sergeants.',
        '2018-5/2 Buy cameras.',
        '2019-127918/1 Review searches.',
      ]);
      expect((await catalogue.rows())[0]).toMatchObject({
        reference: '2018/5',
        title: 'Custody',
        source: 'iopc',
        madeOn: '2020-09-29',
        ownerId: 'anna',
        duties: [{ kind: 'response', dueOn: '2020-11-23', lateAfterOn: '2020-11-24' }],
      });
    });

    test('shows each move at the next look; what it left alone is the very same object, and so is a list that nothing changed', async () => {
      const table = await newTable();
      const desk = await atTheDesk(table);
      accepted(await recordRecommendation(desk, caseId, { text: 'Buy cameras.', ownerId: 'anna' }));
      const catalogue = openCatalogue(table, notedLog());
      const first = await catalogue.rows();
      expect(await catalogue.rows()).toBe(first);
      accepted(await recordResponse(desk, caseId, 1, typedResponse()));
      const second = await catalogue.rows();
      expect(second[0]).toMatchObject({ acceptance: 'accepted', duties: [{}, { sequence: 1 }, {}] });
      expect(second[1]).toBe(first[1]);
      expect(first[0]).toMatchObject({ acceptance: 'awaiting', duties: [{ state: 'open' }] });
      const before = { caseId, why: 'A slip.' };
      accepted(await amendCase(desk, caseId, { title: 'Searches of children', why: before.why }));
      expect((await catalogue.rows()).map(({ title }) => title)).toEqual(
        Array(2).fill('Searches of children'),
      );
    });

    test('asks only for what was written since it last looked, and a minute more', async () => {
      const { table, later } = timed(await newTable());
      const desk = await atTheDesk(table);
      for (let index = 0; index < 9; index++)
        accepted(await recordRecommendation(desk, caseId, { text: `Number ${index}.`, ownerId: 'anna' }));
      const catalogue = openCatalogue(table, notedLog());
      await catalogue.rows();
      later(2 * minute);
      await catalogue.rows();
      const requests = countRequests(table);
      later(2 * minute);
      await catalogue.rows();
      expect(requests.take()).toMatchObject({ count: 4, items: 0 });
      accepted(await withdraw(desk, caseId, 3, { why: 'Made by mistake.' }));
      requests.take();
      await catalogue.rows();
      expect(requests.take()).toMatchObject({ count: 4, items: 1 });
    });

    test('sees what a writer wrote whose clock is up to a minute behind, and anything later still within the hour', async () => {
      const { table, later } = timed(await newTable());
      await atTheDesk(table);
      const catalogue = openCatalogue(table, notedLog());
      await catalogue.rows();
      const row = await rowOf(table);
      const saying = (start: string, behind: number) =>
        put(table, 'recommendation-row', {
          ...row,
          says: JSON.stringify({ ...JSON.parse(row.says), start }),
          writtenAt: table.now() - behind,
        });
      later(5 * minute);
      await catalogue.rows();
      await saying('A little late', minute);
      expect(named(await catalogue.rows())).toEqual(['2019-127918/1 A little late']);
      await saying('Very late', 4 * minute);
      expect(named(await catalogue.rows())).toEqual(['2019-127918/1 A little late']);
      later(60 * minute);
      expect(named(await catalogue.rows())).toEqual(['2019-127918/1 Very late']);
    });

    test('many who ask at once share one look, and who asks during it gets one that began after', async () => {
      const table = await newTable();
      await atTheDesk(table);
      const catalogue = openCatalogue(table, notedLog());
      const requests = countRequests(table);
      const together = await Promise.all(Array.from({ length: 20 }, () => catalogue.rows()));
      expect(new Set(together).size).toBe(1);
      expect(requests.take().count).toBe(4);
      const early = catalogue.rows();
      await Promise.resolve();
      await Promise.resolve();
      accepted(await withdraw(deskOf(table), caseId, 1, { why: 'Made by mistake.' }));
      expect((await catalogue.rows())[0]!.withdrawn).toBeDefined();
      await early;
    });

    test.each([
      ['is no JSON', '{'],
      ['is no row', '{"start":"Review"}'],
    ])('leaves out a row that %s, tells of it once, and has it again when it is right', async (_, says) => {
      const table = await newTable();
      await atTheDesk(table);
      const log = notedLog();
      const catalogue = openCatalogue(table, log);
      await catalogue.rows();
      const row = await rowOf(table);
      await putItem(table, { ...toItem('recommendation-row', { ...row, says }) });
      expect(await catalogue.rows()).toEqual([]);
      expect(await catalogue.rows()).toEqual([]);
      expect(log.lines).toMatchObject([{ level: 'error', facts: { row: 'CASE#2019-127918 REC#001#ROW' } }]);
      await put(table, 'recommendation-row', row);
      expect(await catalogue.rows()).toHaveLength(1);
    });

    test('after the database was gone it looks again, from where it had been', async () => {
      const table = await newTable();
      const desk = await atTheDesk(table);
      let isGone = false;
      const client = new Proxy(table.client, {
        get: (target, name) => {
          if (name === 'send' && isGone) return () => Promise.reject(new Error('The database is gone'));
          return Reflect.get(target, name, target);
        },
      });
      const catalogue = openCatalogue({ ...table, client }, notedLog());
      await catalogue.rows();
      isGone = true;
      await expect(catalogue.rows()).rejects.toThrow('The database is gone');
      accepted(await withdraw(desk, caseId, 1, { why: 'Made by mistake.' }));
      isGone = false;
      expect((await catalogue.rows())[0]!.withdrawn).toBeDefined();
    });
  });
}
