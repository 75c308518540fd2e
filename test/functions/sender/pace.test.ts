import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPace } from '../../../functions/sender/pace.ts';
import type { Quota } from '../../../shared/domain/quota.ts';
import type { MailService } from '../../../shared/runtime/mail-service.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { ampleQuota, mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { notedLog } from '../../support/noted-log.ts';
import { asked, contacts } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';
import { senderOf } from '../../support/sender-of.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

/** A stopwatch that only a wait, or the test, moves on; and a mail service that says this of its rate. */
function paced(rates: (number | Error)[], workers = 2) {
  const log = notedLog();
  const waits: number[] = [];
  let now = 1_000;
  let asked = 0;
  const readQuota = async (): Promise<Quota> => {
    const rate = rates[Math.min(asked++, rates.length - 1)]!;
    if (rate instanceof Error) throw rate;
    return { ...ampleQuota, perSecond: rate };
  };
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
    now += milliseconds;
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  const pace = openPace({ readQuota, workers, now: () => now, wait, log });
  return { pace, waits, log, pass, now: () => now, asked: () => asked };
}

async function sendOne({ pace }: Pick<ReturnType<typeof paced>, 'pace'>) {
  await pace.turn();
  pace.sent();
}

describe('a sender', () => {
  test('sends every 179 ms as one of two at 14 a second, the first of a batch too', async () => {
    const sender = paced([14]);
    await sender.pace.begin();
    for (let mail = 0; mail < 3; mail++) await sendOne(sender);
    expect(sender.waits).toEqual([179, 179, 179]);
  });

  test('does not wait where its own work took as long', async () => {
    const sender = paced([14]);
    await sender.pace.begin();
    sender.pass(100);
    await sendOne(sender);
    sender.pass(179);
    await sendOne(sender);
    expect(sender.waits).toEqual([79]);
  });

  test('does not wait again for a mail that was not sent', async () => {
    const sender = paced([14]);
    await sender.pace.begin();
    await sender.pace.turn();
    await sender.pace.turn();
    expect(sender.waits).toEqual([179]);
  });

  test('asks for the rate once in five minutes, not once a batch', async () => {
    const sender = paced([14, 7]);
    await sender.pace.begin();
    sender.pass(299_999);
    await sender.pace.begin();
    expect(sender.asked()).toBe(1);
    sender.pass(1);
    await sender.pace.begin();
    await sendOne(sender);
    expect([sender.asked(), sender.waits]).toEqual([2, [358]]);
  });

  test.each([
    ['cannot be read', new Error('Rate exceeded')],
    ['is none', 0],
  ])('whose rate %s sends as slowly as the slowest account', async (_, rate) => {
    const sender = paced([rate]);
    await sender.pace.begin();
    await sendOne(sender);
    expect(sender.waits).toEqual([2_500]);
    expect(sender.log.lines.map(({ level }) => level)).toEqual(rate instanceof Error ? ['warn'] : []);
  });
});

test('the mails of a batch leave at the pace of their sender', async () => {
  const table = await tables.newTable();
  for (const id of ['anna', 'bill', 'carl']) {
    await contacts(table, sampleContact(id));
    await asked(table, id, { ownerId: id });
  }
  await nightsOf(table).night('2020-10-26');
  const mails = await mailsPlanned(table, '2020-10-26');
  const { pace, now } = paced([10], 1);
  const leftAt: number[] = [];
  const service: MailService = {
    async send() {
      leftAt.push(now());
      return { kind: 'accepted', messageId: 'message' };
    },
  };
  await senderOf(table, { service, pace }).sendAll(...mails.map(({ id }) => JSON.stringify({ mailId: id })));
  expect(leftAt).toEqual([1_125, 1_250, 1_375]);
});
