import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { answer, everydayPages, type Looked, pagesOn } from '../../../bench/measure.ts';
import { type Seeded, seed } from '../../../bench/seed.ts';
import { countRequests, type Requests } from '../../../support/counted-requests.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';

const [few, many] = [40, 320];
/** Contacts, boards, the runs, and what is due tonight are read whole; of three thousand records about recommendations no more than a screenful. */
const mostItems = 300;

let tables: EmbeddedTables;
const asked = new Map<number, Map<string, Requests>>();
beforeAll(async () => {
  tables = await startTables();
  for (const recommendations of [few, many]) {
    const table: Table = await tables.newTable();
    asked.set(recommendations, await askedBy(table, await seed(table, recommendations)));
  }
}, 120_000);
afterAll(() => tables.stop());

/** What each page asks of the database once the process knows the rows. */
async function askedBy(table: Table, seeded: Seeded): Promise<Map<string, Requests>> {
  const requests = countRequests(table);
  const app = pagesOn(table);
  const found = new Map<string, Requests>();
  for (const { name, path } of everydayPages(seeded)) {
    await answer(app, path(0));
    requests.take();
    await answer(app, path(0));
    found.set(name, requests.take());
  }
  return found;
}

const names = everydayPages({ cases: [{ id: 'any', recommendations: 1 }] }).map(({ name }: Looked) => name);

describe('an everyday page', () => {
  test.each(names)(
    '(%s) reads no whole table, and asks no more where there are eight times as many',
    (name) => {
      const [small, large] = [asked.get(few)!.get(name)!, asked.get(many)!.get(name)!];
      expect(large.commands).not.toContain('ScanCommand');
      expect(large.items).toBeLessThan(mostItems);
      expect(large.count).toBeLessThanOrEqual(small.count + 1);
    },
  );
});
