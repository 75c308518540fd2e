import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTable } from '../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../support/embedded-table.ts';
import { type Exploration, type Explorations, exploreFrom, type Notable } from './explore.ts';
import type { Ground } from './ground.ts';
import { type PeerName, playPeer } from './peers.ts';
import { play } from './play.ts';
import { playOn } from './pool.ts';
import { openGround } from './tables.ts';
import type { Client } from './wire-client.ts';

let tables: EmbeddedTables;
const grounds: Ground[] = [];
beforeAll(async () => {
  tables = await startTables();
  for (let lane = 0; lane < 2; lane++) grounds.push(await openGround(tables));
});
afterAll(() => tables.stop());

const story = 'nobody touches it';

describe('the deployed engine', { timeout: 180_000 }, () => {
  // `npm run reliability` explores more of each; this part is the same every time.
  test('loses nothing under any one fault or two, doubles nothing under one, and neither with everything doubled', async () => {
    const notable: Notable[] = [];
    const sizes = { twoFaults: 150, orders: 15, doubledFaults: 45 };
    const found: Explorations = await exploreFrom(playOn(grounds), [{ story, faults: [] }], sizes, notable);
    expect(notable.filter(({ ending }) => ending !== 'parked')).toEqual([]);
    expect(found.oneFault.schedules).toBeGreaterThan(350);
    expect(found.oneFault.exactlyOnce).toBe(found.oneFault.schedules);
    expect(found.twoFaults).toMatchObject({ schedules: 150, lost: 0, wrong: 0 });
    expect(found.twoFaults.mostDuplicates).toBeLessThanOrEqual(1);
    expect(found.doubled.schedules).toBeGreaterThan(60);
    expect(found.doubled.exactlyOnce).toBe(found.doubled.schedules);
  });

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

  test('makes the same calls and sends the same mails through the SDK’s own client', async () => {
    const [quick] = grounds as [Ground];
    const client = openTable(quick.tableName).client as unknown as Client;
    const schedule = { story, faults: [{ at: 20, kind: 'fails-after' as const }] } as const;
    const ours = { ...schedule, faults: [...schedule.faults] };
    expect(await play({ ...quick, client }, ours)).toEqual(await play(quick, ours));
  });
});

describe('the exploration', () => {
  const figuresOf = async (peer: PeerName): Promise<Exploration['peers'][number]> => ({
    name: peer,
    ...(await exploreFrom(playOn(grounds), [{ peer, faults: [] }], {
      twoFaults: 0,
      orders: 5,
      doubledFaults: 0,
    })),
  });

  test('sees what is lost and what is doubled: other strategies lose or double under one fault', async () => {
    const [sendFirst, markFirst, lease] = [
      await figuresOf('send-then-mark'),
      await figuresOf('mark-then-send'),
      await figuresOf('lease'),
    ];
    expect(sendFirst.oneFault.duplicates).toBeGreaterThan(0);
    expect(sendFirst.doubled.duplicates).toBeGreaterThan(0);
    expect(markFirst.oneFault.lost).toBeGreaterThan(0);
    expect(lease.oneFault.duplicates).toBeGreaterThan(0);
    expect(lease.doubled.exactlyOnce).toBeGreaterThan(0);
  });

  test('plays a schedule the same way every time', async () => {
    const [ground] = grounds as [Ground];
    const doubled = { story, faults: [{ at: 60, kind: 'crash-after' as const }], seed: 7 } as const;
    const again = { ...doubled, faults: [...doubled.faults] };
    expect(await play(ground, again)).toEqual(await play(ground, again));
    const peer = { faults: [{ at: 3, kind: 'fails-after' as const }], seed: 7 };
    expect(await playPeer(ground, 'lease', peer)).toEqual(await playPeer(ground, 'lease', peer));
  });
});
