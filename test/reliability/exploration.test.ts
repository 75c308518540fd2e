import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedTables, startTables } from '../support/embedded-table.ts';
import { exploreFrom, type Notable } from './explore.ts';
import type { Ground } from './ground.ts';
import { playOn } from './pool.ts';
import { openGround } from './tables.ts';

let tables: EmbeddedTables;
const grounds: Ground[] = [];
beforeAll(async () => {
  tables = await startTables();
  for (let lane = 0; lane < 2; lane++) grounds.push(await openGround(tables));
});
afterAll(() => tables.stop());

const story = 'nobody touches it';

// `npm run reliability` explores more, in more stories; this part is the same every time.
describe('the deployed engine', { timeout: 180_000 }, () => {
  test('loses nothing and doubles nothing under any one fault, and loses nothing under two', async () => {
    const notable: Notable[] = [];
    const sizes = { twoFaults: 200, orders: 0, doubledFaults: 0 };
    const found = await exploreFrom(playOn(grounds), [{ story, faults: [] }], sizes, notable);
    expect(notable.filter(({ ending }) => ending !== 'parked')).toEqual([]);
    expect(found.oneFault.schedules).toBeGreaterThan(350);
    expect(found.oneFault.exactlyOnce).toBe(found.oneFault.schedules);
    expect(found.twoFaults).toMatchObject({ schedules: 200, lost: 0, wrong: 0 });
    expect(found.twoFaults.mostDuplicates).toBeLessThanOrEqual(1);
  });
});
