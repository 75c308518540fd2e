import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeSending } from '../../../functions/web/moves/change-sending.ts';
import { changeWording } from '../../../functions/web/moves/change-wording.ts';
import type { Mailbox } from '../../../infra/local/mailbox/mailbox.ts';
import { accountOf } from '../../../shared/domain/account.ts';
import { accountInWords } from '../../../shared/domain/account-words.ts';
import type { Sending } from '../../../shared/domain/sending.ts';
import { contentKey, settingKey } from '../../../shared/store/keys.ts';
import { lastNight, mailsOfNight } from '../../../shared/store/lists.ts';
import { readMailSettings } from '../../../shared/store/mail-settings.ts';
import { readMail, unsettledMails } from '../../../shared/store/outbox.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { deskOf } from '../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { interruptedBeforeWriting } from '../../support/interrupted-writing.ts';
import { loseNextReply } from '../../support/lost-replies.ts';
import { mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, contacts, putItem } from '../../support/recorded.ts';
import { accepted, sampleContact } from '../../support/sample-records.ts';
import { openSes, senderOf } from '../../support/sender-of.ts';

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
let table: Table;
let before = 0;
beforeEach(async () => {
  mailbox.behave('accept');
  before = mailbox.messages().length;
  table = await tables.newTable();
});
const left = () =>
  mailbox
    .messages()
    .slice(before)
    .flatMap(({ destinations }) => destinations);

/** One night has planned a mail for each of these people. @returns the ids of their mails */
async function planned(...people: string[]): Promise<string[]> {
  for (const id of people) {
    await contacts(table, sampleContact(id));
    await asked(table, `case of ${id}`, { ownerId: id });
  }
  await nightsOf(table).night(today);
  const mails = await mailsPlanned(table, today);
  return people.map((id) => mails.find((mail) => mail.recipientId === id)!.id);
}

const choose = async (to: Sending) =>
  accepted(
    await changeSending(deskOf(table, today), {
      to,
      version: (await readMailSettings(table)).sending?.version ?? 0,
    }),
  );
const onlyAnna: Sending = { mode: 'only', allowed: ['anna@force.example'] };

describe('where mail goes only to some', () => {
  test('they get theirs, and the mail of anybody else is settled unsent, with its words and the reason', async () => {
    const [anna, bill] = (await planned('anna', 'bill')) as [string, string];
    await choose(onlyAnna);
    const { send } = senderOf(table);
    expect([await send(anna), await send(bill)]).toEqual(['sent', 'kept-back']);
    expect(left()).toEqual(['anna@force.example']);
    const mail = await readMail(table, bill);
    expect(mail).toMatchObject({
      state: 'SUPPRESSED',
      recipientEmail: 'bill@force.example',
      reason: 'This tracker sent only to anna@force.example',
      settledAt: expect.any(String),
      attempt: 0,
    });
    expect(mail).not.toHaveProperty('token');
    expect(await read(table, 'content', contentKey(bill))).toMatchObject({
      subject: mail!.subject,
      text: expect.stringContaining('Dear Bill Reed (Head of custody),'),
    });
  });

  test('nothing more is waited for: it leaves the outbox, a redelivery does nothing, and the next run leaves it alone', async () => {
    const [id] = (await planned('anna')) as [string];
    await choose({ mode: 'nobody' });
    const { send } = senderOf(table);
    await send(id);
    expect(await Array.fromAsync(unsettledMails(table))).toEqual([]);
    expect(await send(id)).toBe('left-alone');
    const { handedOver, night } = nightsOf(table);
    expect(await night('2020-10-27')).toMatchObject({ mails: 0, outstanding: { found: 0 } });
    expect(handedOver).toEqual([]);
  });

  test('back to everyone, what was kept back is not sent, and the next stage is', async () => {
    const [id] = (await planned('anna')) as [string];
    await choose({ mode: 'nobody' });
    await senderOf(table).send(id);
    await choose({ mode: 'everyone' });
    expect(await senderOf(table).send(id)).toBe('left-alone');
    await nightsOf(table).night('2020-11-09');
    const [next] = await mailsPlanned(table, '2020-11-09');
    expect(next!.lines.map(({ stage }) => stage)).toEqual(['-14']);
    expect(await senderOf(table, { day: '2020-11-09' }).send(next!.id)).toBe('sent');
    expect(left()).toEqual(['anna@force.example']);
  });

  test('the account of the run counts it, and leaves nothing unexplained', async () => {
    const ids = await planned('anna', 'bill');
    await choose(onlyAnna);
    for (const id of ids) await senderOf(table).send(id);
    const night = (await lastNight(table))!;
    const account = accountOf(night, await mailsOfNight(table, night));
    expect(account).toMatchObject({ outcomes: { sent: 1, 'kept-back': 1 }, unexplained: 0 });
    const sum = accountInWords(account).find(({ title }) => title === 'Mails planned')!;
    const words = 'not sent: this tracker was set not to send to that address';
    expect(sum.parts).toContainEqual(expect.objectContaining({ words, count: 1, look: false }));
    expect(sum.unexplained).toBe(0);
  });
});

describe('what the copy of the tracker is set up to send', () => {
  test.each<[string, Sending | undefined, Sending, string[]]>([
    ['nobody, whatever the page says', undefined, { mode: 'nobody' }, []],
    ['some, though the page says everyone', { mode: 'everyone' }, onlyAnna, ['anna@force.example']],
    [
      'some, where the page allows them only in part',
      { mode: 'only', allowed: ['bill@force.example'] },
      { mode: 'only', allowed: ['force.example'] },
      ['bill@force.example'],
    ],
    ['some, of whom the page allows none', { mode: 'only', allowed: ['bill@force.example'] }, onlyAnna, []],
  ])('goes to %s', async (_, chosen, sendTo, to) => {
    const ids = await planned('anna', 'bill');
    if (chosen && chosen.mode !== 'everyone') await choose(chosen);
    for (const id of ids) await senderOf(table, { sendTo }).send(id);
    expect(left()).toEqual(to);
  });
});

describe('a change while a mail is on its way', () => {
  test('to nobody, after the mail was looked at and before it is claimed: it does not leave', async () => {
    const [id] = (await planned('anna')) as [string];
    const meanwhile = interruptedBeforeWriting(table, () => choose({ mode: 'nobody' }));
    expect(await senderOf(meanwhile).send(id)).toBe('kept-back');
    expect(left()).toEqual([]);
  });

  test('to everyone, after the mail was looked at and before it is settled: it leaves', async () => {
    const [id] = (await planned('anna')) as [string];
    await choose({ mode: 'nobody' });
    const meanwhile = interruptedBeforeWriting(table, () => choose({ mode: 'everyone' }));
    expect(await senderOf(meanwhile).send(id)).toBe('sent');
    expect(left()).toEqual(['anna@force.example']);
    expect(await readMail(table, id)).toMatchObject({ state: 'SENT' });
  });

  test('many workers at once settle it once, and nothing leaves', async () => {
    const [id] = (await planned('anna')) as [string];
    await choose({ mode: 'nobody' });
    const fates = await Promise.all(Array.from({ length: 6 }, () => senderOf(table).send(id)));
    for (const fate of fates) expect(['kept-back', 'left-alone']).toContain(fate);
    expect(left()).toEqual([]);
    expect(await readMail(table, id)).toMatchObject({ state: 'SUPPRESSED' });
  });
});

describe('a fault while a mail is kept back', () => {
  test('a lost reply to its writing: it is settled all the same', async () => {
    const [id] = (await planned('anna')) as [string];
    await choose({ mode: 'nobody' });
    loseNextReply(table, 'TransactWriteItems');
    expect(await senderOf(table).send(id)).toBe('kept-back');
    expect(await readMail(table, id)).toMatchObject({ state: 'SUPPRESSED' });
  });

  test('a crash before it is written: it waits, and the next delivery settles it', async () => {
    const [id] = (await planned('anna')) as [string];
    await choose({ mode: 'nobody' });
    const crashing = interruptedBeforeWriting(table, async () => {
      throw new Error('crash');
    });
    await expect(senderOf(crashing).send(id)).rejects.toThrow('crash');
    expect(await readMail(table, id)).toMatchObject({ state: 'PENDING' });
    expect(await senderOf(table).send(id)).toBe('kept-back');
  });

  test('a damaged setting of whom mail goes to is never guessed: the mail waits', async () => {
    const [id] = (await planned('anna')) as [string];
    await putItem(table, {
      ...settingKey('sending'),
      record: 'sending',
      settings: 'sending',
      sending: 'all',
    });
    await expect(senderOf(table).send(id)).rejects.toThrow('Damaged sending');
    expect(await readMail(table, id)).toMatchObject({ state: 'PENDING' });
    expect(left()).toEqual([]);
  });
});

describe('the words in force', () => {
  const change = (words: string, added?: string) =>
    changeWording(deskOf(table, today), 'response-due', { to: { words, added }, version: 0 });
  const textOf = async (id: string) => (await read(table, 'content', contentKey(id)))!.text;

  test('are those at the moment of sending', async () => {
    const [id] = (await planned('anna')) as [string];
    accepted(await change('Write to us for {body} by {due date}.', 'Ring us if in doubt.'));
    await senderOf(table).send(id);
    expect(await textOf(id)).toContain(
      'What to do: Write to us for Essex Police by Monday 23 November 2020. If more time is needed,',
    );
    expect(await textOf(id)).toContain('\n\nRing us if in doubt.\n\n');
  });

  test('are ours where what was chosen is damaged: the mail leaves, and the log is loud', async () => {
    const [id] = (await planned('anna')) as [string];
    const parts = { 'response-due': { words: 'Pay {nobody}.' } };
    await putItem(table, {
      ...settingKey('wording'),
      record: 'wording',
      settings: 'wording',
      parts,
      version: 1,
    });
    const { send, log } = senderOf(table);
    expect(await send(id)).toBe('sent');
    expect(await textOf(id)).toContain('What to do: Reply with the response.');
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});
