import { describe, expect, test } from 'vitest';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import * as lists from '../../../shared/store/lists.ts';
import type { Page } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { asked, contacts, put, putItem } from '../../support/recorded.ts';
import {
  sampleCase,
  sampleContact,
  sampleDeadline,
  sampleMail,
  sampleRecommendation,
} from '../../support/sample-records.ts';
import { oneOfEach } from './records.contract.ts';

const today = asDay('2020-11-09');
const first = asDay('2020-01-01');

async function everyPage<T>(read: (cursor?: string) => Promise<Page<T>>): Promise<T[][]> {
  const pages: T[][] = [];
  for (let next: string | undefined, from = true; from || next; from = false) {
    const page: Page<T> = await read(next);
    pages.push(page.items);
    next = page.next;
  }
  return pages;
}

/** 120 cases, made a day apart from 1 January 2020. */
async function casesOfAYear(table: Table): Promise<void> {
  await Promise.all(
    Array.from({ length: 120 }, (_, index) =>
      put(table, 'case', sampleCase(`case ${index}`, { madeOn: addDays(first, index) })),
    ),
  );
}

const cursorOf = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

export function listsContract(newTable: () => Promise<Table>): void {
  describe('lists', () => {
    test('cases come page by page, the most recently made first, each once', async () => {
      const table = await newTable();
      await casesOfAYear(table);
      const pages = await everyPage((cursor) => lists.listCases(table, cursor));
      expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
      expect(pages.flat().map(({ id }) => id)).toEqual(
        Array.from({ length: 120 }, (_, index) => `case-${119 - index}`),
      );
    });

    test('a cursor that is none of this list’s starts the list from its beginning', async () => {
      const table = await newTable();
      await casesOfAYear(table);
      await put(table, 'mail', sampleMail('mail-1', [oneOfEach.mail.lines[0]!]));
      const begins = await lists.listCases(table);
      const good = JSON.parse(Buffer.from(begins.next!, 'base64url').toString());
      const foreign = {
        ...good,
        registerPk: 'MAILS#2020-10',
        registerSk: 'x',
        pk: 'MAIL#mail-1',
        sk: 'MAIL',
      };
      const bad = ['nonsense', cursorOf(null), cursorOf([]), cursorOf({}), cursorOf({ pk: 'CASE#case-1' })];
      const tampered = [
        { ...good, agendaPk: 'AGENDA#0' },
        { pk: good.pk, sk: good.sk },
        { ...good, registerSk: 7 },
        { ...good, registerSk: '' },
        foreign,
      ];
      for (const cursor of [...bad, ...tampered.map(cursorOf)])
        expect((await lists.listCases(table, cursor)).items, cursor).toEqual(begins.items);
    });

    test('a cursor from beyond the end of a list is no fault', async () => {
      const table = await newTable();
      await asked(table, '2019/1');
      const key = { pk: 'CASE#2019-1', sk: 'REC#001', registerPk: 'ATTENTION', registerSk: '9999-12-31#x' };
      await expect(lists.listAttention(table, today, cursorOf(key))).resolves.toMatchObject({
        next: undefined,
      });
    });

    test('the cursor of one list does not open another: years of nights are kept apart', async () => {
      const table = await newTable();
      for (let index = 0; index < 51; index++) {
        const id = `2020-01-01T06:10:${String(index).padStart(2, '0')}.000Z-night`;
        await put(table, 'night', { ...oneOfEach.night, id });
      }
      await put(table, 'night', { ...oneOfEach.night, id: '2021-01-01T06:10:00.000Z-night' });
      const pages = await everyPage((cursor) => lists.listNights(table, '2020', cursor));
      expect(pages.map(({ length }) => length)).toEqual([50, 1]);
      expect(pages[1]![0]!.id).toBe('2020-01-01T06:10:00.000Z-night');
      const { next } = await lists.listNights(table, '2020');
      expect((await lists.listNights(table, '2021', next)).items).toHaveLength(1);
    });

    test('contacts come by name whatever the case of its letters, all of them', async () => {
      const table = await newTable();
      await contacts(
        table,
        sampleContact('c', { name: 'carla' }),
        sampleContact('a', { name: 'Anna' }),
        sampleContact('b', { name: 'Bill' }),
        sampleContact('a2', { name: 'Anna' }),
      );
      expect((await lists.listContacts(table)).map(({ id }) => id)).toEqual(['a', 'a2', 'b', 'c']);
    });

    test('mails stand in the month they were planned in, newest first, also when they are settled', async () => {
      const table = await newTable();
      const line = oneOfEach.mail.lines[0]!;
      await put(table, 'mail', sampleMail('mail-1', [line]));
      await put(table, 'mail', sampleMail('mail-2', [line], { state: 'SENT' }));
      await put(table, 'mail', sampleMail('mail-3', [line], { plannedOn: asDay('2020-11-01') }));
      expect((await lists.listMails(table, '2020-10')).items.map(({ id }) => id)).toEqual([
        'mail-2',
        'mail-1',
      ]);
      expect((await lists.listMails(table, '2020-09')).items).toEqual([]);
    });

    test('the mails of a night are its own and no other night’s of the same month', async () => {
      const table = await newTable();
      const line = oneOfEach.mail.lines[0]!;
      await put(table, 'mail', sampleMail('mail-1', [line]));
      await put(table, 'mail', sampleMail('mail-2', [line], { nightId: `${oneOfEach.night.id}-2` }));
      const mails = await lists.mailsOfNight(table, oneOfEach.night);
      expect(mails.map(({ id }) => id)).toEqual(['mail-1']);
    });

    test('what needs attention stands there from its first day, the longest-standing first, until it is met', async () => {
      const table = await newTable();
      const learningCase = sampleCase();
      const due = async (number: number, dueOn: string, state: 'open' | 'met' = 'open') => {
        const to = sampleRecommendation(learningCase, { number });
        const more = { dueOn: asDay(dueOn), state, nextActionOn: null };
        await put(table, 'deadline', sampleDeadline(to, learningCase, more));
      };
      await due(1, '2020-11-23');
      await due(2, '2020-11-24');
      await due(3, '2020-11-01');
      await due(4, '2020-11-01', 'met');
      const closing = sampleRecommendation(learningCase, {
        number: 5,
        closure: { proposedOn: asDay('2020-10-30'), proposedBy: 'Sam Okoye' },
      });
      await put(table, 'recommendation', closing);
      const { items } = await lists.listAttention(table, today);
      expect(items.map((each) => Object.values(each)[0]?.number)).toEqual([3, 5, 1]);
    });

    test('a damaged record in a list is loud', async () => {
      const table = await newTable();
      await putItem(table, {
        pk: 'CASE#torn',
        sk: 'CASE',
        registerPk: 'CASES',
        registerSk: '2020-01-01#torn',
      });
      await expect(lists.listCases(table)).rejects.toThrow('Damaged case at CASE#torn CASE');
    });
  });
}
