import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedTables, startTables } from '../support/embedded-table.ts';
import { exploreDoubled, type Notable } from './explore.ts';
import type { Ground } from './ground.ts';
import { play } from './play.ts';
import { playOn } from './pool.ts';
import { openGround } from './tables.ts';

let tables: EmbeddedTables;
const grounds: Ground[] = [];
beforeAll(async () => {
  tables = await startTables();
  for (let lane = 0; lane < 2; lane++) grounds.push(await openGround(tables));
});
afterAll(() => tables.stop());

describe('with every run, message and event doubled and all workers interleaved', {
  timeout: 180_000,
}, () => {
  test.each(['nobody touches it', 'met between plan and sending'] as const)(
    'each reminder goes once under one fault, and nothing stale: %s',
    async (story) => {
      const notable: Notable[] = [];
      const sizes = { twoFaults: 0, orders: 4, doubledFaults: 10 };
      const found = await exploreDoubled(playOn(grounds), [{ story, faults: [] }], sizes, notable);
      expect(notable).toEqual([]);
      expect(found.schedules).toBeGreaterThan(40);
      expect(found.exactlyOnce).toBe(found.schedules);
    },
  );
});

describe('once a promise is met', { timeout: 180_000 }, () => {
  test.each(['met between plan and sending', 'met before the second try'] as const)(
    'sends nothing stale when the promise is %s, whenever the sender dies',
    async (told) => {
      const [ground] = grounds as [Ground];
      const { calls } = await play(ground, { story: told, faults: [] });
      for (const [at, service] of calls.entries()) {
        if (service !== 'mail' && service !== 'transaction') continue;
        for (const kind of ['crash-before', 'crash-after', 'fails-after'] as const) {
          const { lost, duplicates, wrong } = await play(ground, { story: told, faults: [{ at, kind }] });
          expect([at, kind, lost, duplicates, wrong]).toEqual([at, kind, [], [], []]);
        }
      }
    },
  );
});
