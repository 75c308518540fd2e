import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountOf } from '../../../shared/domain/account.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { balances } from '../../../shared/domain/night.ts';
import { recommendationKey } from '../../../shared/store/keys.ts';
import { mailsOfNight } from '../../../shared/store/lists.ts';
import { readMail } from '../../../shared/store/outbox.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, contacts, putItem } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';
import { senderOf } from '../../support/sender-of.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const today = '2020-10-26';

/** Each owner has one response to give; it is due so many days after 26 October 2020. */
const owners = { anna: 28, bill: 7, carl: 1, dora: 14 };

async function fourOwners(): Promise<Table> {
  const table = await tables.newTable();
  for (const [id, days] of Object.entries(owners)) {
    await contacts(table, sampleContact(id));
    const dueOn = asDay(new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10));
    await asked(table, id, { ownerId: id }, { dueOn, lateAfterOn: dueOn });
  }
  return table;
}

const recipientsOf = async (table: Table, ids: string[]) => {
  const mails = new Map((await mailsPlanned(table, today)).map((mail) => [mail.id, mail]));
  return ids.map((id) => mails.get(id)?.recipientId);
};

describe('a run hands over', () => {
  test('the most urgent first, whatever the order they were planned in', async () => {
    const table = await fourOwners();
    const { night, handedOver } = nightsOf(table);
    expect(await night(today)).toMatchObject({ mails: 4, handedOver: 4, heldBack: 0 });
    expect(await recipientsOf(table, handedOver)).toEqual(['carl', 'bill', 'dora', 'anna']);
  });

  test.each([
    [5, ['carl', 'bill', 'dora', 'anna']],
    [4, ['carl', 'bill', 'dora', 'anna']],
    [3, ['carl', 'bill', 'dora']],
    [1, ['carl']],
    [0, []],
  ])('no more than what is left of the quota: %d', async (left, expected) => {
    const table = await fourOwners();
    const { night, handedOver, quotaIs, log } = nightsOf(table);
    quotaIs({ perDay: 200, sentToday: 200 - left });
    const statement = await night(today);
    const heldBack = 4 - expected.length;
    expect(statement).toMatchObject({ mails: 4, handedOver: expected.length, heldBack, notHandedOver: 0 });
    expect(await recipientsOf(table, handedOver)).toEqual(expected);
    expect(accountOf(statement, await mailsOfNight(table, statement)).unexplained).toBe(0);
    const facts = { level: 'warn', facts: { count: heldBack } };
    expect(log.lines.filter(({ level }) => level === 'warn')).toMatchObject(heldBack > 0 ? [facts] : []);
  });

  test('what was held back at the next run, together with what is new and in one order', async () => {
    const table = await fourOwners();
    const { night, handedOver, quotaIs } = nightsOf(table);
    quotaIs({ perDay: 0 });
    await night(today);
    await contacts(table, sampleContact('emil'));
    const dueOn = asDay('2020-11-03');
    await asked(table, 'emil', { ownerId: 'emil' }, { dueOn, lateAfterOn: dueOn });
    quotaIs({ perDay: 3 });
    const second = await night('2020-10-27');
    expect(second).toMatchObject({
      mails: 1,
      outstanding: { found: 4, toHandOver: 4 },
      handedOver: 3,
      heldBack: 2,
    });
    expect(balances(second)).toBe(true);
    expect(await recipientsOf(table, handedOver)).toEqual(['carl', 'bill', 'emil']);
  });

  describe('what the sender can do nothing with', () => {
    const bounced = (id: string) => sampleContact(id, { delivery: 'bounced' });
    /** Carl, the most urgent, and Bill were planned; then their mail came back, and nobody acts for them. */
    async function twoCannotBeTold() {
      const table = await fourOwners();
      const { night, handedOver, quotaIs } = nightsOf(table);
      quotaIs({ perDay: 2 });
      await night(today);
      await contacts(table, bounced('carl'), bounced('bill'));
      const { send } = senderOf(table, {
        service: { send: async ({ to }) => ({ kind: 'accepted', messageId: to }) },
      });
      const deliver = async () => Promise.all(handedOver.splice(0).map(send));
      return { table, night, handedOver, quotaIs, deliver };
    }

    test('takes no place from a mail that can leave, and is handed over all the same', async () => {
      const { table, night, handedOver, deliver } = await twoCannotBeTold();
      expect(await deliver()).toEqual(['waits', 'waits']);
      const second = await night('2020-10-27');
      expect(second).toMatchObject({ outstanding: { toHandOver: 4 }, handedOver: 4, heldBack: 0 });
      expect(balances(second)).toBe(true);
      expect(await recipientsOf(table, handedOver)).toEqual(['dora', 'anna', 'carl', 'bill']);
      expect(await deliver()).toEqual(['sent', 'sent', 'waits', 'waits']);
    });

    test('is held back by no quota, so that it leaves at the next run once somebody can have it', async () => {
      const { table, night, quotaIs, deliver } = await twoCannotBeTold();
      await deliver();
      quotaIs({ perDay: 0 });
      await contacts(table, sampleContact('carl', { version: 2 }));
      expect(await night('2020-10-27')).toMatchObject({ handedOver: 2, heldBack: 2 });
      expect((await deliver()).toSorted()).toEqual(['sent', 'waits']);
    });

    test('counts again once it was claimed and the mail service took nothing', async () => {
      const { table, night, handedOver } = await twoCannotBeTold();
      const notNow = { send: async () => ({ kind: 'not-now' as const, reason: 'Quota', inLog: 'Quota' }) };
      const { send } = senderOf(table, { service: notNow });
      const [carl] = handedOver.splice(0) as [string];
      expect(await send(carl)).toBe('waits');
      expect((await readMail(table, carl))?.cannotLeave).toBe(true);
      await contacts(table, sampleContact('carl', { version: 2 }));
      expect(await send(carl)).toBe('try-again');
      expect((await readMail(table, carl))?.cannotLeave).toBeUndefined();
      await night('2020-10-27');
      expect(await recipientsOf(table, handedOver)).toEqual(['carl', 'bill']);
    });

    test('is also what has a damaged record in it', async () => {
      const table = await fourOwners();
      const { night, handedOver, quotaIs } = nightsOf(table);
      quotaIs({ perDay: 1 });
      await night(today);
      await putItem(table, { ...recommendationKey({ caseId: 'carl', number: 1 }), text: 7 });
      const { send } = senderOf(table);
      await expect(send(handedOver.splice(0)[0]!)).rejects.toThrow();
      expect(await night('2020-10-27')).toMatchObject({ handedOver: 2, heldBack: 2 });
      expect(await recipientsOf(table, handedOver)).toEqual(['bill', 'carl']);
    });
  });

  test('everything where the quota cannot be read, and says so', async () => {
    const table = await fourOwners();
    const { night, handedOver, quotaIs, log } = nightsOf(table);
    quotaIs(new Error('Rate exceeded'));
    expect(await night(today)).toMatchObject({ handedOver: 4, heldBack: 0 });
    expect(handedOver).toHaveLength(4);
    expect(log.lines).toContainEqual({
      level: 'warn',
      message: 'The quota of the mail service could not be read, so no mail is held back',
      facts: { reason: 'Error: Rate exceeded' },
    });
  });
});
