import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { deadlineKey } from '../../../shared/store/keys.ts';
import { readMail } from '../../../shared/store/outbox.ts';
import { type Advance, mostLines, planMail } from '../../../shared/store/plan-mail.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { cancelNext } from '../../support/cancelled-transactions.ts';
import { loseNextReply } from '../../support/lost-replies.ts';
import { type Asked, asked, put } from '../../support/recorded.ts';
import { sampleContact, sampleLine, sampleMail } from '../../support/sample-records.ts';
import { wholeTable } from '../../support/whole-table.ts';

const next = asDay('2020-11-16');

const advanceOf = ({ deadline }: Asked): Advance => ({
  deadline,
  people: { owner: sampleContact() },
  recipient: sampleContact(),
  line: sampleLine(deadline),
  nextActionOn: next,
  edition: 1,
});

const mailOf = (id: string, advances: Advance[]): Mail =>
  sampleMail(
    id,
    advances.map(({ line }) => line),
  );

const many = async (table: Table, count: number): Promise<Asked[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => asked(table, `case ${index}`)));

const ledgerOf = async (table: Table, { learningCase }: Asked) =>
  (await readCaseFile(table, learningCase.id))!.recommendations[0]!.reminders;

export function planMailContract(newTable: () => Promise<Table>): void {
  describe('planning a mail', () => {
    test('saves the mail, a ledger row for each line, and each deadline moved on', async () => {
      const table = await newTable();
      const advances = (await many(table, 2)).map(advanceOf);
      const mail = mailOf('mail-1', advances);
      expect(await planMail(table, mail, advances)).toEqual([]);
      expect(await readMail(table, 'mail-1')).toEqual(mail);
      for (const { deadline, line } of advances) {
        const row = { ...line, recipientId: 'anna', plannedOn: '2020-10-26', mailId: 'mail-1' };
        expect(await ledgerOf(table, { learningCase: { id: deadline.caseId } } as Asked)).toEqual([row]);
        expect(await read(table, 'deadline', deadlineKey(deadline))).toEqual({
          ...deadline,
          settledThrough: { ...deadline.settledThrough, owner: line.stageOn },
          nextActionOn: next,
          stagesEdition: 1,
          plans: 1,
        });
      }
    });

    test('as many lines as one mail carries are one transaction, also on the strictest engine', async () => {
      const table = await newTable();
      const advances = (await many(table, mostLines)).map(advanceOf);
      expect(await planMail(table, mailOf('mail-1', advances), advances)).toEqual([]);
      expect((await readMail(table, 'mail-1'))?.lines).toHaveLength(48);
    });

    test.each([
      ['met', { state: 'met' as const, nextActionOn: null }],
      ['changed by a person', { version: 2 }],
      ['moved to other dates', { revision: 2 }],
      [
        'settled for this role',
        { settledThrough: { owner: asDay('2020-10-26'), manager: null, chair: null } },
      ],
    ])(
      'a deadline that was meanwhile %s is named by its position, and nothing is written',
      async (_, change) => {
        const table = await newTable();
        const three = await many(table, 3);
        await put(table, 'deadline', { ...three[1]!.deadline, ...change });
        const before = await wholeTable(table);
        const advances = three.map(advanceOf);
        expect(await planMail(table, mailOf('mail-1', advances), advances)).toEqual([1]);
        expect(await wholeTable(table)).toEqual(before);
      },
    );

    test('every line that no longer holds is named, first and last', async () => {
      const table = await newTable();
      const three = await many(table, 3);
      for (const { deadline } of [three[0]!, three[2]!])
        await put(table, 'deadline', { ...deadline, version: 2 });
      const advances = three.map(advanceOf);
      expect(await planMail(table, mailOf('mail-1', advances), advances)).toEqual([0, 2]);
    });

    test('a reminder in the ledger is never planned again, even where the deadline has forgotten it', async () => {
      const table = await newTable();
      const [one] = (await many(table, 1)) as [Asked];
      const advances = [advanceOf(one)];
      await planMail(table, mailOf('mail-1', advances), advances);
      await put(table, 'deadline', one.deadline);
      expect(await planMail(table, mailOf('mail-2', advances), advances)).toEqual([0]);
      expect(await readMail(table, 'mail-2')).toBeUndefined();
      expect(await ledgerOf(table, one)).toMatchObject([{ mailId: 'mail-1' }]);
    });

    test('the same mail twice is planned once, and neither time is a failure', async () => {
      const table = await newTable();
      const advances = (await many(table, 2)).map(advanceOf);
      const mail = mailOf('mail-1', advances);
      await planMail(table, mail, advances);
      const once = await wholeTable(table);
      expect(await planMail(table, mail, advances)).toEqual([]);
      expect(await wholeTable(table)).toEqual(once);
    });

    test('a reply that was lost is no failure and plans nothing twice', async () => {
      const table = await newTable();
      const advances = (await many(table, 2)).map(advanceOf);
      const calls = loseNextReply(table, 'TransactWriteItems');
      expect(await planMail(table, mailOf('mail-1', advances), advances)).toEqual([]);
      expect(calls.tries()).toBe(2);
      for (const { deadline } of advances)
        expect(await read(table, 'deadline', deadlineKey(deadline))).toMatchObject({ plans: 1 });
    });

    test('a collision with another transaction is a fault and never taken for "planned"', async () => {
      const table = await newTable();
      const advances = (await many(table, 1)).map(advanceOf);
      cancelNext(table, 'TransactionConflict');
      await expect(planMail(table, mailOf('mail-1', advances), advances)).rejects.toThrow('cancelled');
      expect(await readMail(table, 'mail-1')).toBeUndefined();
    });

    test('of runs that plan at once exactly one plans each reminder', async () => {
      const table = await newTable();
      const five = await many(table, 5);
      const advances = five.map(advanceOf);
      const runs = ['a', 'b', 'c', 'd', 'e', 'f'];
      const stale = await Promise.all(runs.map((run) => planMail(table, mailOf(run, advances), advances)));
      const winners = runs.filter((_, index) => stale[index]!.length === 0);
      expect(winners).toHaveLength(1);
      expect(stale.filter((positions) => positions.length > 0)).toEqual(Array(5).fill([0, 1, 2, 3, 4]));
      for (const one of five) expect(await ledgerOf(table, one)).toMatchObject([{ mailId: winners[0] }]);
    });
  });
}
