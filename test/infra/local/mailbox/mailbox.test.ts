import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AccountSendingPausedException,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  MessageRejected,
} from '@aws-sdk/client-ses';
import { afterEach, describe, expect, test } from 'vitest';
import { compose, openMailbox } from './support.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function open(wish: Parameters<typeof openMailbox>[0] = {}) {
  const opened = await openMailbox(wish);
  undo.push(opened.close);
  return opened;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-mailbox-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the local mailbox takes a mail from the AWS client', () => {
  test('and keeps who sent it to whom, when, about what and with which tags', async () => {
    const { mailbox, send } = await open();
    const { MessageId } = await send(
      {},
      {
        Source: 'tracker@force.example',
        Destinations: ['Anna Owner <anna@force.example>'],
        Tags: [{ Name: 'mailId', Value: 'm-1' }],
        ConfigurationSetName: 'reminders',
      },
    );
    expect(mailbox.messages()).toEqual([
      {
        order: 1,
        messageId: MessageId,
        receivedAt: '2021-02-13T06:10:00.000Z',
        source: 'tracker@force.example',
        destinations: ['anna@force.example'],
        tags: { mailId: 'm-1' },
        configurationSet: 'reminders',
        subject: 'One promise falls due on 20 February 2021',
      },
    ]);
  });

  test('and reads from its headers what the call leaves out', async () => {
    const { mailbox, send } = await open();
    await send({
      to: 'anna@force.example',
      cc: 'ben@force.example',
      headers: { 'X-SES-MESSAGE-TAGS': 'mailId=m-2, kind=digest', 'X-SES-CONFIGURATION-SET': 'reminders' },
    });
    expect(mailbox.messages()[0]).toMatchObject({
      source: 'tracker@force.example',
      destinations: ['anna@force.example', 'ben@force.example'],
      tags: { mailId: 'm-2', kind: 'digest' },
      configurationSet: 'reminders',
    });
  });

  test('of up to 50 recipients, and of 51 it does not', async () => {
    const { mailbox, send } = await open();
    const recipients = (count: number) => Array.from({ length: count }, (_, n) => `owner${n}@force.example`);
    await send({}, { Destinations: recipients(50) });
    await expect(send({}, { Destinations: recipients(51) })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: 'Recipient count exceeds 50.',
      $metadata: { httpStatusCode: 400 },
    });
    expect(mailbox.messages()).toHaveLength(1);
  });

  test('of up to 10 MB, and one byte more it does not', async () => {
    const { mailbox, send } = await open();
    const head = 'From: tracker@force.example\r\nTo: owner@force.example\r\nSubject: long\r\n\r\n';
    const ofLength = (length: number) => Buffer.from(head.padEnd(length, 'x'));
    await send({}, { RawMessage: { Data: ofLength(10 * 1024 * 1024) } });
    await expect(send({}, { RawMessage: { Data: ofLength(10 * 1024 * 1024 + 1) } })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('more than 10485760 bytes'),
    });
    expect(mailbox.messages()).toHaveLength(1);
  });

  test('unless an address is none', async () => {
    const { mailbox, send } = await open();
    await expect(send({}, { Destinations: ['nobody'] })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
    expect(mailbox.messages()).toEqual([]);
  });

  test('and counts it in the quota for a day', async () => {
    let now = '2021-02-13T06:10:00.000Z';
    const { client, send } = await open({ clock: () => now });
    await send({ cc: 'ben@force.example' });
    expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({
      Max24HourSend: 50_000,
      SentLast24Hours: 2,
    });
    now = '2021-02-14T06:10:00.000Z';
    expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ SentLast24Hours: 0 });
  });

  test('and says InvalidAction to everything else', async () => {
    const { client } = await open();
    const other = new GetIdentityVerificationAttributesCommand({ Identities: ['force.example'] });
    await expect(client.send(other)).rejects.toMatchObject({
      name: 'InvalidAction',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('but not from a form on some web page, which cannot sign its request', async () => {
    const { mailbox } = await open();
    const body = new URLSearchParams({
      Action: 'SendRawEmail',
      'RawMessage.Data': (await compose()).toString('base64'),
    });
    const { status } = await fetch(mailbox.endpoint, { method: 'POST', body });
    expect([status, mailbox.messages()]).toEqual([403, []]);
  });
});

describe('the mailbox on disk', () => {
  test('has every accepted mail, byte for byte, after a restart, and numbers on from the last', async () => {
    const directory = newFolder();
    const raw = await compose();
    const first = await openMailbox({ directory });
    const { MessageId } = await first.send({}, { RawMessage: { Data: raw } });
    await first.send({ subject: 'Second' });
    const before = first.mailbox.messages();
    await first.close();

    const second = await open({ directory });
    expect(second.mailbox.messages()).toEqual(before);
    expect(Buffer.from(second.mailbox.raw(MessageId!)!).equals(raw)).toBe(true);
    await second.send({ subject: 'Third' });
    expect(second.mailbox.messages().map(({ order, subject }) => [order, subject])).toEqual([
      [1, 'One promise falls due on 20 February 2021'],
      [2, 'Second'],
      [3, 'Third'],
    ]);
  });

  test('has the mail before the reply: a sender who is never answered finds it there', async () => {
    const directory = newFolder();
    const { mailbox, send } = await open({ directory });
    mailbox.behave('accept-then-reset');
    await expect(send()).rejects.toThrow();
    expect(readdirSync(directory).map((name) => name.split('.').at(-1))).toEqual(['eml', 'json']);
    expect(readFileSync(join(directory, readdirSync(directory)[0]!), 'utf8')).toContain(
      'Subject: One promise',
    );
  });

  test('starts without what it cannot read, and says which file that is', async () => {
    const directory = newFolder();
    const first = await openMailbox({ directory });
    await first.send();
    await first.close();
    writeFileSync(join(directory, '00000002-torn.json'), '{"order": 2,');
    writeFileSync(
      join(directory, '00000003-no-mail.json'),
      JSON.stringify({ ...first.mailbox.messages()[0], order: 3 }),
    );

    const second = await open({ directory });
    expect(second.mailbox.messages()).toEqual(first.mailbox.messages());
    expect(second.warnings).toEqual([
      expect.stringContaining('00000002-torn.json'),
      expect.stringContaining('its .eml file is missing'),
    ]);
    await second.send();
    expect(second.mailbox.messages().at(-1)?.order).toBe(4);
  });
});

describe('the mailbox can be told to behave like SES and networks on a bad day', () => {
  test.each([
    ['throttle', { name: 'Throttling', $metadata: { httpStatusCode: 400 } }],
    ['reject', { name: 'MessageRejected', $metadata: { httpStatusCode: 400 } }],
    ['paused', { name: 'AccountSendingPausedException', $metadata: { httpStatusCode: 400 } }],
    ['fail', { name: 'InternalFailure', $metadata: { httpStatusCode: 500 } }],
  ] as const)('%s: the client gets the error of that name, and no mail is kept', async (mode, error) => {
    const { mailbox, send, events } = await open();
    mailbox.behave(mode);
    await expect(send()).rejects.toMatchObject(error);
    expect([mailbox.messages(), events]).toEqual([[], []]);
  });

  test('the client turns the modelled errors into their classes', async () => {
    const { mailbox, send } = await open();
    mailbox.behave('reject', 1);
    await expect(send()).rejects.toBeInstanceOf(MessageRejected);
    mailbox.behave('paused', 1);
    await expect(send()).rejects.toBeInstanceOf(AccountSendingPausedException);
  });

  test('for the next two calls only, and then it accepts again', async () => {
    const { mailbox, send } = await open();
    mailbox.behave('throttle', 2);
    await expect(send()).rejects.toThrow();
    await expect(send()).rejects.toThrow();
    await send();
    expect(mailbox.messages()).toHaveLength(1);
  });

  test('accept-then-reset: the sender sees a broken connection, the mail and its events are there', async () => {
    const { mailbox, send, events } = await open();
    mailbox.behave('accept-then-reset', 1);
    await expect(send()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(mailbox.messages()).toHaveLength(1);
    expect(events.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery']);
  });

  test('accept-then-hang: the sender waits until it gives up, the mail and its events are there', async () => {
    const giveUp = new AbortController();
    const { mailbox, send, events } = await open({
      events: (event) => {
        events.push(event);
        if (event.eventType === 'Delivery') giveUp.abort();
      },
    });
    mailbox.behave('accept-then-hang', 1);
    await expect(send({}, {}, giveUp.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(mailbox.messages()).toHaveLength(1);
    expect(events.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery']);
  });

  test('accept-then-hang does not keep the mailbox from stopping', async () => {
    const { promise: accepted, resolve } = Promise.withResolvers<unknown>();
    const { mailbox, send, close } = await openMailbox({ events: resolve });
    mailbox.behave('accept-then-hang');
    const lost = expect(send()).rejects.toThrow();
    await accepted;
    await close();
    await lost;
  });
});

describe('the events of a mail', () => {
  const kinds = (events: { eventType: string }[]) => events.map(({ eventType }) => eventType);

  test('carry its id and tags, so that a mail whose reply was lost is recognised', async () => {
    const { send, events } = await open();
    const { MessageId } = await send(
      {},
      { Tags: [{ Name: 'mailId', Value: 'm-1' }], ConfigurationSetName: 'reminders' },
    );
    expect(kinds(events)).toEqual(['Send', 'Delivery']);
    expect(events[1]).toMatchObject({
      mail: {
        messageId: MessageId,
        timestamp: '2021-02-13T06:10:00.000Z',
        destination: ['owner@force.example'],
        tags: {
          mailId: ['m-1'],
          'ses:configuration-set': ['reminders'],
          'ses:from-domain': ['force.example'],
        },
      },
      delivery: { recipients: ['owner@force.example'] },
    });
  });

  test('to the simulator addresses are what those addresses ask for, with or without a label', async () => {
    const { send, events } = await open();
    await send({ to: 'bounce+anna@simulator.amazonses.com' });
    expect(kinds(events.splice(0))).toEqual(['Send', 'Bounce']);
    await send({ to: 'suppressionlist@simulator.amazonses.com' });
    expect(events.splice(0)[1]).toMatchObject({
      bounce: { bounceType: 'Permanent', bounceSubType: 'Suppressed' },
    });
    await send({ to: 'complaint@simulator.amazonses.com' });
    expect(kinds(events.splice(0))).toEqual(['Send', 'Delivery', 'Complaint']);
    await send({ to: 'success@simulator.amazonses.com' });
    expect(kinds(events.splice(0))).toEqual(['Send', 'Delivery']);
  });

  test('name the address that bounced, for each recipient by itself', async () => {
    const { send, events } = await open();
    await send({ to: ['owner@force.example', 'bounce@simulator.amazonses.com'] });
    expect(kinds(events)).toEqual(['Send', 'Delivery', 'Bounce']);
    expect(events[2]).toMatchObject({
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [{ emailAddress: 'bounce@simulator.amazonses.com' }],
      },
    });
  });

  test('can be published again from an instant on, after a restart that lost them', async () => {
    let now = '2021-02-12T06:10:00.000Z';
    const { mailbox, send, events } = await open({ clock: () => now });
    await send();
    now = '2021-02-13T06:10:00.000Z';
    const { MessageId } = await send();
    events.length = 0;
    mailbox.republish('2021-02-13T06:10:00Z');
    expect(events.map(({ eventType, mail }) => [eventType, mail.messageId])).toEqual([
      ['Send', MessageId],
      ['Delivery', MessageId],
    ]);
  });
});
