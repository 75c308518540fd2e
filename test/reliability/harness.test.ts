import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTable } from '../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../support/embedded-table.ts';
import { type Exploration, exploreFrom } from './explore.ts';
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

  test('makes the same calls and sends the same mails through the SDK’s own client', async () => {
    const [quick] = grounds as [Ground];
    const client = openTable(quick.tableName).client as unknown as Client;
    const schedule = { story, faults: [{ at: 20, kind: 'fails-after' as const }] } as const;
    const ours = { ...schedule, faults: [...schedule.faults] };
    expect(await play({ ...quick, client }, ours)).toEqual(await play(quick, ours));
  });
});
