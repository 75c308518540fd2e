import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeInReports } from '../../../functions/feedback/reports.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { raise } from '../../../shared/domain/exception.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import { historyOf } from '../../../shared/store/audit.ts';
import { chainKey } from '../../../shared/store/chain-keys.ts';
import { contactKey, exceptionKey } from '../../../shared/store/keys.ts';
import { listExceptions } from '../../../shared/store/lists.ts';
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

describe('an earlier sending of a mail', () => {
  const first = (eventType: string, more: object = {}) => ({
    eventType,
    mail: { messageId: 'message-0', destination: ['anna@force.example'], tags: { mailId: ['mail-1'] } },
    ...more,
  });
  const cameBack = first('Bounce', { bounce: { bounceType: 'Permanent' } });

  test.each([
    ['was superseded since', { state: 'SUPERSEDED' }],
    ['was refused when it was sent again', { state: 'FAILED' }],
    ['was not delivered when it was sent again', { state: 'BOUNCED', messageId: 'message-1' }],
  ] as const)('comes back, of a mail that %s: the contact is marked, the mail stays', async (_, of) => {
    const { takeIn, table, delivery, exception, state } = await withMail(of, { deputyId: 'dora' });
    expect(await takeIn(cameBack)).toEqual([]);
    expect([await state(), await delivery()]).toEqual([of.state, 'bounced']);
    expect(await exception('bounced-anna')).toMatchObject({ kind: 'bounced', contactId: 'anna' });
    expect(await readMail(table, 'mail-1-for-dora')).toBeUndefined();
  });

  test('was called spam, of a mail that was superseded since: the contact is marked', async () => {
    const { takeIn, delivery, exception } = await withMail({ state: 'SUPERSEDED' });
    await takeIn(first('Complaint'));
    expect(await delivery()).toBe('complained');
    expect(await exception('complained-anna')).toBeDefined();
  });

  test('comes back in an event that comes again: what staff have cleared is not marked anew', async () => {
    const { takeIn, table, delivery } = await withMail({ state: 'SUPERSEDED' });
    await takeIn(cameBack);
    await contacts(table, sampleContact('anna', { version: 3 }));
    const before = await wholeTable(table);
    expect(await takeIn(cameBack)).toEqual([]);
    expect(await delivery()).toBe('ok');
    expect(await wholeTable(table)).toEqual(before);
  });

  test('went to an address they no longer have, unlike the second: the one they have now stands', async () => {
    const { takeIn, delivery, exception } = await withMail(
      { state: 'DELIVERED', recipientEmail: 'anna@force.example', messageId: 'message-1' },
      { version: 2 },
    );
    const { mail, ...bounced } = cameBack;
    await takeIn({ ...bounced, mail: { ...mail, destination: ['anna@old.example'] } });
    expect(await delivery()).toBe('ok');
    expect(await exception('bounced-anna')).toBeUndefined();
  });

  test('comes back while somebody changes the contact: the event is delivered again', async () => {
    const { takeIn, table, delivery } = await withMail({ state: 'SUPERSEDED' });
    const { client } = table;
    const send = async (command: { constructor: { name: string } }) => {
      if (command.constructor.name === 'TransactWriteCommand')
        await contacts({ ...table, client }, sampleContact('anna', { version: 2, post: 'Inspector' }));
      return client.send(command as never);
    };
    table.client = { send } as never;
    expect(await takeIn(cameBack)).toEqual([0]);
    table.client = client;
    expect(await takeIn(cameBack)).toEqual([]);
    expect(await delivery()).toBe('bounced');
  });
});

describe('what people were asked to find out', () => {
  const asksFor = { NEEDS_HUMAN: 'needs-human', NO_CONFIRMATION: 'unconfirmed' } as const;

  async function withQuestion(state: keyof typeof asksFor) {
    const found = await withMail({ state });
    const question = raise(
      asksFor[state],
      { mailId: 'mail-1', contactId: 'anna' },
      '2020-10-25T06:10:00.000Z',
    );
    await put(found.table, 'exception', question);
    return { ...found, question: () => found.exception(question.id) };
  }

  test.each([
    ['NEEDS_HUMAN', 'Send', 'SENT', 'sent'],
    ['NEEDS_HUMAN', 'Delivery', 'DELIVERED', 'delivered'],
    ['NO_CONFIRMATION', 'Delivery', 'DELIVERED', 'delivered'],
  ] as const)(
    '(%s) is cleared by a later event (%s), and history tells it',
    async (before, type, after, says) => {
      const { takeIn, table, state, question } = await withQuestion(before);
      expect(await takeIn(event(type), event(type))).toEqual([]);
      expect(await state()).toBe(after);
      expect(await question()).toMatchObject({
        clearedBy: 'The mail service',
        clearedAt: '2020-10-26T06:10:00.000Z',
        version: 2,
      });
      expect(await listExceptions(table)).toEqual([]);
      const { events } = await historyOf(table, chainKey({ contactId: 'anna' }));
      expect(events).toMatchObject([
        { move: 'clear-exception', by: 'The mail service', why: `It reported that the mail was ${says}` },
      ]);
    },
  );

  test('is cleared by a bounce as well, which is an exception of its own', async () => {
    const { takeIn, table, state } = await withQuestion('NEEDS_HUMAN');
    await takeIn(bounce('Permanent'));
    expect(await state()).toBe('BOUNCED');
    expect((await listExceptions(table)).map(({ kind }) => kind)).toEqual(['bounced']);
  });

  test('stays as staff have cleared it', async () => {
    const { takeIn, table, state, question } = await withQuestion('NEEDS_HUMAN');
    const seenTo = { ...(await question())!, clearedAt: 'x', clearedBy: 'liaison', version: 2 };
    await put(table, 'exception', seenTo);
    await takeIn(event('Delivery'));
    expect([await state(), await question()]).toEqual(['DELIVERED', seenTo]);
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
