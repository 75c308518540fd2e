import { describe, expect, test } from 'vitest';
import type { Mail } from '../../../shared/domain/mail.ts';
import { contentKey } from '../../../shared/store/keys.ts';
import {
  claim,
  type Grounds,
  keepContent,
  move,
  readMail,
  unsettledMails,
} from '../../../shared/store/outbox.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { cancelNext } from '../../support/cancelled-transactions.ts';
import { loseNextReply } from '../../support/lost-replies.ts';
import { asked, contacts, put, putItem } from '../../support/recorded.ts';
import { sampleContact, sampleLine, sampleMail } from '../../support/sample-records.ts';

async function planned(table: Table): Promise<{ mail: Mail; grounds: Grounds }> {
  const anna = sampleContact();
  await contacts(table, anna);
  const { deadline } = await asked(table, 'case');
  const mail = sampleMail('mail-1', [sampleLine(deadline)]);
  await put(table, 'mail', mail);
  return { mail, grounds: { deadlines: [deadline], contacts: [anna], sending: undefined } };
}

const claimed = (mail: Mail, token: string): Mail => ({ ...mail, state: 'CLAIMED', token, attempt: 1 });

export function claimContract(newTable: () => Promise<Table>): void {
  describe('claiming a mail', () => {
    test('makes it ours, with a token', async () => {
      const table = await newTable();
      const { mail, grounds } = await planned(table);
      expect(await claim(table, mail, claimed(mail, 'ours'), grounds)).toBe(true);
      expect(await readMail(table, 'mail-1')).toEqual(claimed(mail, 'ours'));
    });

    test.each(['CLAIMED', 'SENT', 'SUPERSEDED', 'FAILED'] as const)(
      'is refused for a mail that is %s',
      async (state) => {
        const table = await newTable();
        const { mail, grounds } = await planned(table);
        await put(table, 'mail', { ...mail, state });
        expect(await claim(table, mail, claimed(mail, 'ours'), grounds)).toBe(false);
        expect(await readMail(table, 'mail-1')).toMatchObject({ state });
      },
    );

    test('of many workers at once exactly one has it', async () => {
      const table = await newTable();
      const { mail, grounds } = await planned(table);
      const workers = Array.from({ length: 8 }, (_, index) => `worker-${index}`);
      const won = await Promise.all(
        workers.map((token) => claim(table, mail, claimed(mail, token), grounds)),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await readMail(table, 'mail-1'))?.token).toBe(workers[won.indexOf(true)]);
    });

    test('is refused when a deadline it rests on has changed since it was read', async () => {
      const table = await newTable();
      const { mail, grounds } = await planned(table);
      await put(table, 'deadline', { ...grounds.deadlines[0]!, state: 'met', version: 2 });
      expect(await claim(table, mail, claimed(mail, 'ours'), grounds)).toBe(false);
      expect(await readMail(table, 'mail-1')).toEqual(mail);
    });

    test('is refused when a contact it rests on has changed since it was read', async () => {
      const table = await newTable();
      const { mail, grounds } = await planned(table);
      await contacts(table, sampleContact('anna', { status: 'departed', version: 2 }));
      expect(await claim(table, mail, claimed(mail, 'ours'), grounds)).toBe(false);
      expect(await readMail(table, 'mail-1')).toEqual(mail);
    });

    test('a reply that was lost is known by the token', async () => {
      const table = await newTable();
      const { mail, grounds } = await planned(table);
      const calls = loseNextReply(table, 'TransactWriteItems');
      expect(await claim(table, mail, claimed(mail, 'ours'), grounds)).toBe(true);
      expect(calls.tries()).toBe(2);
    });

    test('a mail given back can be claimed again, by the one who knows its last token only', async () => {
      const table = await newTable();
      const { mail, grounds } = await planned(table);
      const first = claimed(mail, 'first');
      const back: Mail = { ...first, state: 'PENDING', reason: 'Throttling' };
      await claim(table, mail, first, grounds);
      expect(await move(table, first, back)).toBe(true);
      expect(await claim(table, mail, claimed(mail, 'old'), grounds)).toBe(false);
      expect(await claim(table, back, claimed(back, 'second'), grounds)).toBe(true);
    });

    test('is refused when it collides with another transaction, and the mail stays as it was', async () => {
      const table = await newTable();
      const { mail, grounds } = await planned(table);
      cancelNext(table, 'TransactionConflict');
      expect(await claim(table, mail, claimed(mail, 'ours'), grounds)).toBe(false);
      expect(await readMail(table, 'mail-1')).toEqual(mail);
    });
  });

  describe('moving a mail', () => {
    test('settles it, and a second try or another worker changes nothing any more', async () => {
      const table = await newTable();
      const { mail } = await planned(table);
      const ours = claimed(mail, 'ours');
      const sent: Mail = { ...ours, state: 'SENT', messageId: 'm' };
      await put(table, 'mail', ours);
      expect(await move(table, { ...ours, token: 'theirs' }, { ...sent, state: 'FAILED' })).toBe(false);
      expect(await move(table, ours, sent)).toBe(true);
      expect(await move(table, ours, { ...ours, state: 'PENDING' })).toBe(false);
      expect(await readMail(table, 'mail-1')).toEqual(sent);
    });

    test('whose reply is lost has moved it all the same', async () => {
      const table = await newTable();
      const { mail } = await planned(table);
      loseNextReply(table, 'PutItem');
      await move(table, mail, { ...mail, state: 'SUPERSEDED' });
      expect(await readMail(table, 'mail-1')).toMatchObject({ state: 'SUPERSEDED' });
    });
  });

  describe('the outbox', () => {
    test('holds what something is still to be heard of, and not what is settled', async () => {
      const table = await newTable();
      const { mail } = await planned(table);
      for (const state of [
        'CLAIMED',
        'SENT',
        'DELIVERED',
        'BOUNCED',
        'NO_CONFIRMATION',
        'NEEDS_HUMAN',
        'SUPERSEDED',
        'FAILED',
      ] as const)
        await put(table, 'mail', { ...mail, id: state.toLowerCase(), state });
      expect((await Array.fromAsync(unsettledMails(table))).sort()).toEqual(['claimed', 'mail-1', 'sent']);
    });

    test('also names a mail that is damaged, so that it is loud by itself and stops no other', async () => {
      const table = await newTable();
      await planned(table);
      const entry = { agendaPk: 'OUTBOX', agendaSk: '2020#torn', state: 'PENDING' };
      await putItem(table, { pk: 'MAIL#torn', sk: 'MAIL', ...entry });
      expect((await Array.fromAsync(unsettledMails(table))).sort()).toEqual(['mail-1', 'torn']);
    });

    test('keeps the words of a mail beside it', async () => {
      const table = await newTable();
      const content = { mailId: 'mail-1', subject: 'A response is due', text: 'Dear Anna' };
      await keepContent(table, content);
      expect(await read(table, 'content', contentKey('mail-1'))).toEqual(content);
    });
  });
}
