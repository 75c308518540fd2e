import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addContact } from '../../../../functions/web/moves/add-contact.ts';
import { changeContact } from '../../../../functions/web/moves/change-contact.ts';
import { recordDeparture } from '../../../../functions/web/moves/record-departure.ts';
import { recordReturn } from '../../../../functions/web/moves/record-return.ts';
import { removeDetails } from '../../../../functions/web/moves/remove-details.ts';
import { removeDue } from '../../../../functions/web/moves/remove-due.ts';
import { removeWords } from '../../../../functions/web/moves/remove-words.ts';
import { type Contact, contactInput } from '../../../../shared/domain/contact.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import type { Mail } from '../../../../shared/domain/mail.ts';
import { type DueWords, dueNow } from '../../../../shared/domain/retention-due.ts';
import { historyOf } from '../../../../shared/store/audit.ts';
import { chainKey } from '../../../../shared/store/chain-keys.ts';
import { contactKey, contentKey } from '../../../../shared/store/keys.ts';
import { readSent } from '../../../../shared/store/once.ts';
import { readMail } from '../../../../shared/store/outbox.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { quillfeather } from '../../../support/canaries.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { everyHistory, wrongIn } from '../../../support/histories.ts';
import { interruptedBeforeWriting } from '../../../support/interrupted-writing.ts';
import { put } from '../../../support/recorded.ts';
import {
  accepted,
  sampleCase,
  sampleDeadline,
  sampleLine,
  sampleMail,
  sampleRecommendation,
} from '../../../support/sample-records.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
});

const { name, post, email } = quillfeather;
const typed = contactInput.parse({ name, post, email });
const theirs = /zephyrine|quillfeather|marmalade/i;
const on = '2023-06-01';

/** Somebody who was added, changed so often, and has left. */
async function left(changes = 1): Promise<Contact> {
  const desk = deskOf(table, '2021-01-04');
  const { id } = accepted(await addContact(desk, typed));
  for (let change = 1; change <= changes; change++)
    accepted(await changeContact(desk, id, { ...typed, post: `${post} ${change}` }));
  return accepted(await recordDeparture(desk, id, { reason: `${name} retired` }));
}

const sayingThem = async () => (await wholeTable(table)).filter((item) => theirs.test(item));
const historyOfContact = (contactId: string) => historyOf(table, chainKey({ contactId }));

describe('the details of somebody who left', () => {
  test('are gone from everywhere but in the history that says so, and every history is whole', async () => {
    const seen = await left(2);
    expect(await sayingThem()).not.toEqual([]);
    accepted(await removeDetails(deskOf(table, on), seen));
    expect(await sayingThem()).toEqual([]);
    expect(await read(table, 'contact', contactKey(seen.id))).toMatchObject({
      id: seen.id,
      status: 'departed',
      name: 'Former contact',
      detailsRemovedOn: on,
    });
    const { events } = await historyOfContact(seen.id);
    expect(events.at(-1)).toMatchObject({
      move: 'remove-details',
      by: 'liaison',
      what: 'name, post and address',
      removed: [{ position: 2 }, { position: 3 }, { position: 4 }],
    });
    expect(events.map(({ move }) => move)).toEqual([
      'add-contact',
      'change-contact',
      'change-contact',
      'record-departure',
      'remove-details',
    ]);
    expect(wrongIn(await everyHistory(table))).toEqual([]);
  });

  test('removed twice are removed once', async () => {
    const seen = await left();
    const gone = accepted(await removeDetails(deskOf(table, on), seen));
    const before = await wholeTable(table);
    accepted(await removeDetails(deskOf(table, '2023-07-01'), gone));
    accepted(await removeDetails(deskOf(table, '2023-07-01'), seen));
    expect(await wholeTable(table)).toEqual(before);
  });

  test('in a long history go part by part; stopped in between, the rest goes the next time', async () => {
    const seen = await left(90);
    const stopping = { ...table, client: stopAfter(table, 1) };
    const once = { name: 'a-form', attempt: 'first', expiresAt: 4_000_000_000 };
    const desk = { ...deskOf(table, on), once };
    await expect(removeDetails({ ...desk, table: stopping }, seen)).rejects.toThrow('Stopped');
    expect(await readSent(table, once)).toBeUndefined();
    const half = (await read(table, 'contact', contactKey(seen.id)))!;
    expect(half.detailsRemovedOn).toBeUndefined();
    expect(half.name).toBe(name);
    expect(wrongIn(await everyHistory(table))).toEqual([]);
    accepted(await removeDetails(desk, half));
    expect(await readSent(table, once)).toMatchObject({ contactId: seen.id });
    expect(await sayingThem()).toEqual([]);
    const { events } = await historyOfContact(seen.id);
    const removed = events.flatMap((event) => event.removed ?? []).map(({ position }) => position);
    expect(removed.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 91 }, (_, index) => index + 2));
    expect(wrongIn(await everyHistory(table))).toEqual([]);
  });

  test('stay where the contact was changed since it was looked at: they are back', async () => {
    const seen = await left();
    accepted(await recordReturn(deskOf(table, on), seen.id, {}));
    const before = await wholeTable(table);
    expect(await removeDetails(deskOf(table, on), seen)).toMatchObject({ refused: 'changed-since' });
    expect(await wholeTable(table)).toEqual(before);
  });

  test('stay where they come back at the very moment', async () => {
    const seen = await left();
    const meanwhile = interruptedBeforeWriting(table, () => recordReturn(deskOf(table, on), seen.id, {}));
    const result = await removeDetails({ ...deskOf(table, on), table: meanwhile }, seen);
    expect(result).toMatchObject({ refused: 'changed-since' });
    expect(await read(table, 'contact', contactKey(seen.id))).toMatchObject({ name, status: 'active' });
  });

  test('that are gone cannot come back with the person: they are added anew', async () => {
    const seen = await left();
    accepted(await removeDetails(deskOf(table, on), seen));
    expect(await recordReturn(deskOf(table, on), seen.id, {})).toMatchObject({ refused: 'details-removed' });
  });
});

/** A client that is gone after so many transactions. */
function stopAfter({ client }: Table, transactions: number): Table['client'] {
  let left = transactions;
  return new Proxy(client, {
    get(target, property) {
      if (property !== 'send') return Reflect.get(target, property, target);
      return async (command: { constructor: { name: string } }) => {
        if (command.constructor.name === 'TransactWriteCommand' && left-- === 0) throw new Error('Stopped');
        return target.send(command as never);
      };
    },
  });
}

describe('the words of old mails', () => {
  const line = sampleLine(sampleDeadline(sampleRecommendation(sampleCase()), sampleCase()));

  async function mailed(id: string, of: Partial<Mail> = {}): Promise<Mail> {
    const mail = sampleMail(id, [line], {
      recipientId: 'one',
      state: 'BOUNCED',
      recipientEmail: email,
      subject: 'Response due: 2019/127918',
      reason: `MessageRejected: ${email}`,
      asked: { by: 'liaison', note: `For ${name}` },
      ...of,
    });
    await put(table, 'mail', mail);
    await put(table, 'content', { mailId: id, subject: mail.subject!, text: `Dear ${name}, ${post}` });
    return mail;
  }

  const wordsOf = (mails: readonly Mail[]): DueWords => ({
    contactId: 'one',
    mails,
    firstOn: mails[0]!.plannedOn,
    lastOn: mails[0]!.plannedOn,
  });

  test('go with the address; to which contact they went, of what they reminded and what became of them stays', async () => {
    const mail = await mailed('mail-1');
    expect(await removeWords(deskOf(table, on), wordsOf([mail]))).toBeUndefined();
    expect(await sayingThem()).toEqual([]);
    const { recipientEmail: _, reason: __, ...rest } = mail;
    expect(await readMail(table, 'mail-1')).toEqual({
      ...rest,
      asked: { by: 'liaison' },
      wordsRemovedOn: on,
    });
    expect(await read(table, 'content', contentKey('mail-1'))).toEqual({
      mailId: 'mail-1',
      subject: 'Response due: 2019/127918',
      text: 'The words of this mail were removed on 1 June 2023.',
    });
    expect((await historyOfContact('one')).events).toMatchObject([
      { move: 'remove-details', what: 'the words of a mail planned up to 26 October 2020' },
    ]);
    expect(wrongIn([await historyOfContact('one')])).toEqual([]);
  });

  test('of many go part by part', async () => {
    const mails: Mail[] = [];
    for (let number = 1; number <= 45; number++) mails.push(await mailed(`mail-${number}`));
    const { due } = dueNow({ on: asDay('2026-10-26'), left: [], mails });
    for (const each of due) expect(await removeDue(deskOf(table, on), each)).toBeUndefined();
    expect(await sayingThem()).toEqual([]);
    expect((await historyOfContact('one')).events.map(({ what }) => what)).toEqual([
      'the words of 40 mails planned up to 26 October 2020',
      'the words of 5 mails planned up to 26 October 2020',
    ]);
  });

  test('that somebody took out at the same time go once, and stay together where one is gone already', async () => {
    const [one, two] = [await mailed('mail-1'), await mailed('mail-2')];
    const words = wordsOf([one]);
    const both = await Promise.all([
      removeWords(deskOf(table, on), words),
      removeWords(deskOf(table, on), words),
    ]);
    expect(both.filter((refused) => refused === undefined)).toHaveLength(1);
    const before = await wholeTable(table);
    expect(await removeWords(deskOf(table, on), wordsOf([one, two]))).toMatchObject({
      refused: 'changed-meanwhile',
    });
    expect(await wholeTable(table)).toEqual(before);
    expect((await historyOfContact('one')).events).toHaveLength(1);
  });

  test('of a mail without any leave nothing behind', async () => {
    const mail = sampleMail('mail-1', [line], { recipientId: 'one', state: 'SUPERSEDED' });
    await put(table, 'mail', mail);
    expect(await removeWords(deskOf(table, on), wordsOf([mail]))).toBeUndefined();
    expect(await readMail(table, 'mail-1')).toEqual({ ...mail, wordsRemovedOn: on });
    expect(await read(table, 'content', contentKey('mail-1'))).toBeUndefined();
  });
});
