import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendBatch } from '../../../functions/sender/deliveries.ts';
import type { Mode } from '../../../infra/local/mailbox/behaviour.ts';
import type { Mailbox } from '../../../infra/local/mailbox/mailbox.ts';
import { startQueue } from '../../../infra/local/queue/queue.ts';
import { mailClient } from '../../../shared/runtime/mail-service.ts';
import { contentKey } from '../../../shared/store/keys.ts';
import { readMail } from '../../../shared/store/outbox.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, contacts, putItem } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';
import { letterOf, openSes, senderOf } from '../../support/sender-of.ts';

let tables: EmbeddedTables;
let mailbox: Mailbox;
beforeAll(async () => {
  [tables, mailbox] = [await startTables(), await openSes()];
});
afterAll(async () => {
  await mailbox.stop();
  await tables.stop();
});

const today = '2020-10-26';
let before = 0;
beforeEach(() => {
  mailbox.behave('accept');
  before = mailbox.messages().length;
});
const left = () => mailbox.messages().slice(before);

/** A table in which one night has planned a mail for each of these people. */
async function planned(...people: string[]): Promise<{ table: Table; ids: string[] }> {
  const table = await tables.newTable();
  for (const id of people) {
    await contacts(table, sampleContact(id));
    await asked(table, `case of ${id}`, { ownerId: id });
  }
  await nightsOf(table).night(today);
  const mails = await mailsPlanned(table, today);
  return { table, ids: people.map((id) => mails.find((mail) => mail.recipientId === id)!.id) };
}

describe('a mail', () => {
  test('leaves once, tagged with its id, and its words are kept as they left', async () => {
    const { table, ids } = await planned('anna');
    const [id] = ids as [string];
    expect(await senderOf(table).send(id)).toBe('sent');
    const [message] = left();
    expect(message).toMatchObject({
      destinations: ['anna@force.example'],
      tags: { mailId: id },
      configurationSet: 'local',
    });
    const letter = await letterOf(mailbox, message!.messageId);
    const header = (name: string) => letter.headers.find(({ key }) => key === name)?.value;
    expect(header('x-tracker-mail')).toBe(id);
    expect(header('auto-submitted')).toBe('auto-generated');
    const content = await read(table, 'content', contentKey(id));
    expect(content).toEqual({ mailId: id, subject: letter.subject, text: expect.any(String) });
    expect(content!.text.trimEnd()).toBe(letter.text!.trimEnd());
    expect(await readMail(table, id)).toMatchObject({
      state: 'SENT',
      messageId: message!.messageId,
      recipientEmail: 'anna@force.example',
      subject: letter.subject,
      attempt: 1,
    });
  });

  test('delivered again after it was sent does nothing', async () => {
    const { table, ids } = await planned('anna');
    const { send } = senderOf(table);
    await send(ids[0]!);
    expect(await send(ids[0]!)).toBe('left-alone');
    expect(left()).toHaveLength(1);
  });

  test('sent by many workers at once leaves once', async () => {
    const { table, ids } = await planned('anna');
    const fates = await Promise.all(Array.from({ length: 8 }, () => senderOf(table).send(ids[0]!)));
    expect(fates.filter((fate) => fate === 'sent')).toHaveLength(1);
    expect(left()).toHaveLength(1);
  });

  test('that nobody has planned is nothing to send', async () => {
    const { table } = await planned('anna');
    expect(await senderOf(table).send('no-such-mail')).toBe('left-alone');
  });

  test('in a queue that delivers everything twice leaves once', async () => {
    const people = Array.from({ length: 15 }, (_, index) => `person-${index}`);
    const { table, ids } = await planned(...people);
    const { deps } = senderOf(table);
    const queue = await startQueue({ name: 'mails', duplicate: true, retryDelayMs: 0 });
    queue.setHandler((event) => sendBatch(deps, event));
    for (const mailId of ids) queue.send(JSON.stringify({ mailId }));
    await queue.idle();
    await queue.stop();
    expect(
      left()
        .map(({ tags }) => tags.mailId)
        .sort(),
    ).toEqual([...ids].sort());
  });
});

describe('the mail service', () => {
  const cases: [Mode, string, string, number, string, string, number][] = [
    ['accept', 'sent', 'SENT', 1, 'left-alone', 'SENT', 1],
    ['accept-then-hang', 'unknown', 'CLAIMED', 1, 'left-alone', 'CLAIMED', 1],
    ['accept-then-reset', 'unknown', 'CLAIMED', 1, 'left-alone', 'CLAIMED', 1],
    ['fail', 'unknown', 'CLAIMED', 0, 'left-alone', 'CLAIMED', 0],
    ['throttle', 'try-again', 'PENDING', 0, 'sent', 'SENT', 1],
    ['paused', 'try-again', 'PENDING', 0, 'sent', 'SENT', 1],
    ['reject', 'refused', 'FAILED', 0, 'left-alone', 'FAILED', 0],
  ];
  test.each(cases)(
    'says "%s": the first delivery ends as %s and %s, %i left; the second as %s and %s, %i left in all',
    async (mode, fate, state, leaves, again, after, inAll) => {
      const { table, ids } = await planned('anna');
      const { send } = senderOf(table, { patience: 300 });
      const stands = async () => [(await readMail(table, ids[0]!))?.state, left().length];
      mailbox.behave(mode, 1);
      expect([await send(ids[0]!), ...(await stands())]).toEqual([fate, state, leaves]);
      expect([await send(ids[0]!), ...(await stands())]).toEqual([again, after, inAll]);
    },
  );

  test('is asked once only, waited for ten seconds, and the wait ends in an error', async () => {
    const client = mailClient();
    expect(await client.config.maxAttempts()).toBe(1);
    await client
      .send({ resolveMiddleware: () => async () => ({ output: {} }) } as never)
      .catch(() => undefined);
    const handler = client.config.requestHandler as unknown as { configProvider: Promise<object> };
    expect(await handler.configProvider).toMatchObject({
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
      connectionTimeout: 3_000,
    });
    client.destroy();
  });

  test('that is given up on keeps the reason beside the mail when it is tried again later', async () => {
    const { table, ids } = await planned('anna');
    mailbox.behave('throttle', 1);
    await senderOf(table).send(ids[0]!);
    expect(await readMail(table, ids[0]!)).toMatchObject({
      attempt: 0,
      reason: expect.stringContaining('Maximum sending rate exceeded'),
    });
  });
});

describe('a delivery of several mails', () => {
  test('names the one that cannot be sent now, the one that is damaged and the one that says nothing, and sends the rest', async () => {
    const { table, ids } = await planned('anna', 'bill', 'carl');
    await putItem(table, { pk: 'MAIL#torn', sk: 'MAIL', state: 'PENDING' });
    const { sendAll, log } = senderOf(table);
    mailbox.behave('throttle', 1);
    const bodies = [ids[0], 'torn', ids[1], ids[2]].map((mailId) => JSON.stringify({ mailId }));
    const { batchItemFailures } = await sendAll(...bodies, 'no message');
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([
      'message-0',
      'message-1',
      'message-4',
    ]);
    expect(left().map(({ tags }) => tags.mailId)).toEqual([ids[1], ids[2]]);
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(2);
  });

  test('of which one has an unknown end asks for no second delivery of it', async () => {
    const { table, ids } = await planned('anna');
    mailbox.behave('accept-then-reset', 1);
    expect(await senderOf(table).sendAll(JSON.stringify({ mailId: ids[0] }))).toEqual({
      batchItemFailures: [],
    });
  });
});
