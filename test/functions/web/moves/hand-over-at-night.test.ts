import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeBoard } from '../../../../functions/web/moves/change-board.ts';
import { changeContact } from '../../../../functions/web/moves/change-contact.ts';
import { recordDeparture } from '../../../../functions/web/moves/record-departure.ts';
import { balances } from '../../../../shared/domain/night.ts';
import { contactKey } from '../../../../shared/store/keys.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { nightsOf } from '../../../support/nights-of.ts';
import { asked, board, contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { senderOf } from '../../../support/sender-of.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await contacts(table, sampleContact('anna'), sampleContact('sue'), sampleContact('tom'));
});

/** The engine with a mail service that takes everything; `told` is who was sent a letter on which day, in order. */
function engine() {
  const told: string[] = [];
  const nights = nightsOf(table);
  const to = (day: string) => ({
    send: async ({ to }: { to: string }) => {
      told.push(`${to.split('@')[0]} ${day}`);
      return { kind: 'accepted' as const, messageId: `message-${told.length}` };
    },
  });
  return {
    told,
    plan: (day: string) => nights.night(day),
    /** Sends all that has been handed over. */
    async send(day: string): Promise<string[]> {
      const { send } = senderOf(table, { service: to(day), day });
      const fates = [];
      for (const id of nights.handedOver.splice(0)) fates.push(await send(id));
      return fates;
    },
    /** The runs of a day, with all that follows from them. */
    async live(day: string): Promise<void> {
      for (let runs = 0; runs < 3; runs++) {
        expect(balances(await this.plan(day))).toBe(true);
        await this.send(day);
      }
    },
  };
}

const handOver = async (day: string, id = 'anna', successorId: string | undefined = 'sue') =>
  accepted(await recordDeparture(deskOf(table, day), id, { successorId }));
const depart = async (day: string, id = 'anna') =>
  accepted(await recordDeparture(deskOf(table, day), id, {}));

describe('a hand-over', () => {
  beforeEach(() => asked(table, 'one'));

  test('after the mail was sent: the successor hears of the next stage, and of nothing twice', async () => {
    const at = engine();
    await at.live('2020-10-26');
    await handOver('2020-10-26');
    for (const day of ['2020-10-27', '2020-11-09', '2020-11-16']) await at.live(day);
    expect(at.told).toEqual(['anna 2020-10-26', 'sue 2020-11-09', 'sue 2020-11-16']);
  });

  test('between the plan and the sending: the mail goes to the successor by the next run', async () => {
    const at = engine();
    await at.plan('2020-10-26');
    await handOver('2020-10-26');
    expect(await at.send('2020-10-26')).toEqual(['superseded']);
    for (const day of ['2020-10-26', '2020-10-27', '2020-11-09']) await at.live(day);
    expect(at.told).toEqual(['sue 2020-10-26', 'sue 2020-11-09']);
  });

  test('named only days after they left: what waited is told once then, and not as well by what comes next', async () => {
    const at = engine();
    await at.plan('2020-10-26');
    await depart('2020-10-26');
    expect(await at.send('2020-10-26')).toEqual(['waits']);
    for (const day of ['2020-10-27', '2020-10-28']) await at.live(day);
    expect(at.told).toEqual([]);
    await handOver('2020-10-28');
    for (const day of ['2020-10-29', '2020-10-30', '2020-11-09']) await at.live(day);
    expect(at.told).toEqual(['sue 2020-10-29', 'sue 2020-11-09']);
  });

  test('named on the day of the next stage: one mail says both', async () => {
    const at = engine();
    await at.plan('2020-10-26');
    await depart('2020-10-26');
    await at.send('2020-10-26');
    await handOver('2020-11-08');
    await at.live('2020-11-09');
    expect(at.told).toEqual(['sue 2020-11-09']);
  });

  test('twice over before anything is sent: only the last one is told, once', async () => {
    const at = engine();
    await at.plan('2020-10-26');
    await handOver('2020-10-26');
    await at.send('2020-10-26');
    await handOver('2020-10-26', 'sue', 'tom');
    await at.live('2020-10-26');
    await at.live('2020-10-27');
    expect(at.told).toEqual(['tom 2020-10-26']);
  });

  test('put right before anything is sent, back and forth: nobody is passed over', async () => {
    const at = engine();
    await at.plan('2020-10-26');
    await handOver('2020-10-26');
    await at.send('2020-10-26');
    await handOver('2020-10-26', 'anna', 'tom');
    await at.plan('2020-10-26');
    await at.send('2020-10-26');
    await handOver('2020-10-26', 'anna', 'sue');
    await at.live('2020-10-26');
    await at.live('2020-10-27');
    expect(at.told).toEqual(['sue 2020-10-26']);
  });
});

test('a hand-over at any moment of a night: each duty is told exactly once, to the one or the other', {
  timeout: 60_000,
}, async () => {
  const seen = new Set<string>();
  for (let turn = 0; turn < 24; turn++) {
    table = await tables.newTable();
    await contacts(table, sampleContact('anna'), sampleContact('sue'));
    await asked(table, 'one');
    const at = engine();
    const handing = (async () => {
      for (let pause = 0; pause < turn; pause++) await read(table, 'contact', contactKey('anna'));
      await handOver('2020-10-26');
    })();
    const night = (async () => {
      expect(balances(await at.plan('2020-10-26'))).toBe(true);
      await at.send('2020-10-26');
    })();
    await Promise.all([handing, night]);
    await at.live('2020-10-26');
    await at.live('2020-10-27');
    expect(at.told).toHaveLength(1);
    seen.add(at.told[0]!);
  }
  expect([...seen].sort()).toEqual(['anna 2020-10-26', 'sue 2020-10-26']);
});

describe('a copy that waits', () => {
  test('for the chair a board had goes to the chair it has now', async () => {
    await board(table, 'learning', { chairId: 'sue' });
    await asked(table, 'one', { ownerId: 'anna', boardId: 'learning' });
    const at = engine();
    await at.plan('2021-01-19');
    accepted(
      await changeBoard(deskOf(table, '2021-01-19'), 'learning', { name: 'learning', chairId: 'tom' }),
    );
    await at.send('2021-01-19');
    await at.live('2021-01-20');
    expect(at.told).toEqual(['anna 2021-01-19', 'tom 2021-01-20']);
  });

  test('for a manager who leaves goes to whoever takes over from them', async () => {
    await contacts(table, sampleContact('anna', { managerId: 'sue' }));
    await asked(table, 'one');
    const at = engine();
    await at.plan('2020-12-08');
    await handOver('2020-12-08', 'sue', 'tom');
    await at.live('2020-12-08');
    await at.live('2020-12-09');
    expect(at.told).toEqual(['anna 2020-12-08', 'tom 2020-12-08']);
  });

  test('for an owner’s deputy goes to the owner when their address is put right', async () => {
    await contacts(table, sampleContact('anna', { delivery: 'bounced', deputyId: 'sue' }));
    await asked(table, 'one');
    const at = engine();
    await at.plan('2020-10-26');
    const { kind, name, post } = sampleContact('anna');
    const change = { kind, name, post, email: 'anna.new@force.example', deputyId: 'sue' };
    accepted(await changeContact(deskOf(table, '2020-10-26'), 'anna', change));
    await at.live('2020-10-26');
    await at.live('2020-10-27');
    expect(at.told).toEqual(['anna.new 2020-10-26']);
  });
});
