import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeInReports } from '../../../functions/feedback/reports.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { raise } from '../../../shared/domain/exception.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import { contactKey, exceptionKey } from '../../../shared/store/keys.ts';
import { readMail } from '../../../shared/store/outbox.ts';
import { read } from '../../../shared/store/read.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { notedLog } from '../../support/noted-log.ts';
import { asked, contacts, put } from '../../support/recorded.ts';
import { morningOf, sampleContact, sampleLine, sampleMail } from '../../support/sample-records.ts';
import { wholeTable } from '../../support/whole-table.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

/** The feedback function on a table with one mail to Anna, sent and not yet confirmed. */
async function withMail(of: Partial<Mail> = {}, anna: Partial<Contact> = {}) {
  const table = await tables.newTable();
  await contacts(table, sampleContact('anna', anna), sampleContact('dora'));
  const { deadline } = await asked(table, 'one');
  await put(
    table,
    'mail',
    sampleMail('mail-1', [sampleLine(deadline)], { state: 'SENT', settledAt: '2020-10-26T06:10:00Z', ...of }),
  );
  const log = notedLog();
  const handedOver: string[] = [];
  const deps = {
    table,
    log,
    clock: morningOf('2020-10-26'),
    handOver: async (mailIds: string[]) => void handedOver.push(...mailIds),
  };
  return {
    table,
    log,
    handedOver,
    state: async (id = 'mail-1') => (await readMail(table, id))?.state,
    exception: (id: string) => read(table, 'exception', exceptionKey(id)),
    delivery: async () => (await read(table, 'contact', contactKey('anna')))?.delivery,
    /** Takes in a batch and says which of it is to be delivered again. */
    async takeIn(...bodies: (object | string)[]): Promise<number[]> {
      const Records = bodies.map((body, index) => ({
        messageId: String(index),
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }));
      const { batchItemFailures } = await takeInReports(deps, { Records } as never);
      return batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier));
    },
  };
}

const event = (eventType: string, more: object = {}, mailId = 'mail-1') => ({
  eventType,
  mail: { messageId: 'message-1', tags: { mailId: [mailId] } },
  ...more,
});
const bounce = (bounceType: string) => event('Bounce', { bounce: { bounceType } });

describe('a report', () => {
  test('of a mail that nobody knows is delivered again, because it may be too new to be seen', async () => {
    const { takeIn } = await withMail();
    expect(await takeIn(event('Delivery', {}, 'no-such-mail'))).toEqual([0]);
  });

  test('of somebody else’s mail, or of what says nothing of its fate, is ignored', async () => {
    const { takeIn, table } = await withMail();
    const before = await wholeTable(table);
    const notOurs = { eventType: 'Bounce', mail: { messageId: 'other', tags: { 'ses:caller': ['other'] } } };
    expect(await takeIn(notOurs, event('DeliveryDelay'), event('Open'))).toEqual([]);
    expect(await wholeTable(table)).toEqual(before);
  });

  test.each([
    ['no event at all', 'hello'],
    ['an event without a mail', { eventType: 'Delivery' }],
    ['half an event', '{"eventType":"Deliv'],
  ])('that is %s fails alone, loudly, and the rest is taken in', async (_, body) => {
    const { takeIn, state, log } = await withMail();
    expect(await takeIn(body, event('Delivery'))).toEqual([0]);
    expect(await state()).toBe('DELIVERED');
    expect(log.lines.map(({ level }) => level)).toEqual(['error']);
  });

  test.each([
    ['Send', 'CLAIMED', 'SENT'],
    ['Delivery', 'CLAIMED', 'DELIVERED'],
    ['Delivery', 'SENT', 'DELIVERED'],
    ['Delivery', 'NO_CONFIRMATION', 'DELIVERED'],
    ['Send', 'DELIVERED', 'DELIVERED'],
  ] as const)('%s of a mail that is %s: it is %s', async (eventType, before, after) => {
    const { takeIn, state } = await withMail({ state: before });
    expect(await takeIn(event(eventType))).toEqual([]);
    expect(await state()).toBe(after);
  });

  test('that arrives twice, and out of order, changes nothing the second time', async () => {
    const { takeIn, table } = await withMail();
    expect(await takeIn(event('Delivery'))).toEqual([]);
    const before = await wholeTable(table);
    expect(await takeIn(event('Delivery'), event('Send'))).toEqual([]);
    expect(await wholeTable(table)).toEqual(before);
  });
});

describe('a permanent bounce', () => {
  test.each(['SENT', 'DELIVERED', 'CLAIMED'] as const)(
    'of a mail that is %s marks the contact and is an exception',
    async (before) => {
      const { takeIn, state, exception, delivery, handedOver } = await withMail({ state: before });
      expect(await takeIn(bounce('Permanent'))).toEqual([]);
      expect([await state(), await delivery()]).toEqual(['BOUNCED', 'bounced']);
      expect(await exception('bounced-anna')).toMatchObject({ kind: 'bounced', contactId: 'anna' });
      expect(handedOver).toEqual([]);
    },
  );

  test('of a contact who is marked already leaves the exception as it was raised', async () => {
    const { takeIn, table, exception } = await withMail({}, { delivery: 'bounced' });
    const standing = raise('bounced', { contactId: 'anna' }, '2020-10-12T06:10:00.000Z');
    await put(table, 'exception', standing);
    await takeIn(bounce('Permanent'));
    expect(await exception('bounced-anna')).toEqual(standing);
  });

  test('sends the reminders to the deputy, once', async () => {
    const { takeIn, table, handedOver } = await withMail({}, { deputyId: 'dora' });
    expect(await takeIn(bounce('Permanent'), bounce('Permanent'))).toEqual([]);
    expect(handedOver).toHaveLength(1);
    expect(await readMail(table, handedOver[0]!)).toMatchObject({ recipientId: 'dora', state: 'PENDING' });
  });

  test('with a deputy whose mail bounces as well waits until somebody can have it', async () => {
    const { takeIn, table, handedOver } = await withMail({}, { deputyId: 'dora' });
    await contacts(table, sampleContact('dora', { delivery: 'bounced' }));
    await takeIn(bounce('Permanent'));
    expect(handedOver).toEqual([]);
    const waiting = await readMail(table, 'mail-1-for-anna');
    expect(waiting).toMatchObject({ recipientId: 'anna', state: 'PENDING', lines: [{ stage: '-28' }] });
  });

  test('of a copy to a manager waits for nobody', async () => {
    const { takeIn, table } = await withMail();
    const mail = (await readMail(table, 'mail-1'))!;
    await put(table, 'mail', { ...mail, lines: mail.lines.map((line) => ({ ...line, role: 'manager' })) });
    await takeIn(bounce('Permanent'));
    expect(await readMail(table, 'mail-1-for-anna')).toBeUndefined();
  });

  test('of somebody who has handed over sends it to whoever took over, and is no exception', async () => {
    const { takeIn, table, handedOver, exception } = await withMail();
    await contacts(
      table,
      sampleContact('anna', { status: 'departed', successorId: 'sue', version: 2 }),
      sampleContact('sue'),
    );
    await takeIn(bounce('Permanent'));
    expect(handedOver).toEqual(['mail-1-for-sue']);
    expect(await exception('bounced-anna')).toBeUndefined();
  });

  test('of an address they no longer have says nothing of the new one, where the reminders go now', async () => {
    const { takeIn, handedOver, exception, delivery, state } = await withMail(
      { recipientEmail: 'anna@old.example' },
      { version: 2 },
    );
    await takeIn(bounce('Permanent'));
    expect([await state(), await delivery()]).toEqual(['BOUNCED', 'ok']);
    expect(await exception('bounced-anna')).toBeUndefined();
    expect(handedOver).toEqual(['mail-1-for-anna']);
  });
});

describe('a mail that comes back by no fault of its address', () => {
  test.each(['Transient', 'Undetermined'])(
    '(%s) is an exception, and its recipient stays reachable',
    async (type) => {
      const { takeIn, state, exception, delivery } = await withMail({}, { deputyId: 'dora' });
      expect(await takeIn(bounce(type))).toEqual([]);
      expect([await state(), await delivery()]).toEqual(['BOUNCED', 'ok']);
      expect(await exception('not-delivered-mail-1')).toMatchObject({ mailId: 'mail-1', contactId: 'anna' });
      expect(await exception('bounced-anna')).toBeUndefined();
    },
  );
});

describe('a complaint', () => {
  test('marks the contact and is an exception; the mail was delivered, so nobody else gets it', async () => {
    const { takeIn, state, exception, delivery, handedOver } = await withMail({}, { deputyId: 'dora' });
    expect(await takeIn(event('Delivery'), event('Complaint'))).toEqual([]);
    expect([await state(), await delivery()]).toEqual(['COMPLAINED', 'complained']);
    expect(await exception('complained-anna')).toMatchObject({ kind: 'complained' });
    expect(handedOver).toEqual([]);
  });
});

describe('a mail that the service turns out to have refused', () => {
  test.each(['Reject', 'Rendering Failure'])('(%s) is an exception', async (eventType) => {
    const { takeIn, state, exception, delivery } = await withMail();
    expect(await takeIn(event(eventType))).toEqual([]);
    expect([await state(), await delivery()]).toEqual(['FAILED', 'ok']);
    expect(await exception('refused-mail-1')).toMatchObject({ mailId: 'mail-1' });
  });
});
