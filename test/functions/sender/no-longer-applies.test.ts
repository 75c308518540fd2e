import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../../shared/domain/contact.ts';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import type { Outcome } from '../../../shared/runtime/mail-service.ts';
import { contentKey, deadlineKey } from '../../../shared/store/keys.ts';
import { readMail } from '../../../shared/store/outbox.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, contacts, put } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';
import { senderOf } from '../../support/sender-of.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const sent: string[] = [];
beforeEach(() => {
  sent.length = 0;
});

/** Accepts everything; `meanwhile` happens while the mail is on its way. */
const service = (meanwhile: () => Promise<unknown> = async () => undefined) => ({
  async send({ to }: { to: string }): Promise<Outcome> {
    sent.push(to);
    await meanwhile();
    return { kind: 'accepted', messageId: `message-${sent.length}` };
  },
});

const today = '2020-10-26';

async function planned(
  ...references: string[]
): Promise<{ table: Table; mail: Mail; deadlines: Deadline[] }> {
  const table = await tables.newTable();
  await contacts(table, sampleContact('anna'), sampleContact('bill'));
  const all = [];
  for (const reference of references) all.push(await asked(table, reference));
  await nightsOf(table).night(today);
  const [mail] = await mailsPlanned(table, today);
  const now = all.map(({ deadline }) => read(table, 'deadline', deadlineKey(deadline)));
  return { table, mail: mail!, deadlines: (await Promise.all(now)) as Deadline[] };
}

const met = (deadline: Deadline): Deadline => ({
  ...deadline,
  state: 'met',
  nextActionOn: null,
  version: deadline.version + 1,
});

describe('between the plan and the sending', () => {
  test.each([
    ['its deadline is met', met],
    ['the date moves', (deadline: Deadline) => ({ ...deadline, revision: 2, version: 2 })],
    [
      'somebody else comes to own it and is told by the next night',
      (deadline: Deadline) => ({
        ...deadline,
        ownerId: 'bill',
        settledThrough: { ...deadline.settledThrough, owner: null },
        version: 2,
      }),
    ],
    [
      'a later reminder is planned that says it as well',
      (deadline: Deadline) => ({
        ...deadline,
        settledThrough: { ...deadline.settledThrough, owner: asDay('2020-11-09') },
        plans: 2,
      }),
    ],
  ])('%s: the mail is not sent, and says why', async (_, change) => {
    const { table, mail, deadlines } = await planned('one');
    await put(table, 'deadline', change(deadlines[0]!));
    expect(await senderOf(table, { service: service() }).send(mail.id)).toBe('superseded');
    expect(sent).toEqual([]);
    expect(await readMail(table, mail.id)).toMatchObject({
      state: 'SUPERSEDED',
      reason: 'Nothing in it applied any more when it was to be sent',
      settledAt: expect.any(String),
    });
    expect(await read(table, 'content', contentKey(mail.id))).toBeUndefined();
  });

  test('the recipient bounces and has a deputy: the deputy gets the same reminders, once', async () => {
    const { table, mail } = await planned('one', 'two');
    await put(table, 'contact', {
      ...sampleContact('anna'),
      delivery: 'bounced',
      deputyId: 'bill',
      version: 2,
    });
    const sender = senderOf(table, { service: service() });
    expect(await sender.send(mail.id)).toBe('superseded');
    expect(await sender.send(mail.id)).toBe('left-alone');
    const { handedOver, night } = nightsOf(table);
    expect(await night(today)).toMatchObject({ outstanding: { toHandOver: 1 }, mails: 0 });
    expect(await readMail(table, handedOver[0]!)).toMatchObject({ recipientId: 'bill', lines: mail.lines });
    expect(await sender.send(handedOver[0]!)).toBe('sent');
    expect(sent).toEqual(['bill@force.example']);
  });

  test.each<[string, Partial<Contact>]>([
    ['leaves', { status: 'departed', version: 2 }],
    ['bounces', { delivery: 'bounced', version: 2 }],
    ['complains', { delivery: 'complained', version: 2 }],
  ])('the recipient %s and nobody acts for them: the mail waits until somebody does', async (_, change) => {
    const { table, mail } = await planned('one');
    await contacts(table, sampleContact('anna', change));
    const { send } = senderOf(table, { service: service() });
    for (const fate of ['waits', 'waits']) expect(await send(mail.id)).toBe(fate);
    expect(await readMail(table, mail.id)).toEqual({ ...mail, cannotLeave: true });
    await contacts(table, sampleContact('anna', { ...change, deputyId: 'bill', version: 3 }));
    expect(await send(mail.id)).toBe('superseded');
    const { handedOver, night } = nightsOf(table);
    await night(today);
    expect(await send(handedOver[0]!)).toBe('sent');
    expect(sent).toEqual(['bill@force.example']);
  });

  test('the recipient leaves and one of two duties has somebody else by then: that one goes, the other waits', async () => {
    const { table, mail, deadlines } = await planned('one', 'two');
    await contacts(table, sampleContact('anna', { status: 'departed', version: 2 }));
    await put(table, 'deadline', { ...deadlines[1]!, ownerId: 'bill', version: 2 });
    const { send } = senderOf(table, { service: service() });
    expect(await send(mail.id)).toBe('waits');
    expect((await readMail(table, mail.id))?.lines.map(({ caseId }) => caseId)).toEqual(['one']);
    expect((await readMail(table, `${mail.id}-for-bill`))?.lines.map(({ caseId }) => caseId)).toEqual([
      'two',
    ]);
  });

  test('what waits keeps back nothing of a mail to somebody who can have the rest', async () => {
    const { table, mail, deadlines } = await planned('one', 'two');
    await contacts(table, sampleContact('lee', { status: 'departed' }));
    await put(table, 'deadline', { ...deadlines[1]!, ownerId: 'lee', version: 2 });
    expect(await senderOf(table, { service: service() }).send(mail.id)).toBe('sent');
    expect((await readMail(table, mail.id))?.lines.map(({ caseId }) => caseId)).toEqual(['one']);
    expect(await readMail(table, `${mail.id}-aside-1`)).toMatchObject({
      state: 'PENDING',
      lines: [{ caseId: 'two' }],
    });
  });

  test('the recipient gets another address: it goes there', async () => {
    const { table, mail } = await planned('one');
    await contacts(table, sampleContact('anna', { email: 'new@force.example', version: 2 }));
    await senderOf(table, { service: service() }).send(mail.id);
    expect(sent).toEqual(['new@force.example']);
  });

  test('one line of three falls away: the rest is sent, without a word of it', async () => {
    const { table, mail, deadlines } = await planned('one', 'two', 'three');
    await put(table, 'deadline', met(deadlines[1]!));
    expect(await senderOf(table, { service: service() }).send(mail.id)).toBe('sent');
    expect(sent).toHaveLength(1);
    const kept = await readMail(table, mail.id);
    expect(kept?.lines.map(({ caseId }) => caseId).sort()).toEqual(['one', 'three']);
    const words = (await read(table, 'content', contentKey(mail.id)))!.text;
    expect([words.includes('one'), words.includes('two'), words.includes('three')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test.each([
    ['nobody can be found', [], ['anna@force.example']],
    ['somebody else', [sampleContact('carl')], ['anna@force.example', 'carl@force.example']],
  ])('the owner gets another manager, %s: the copy is theirs', async (_, others, told) => {
    const table = await tables.newTable();
    const day = '2020-12-08';
    await contacts(table, sampleContact('anna', { managerId: 'bill' }), sampleContact('bill'), ...others);
    await asked(table, 'one');
    const { night, handedOver } = nightsOf(table);
    await night(day);
    await contacts(table, sampleContact('anna', { managerId: 'carl', version: 2 }));
    const { send } = senderOf(table, { service: service(), day });
    for (let runs = 0; runs < 3; runs++) {
      for (const id of handedOver.splice(0)) await send(id);
      await night(day);
    }
    expect(sent.sort()).toEqual(told);
  });
});

describe('between reading and claiming', () => {
  test('the deadline is met: the claim is refused, it is read again, and nothing is sent', async () => {
    const { table, mail, deadlines } = await planned('one');
    const { deps, send } = senderOf(table, { service: service() });
    let writes = 0;
    deps.newId = () => `token-${writes++}`;
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'TransactWriteItemsCommand') await put(table, 'deadline', met(deadlines[0]!));
          return next(args);
        },
      { step: 'initialize' },
    );
    expect(await send(mail.id)).toBe('superseded');
    expect([sent, writes]).toEqual([[], 1]);
  });

  test('the records change every time: it is given back to the queue and stays PENDING', async () => {
    const { table, mail, deadlines } = await planned('one');
    let version = 1;
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'TransactWriteItemsCommand')
            await put(table, 'deadline', { ...deadlines[0]!, version: ++version });
          return next(args);
        },
      { step: 'initialize' },
    );
    expect(await senderOf(table, { service: service() }).send(mail.id)).toBe('try-again');
    expect(version).toBe(4);
    expect(await readMail(table, mail.id)).toEqual(mail);
  });
});

describe('once it is on its way', () => {
  test('it counts as sent even if its deadline is met at that moment', async () => {
    const { table, mail, deadlines } = await planned('one');
    const meanwhile = () => put(table, 'deadline', met(deadlines[0]!));
    expect(await senderOf(table, { service: service(meanwhile) }).send(mail.id)).toBe('sent');
    expect((await readMail(table, mail.id))?.state).toBe('SENT');
  });

  test('a database that is gone before the mail leaves gives the claim back; after it, never', async () => {
    const { table, mail } = await planned('one');
    let failing: 'before' | 'after' | undefined = 'before';
    table.client.middlewareStack.add(
      (next) => async (args) => {
        const { Item } = args.input as { Item?: { record?: string; state?: string } };
        if (failing === 'before' && Item?.record === 'content') throw new Error('gone');
        if (failing === 'after' && Item?.state === 'SENT') throw new Error('gone');
        return next(args);
      },
      { step: 'initialize', priority: 'high' },
    );
    const { send } = senderOf(table, { service: service() });
    await expect(send(mail.id)).rejects.toThrow('gone');
    expect([sent.length, (await readMail(table, mail.id))?.state]).toEqual([0, 'PENDING']);
    failing = 'after';
    await expect(send(mail.id)).rejects.toThrow('gone');
    expect([sent.length, (await readMail(table, mail.id))?.state]).toEqual([1, 'CLAIMED']);
    failing = undefined;
    expect(await send(mail.id)).toBe('left-alone');
    expect(sent).toHaveLength(1);
  });
});

describe('a deputy to whom a mail was planned, once the mail can reach the one they stand in for again', () => {
  const bounced = (of: Partial<Contact> = {}) =>
    sampleContact('anna', { deputyId: 'bill', delivery: 'bounced', ...of });

  async function plannedForDeputy(own: string[]): Promise<{ table: Table; mail: Mail }> {
    const table = await tables.newTable();
    await contacts(table, bounced(), sampleContact('bill'));
    await asked(table, 'one');
    for (const reference of own) await asked(table, reference, { ownerId: 'bill' });
    await nightsOf(table).night(today);
    const [mail] = await mailsPlanned(table, today);
    expect(mail).toMatchObject({ recipientId: 'bill' });
    await contacts(table, bounced({ delivery: 'ok', version: 2 }));
    return { table, mail: mail! };
  }

  const handedOver = async (table: Table) => {
    const nights = nightsOf(table);
    await nights.night(today);
    return nights.handedOver;
  };

  test('is not mailed; the one they stood in for gets the same reminder, once', async () => {
    const { table, mail } = await plannedForDeputy([]);
    const sender = senderOf(table, { service: service() });
    expect(await sender.send(mail.id)).toBe('superseded');
    for (const id of await handedOver(table)) await sender.send(id);
    expect(sent).toEqual(['anna@force.example']);
    expect(await handedOver(table)).toEqual([]);
  });

  test('gets what is their own, and the one they stood in for the rest', async () => {
    const { table, mail } = await plannedForDeputy(['two']);
    const sender = senderOf(table, { service: service() });
    expect(await sender.send(mail.id)).toBe('sent');
    expect((await readMail(table, mail.id))?.lines.map(({ caseId }) => caseId)).toEqual(['two']);
    for (const id of await handedOver(table)) await sender.send(id);
    expect(sent).toEqual(['bill@force.example', 'anna@force.example']);
  });
});
