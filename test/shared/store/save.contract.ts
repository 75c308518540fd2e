import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { reschedule } from '../../../shared/store/agenda.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { caseKey, contactKey, deadlineKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import type { Table } from '../../../shared/store/table.ts';
import { cancelNext } from '../../support/cancelled-transactions.ts';
import { loseNextReply } from '../../support/lost-replies.ts';
import { asked, contacts, put } from '../../support/recorded.ts';
import { sampleCase, sampleContact } from '../../support/sample-records.ts';
import { wholeTable } from '../../support/whole-table.ts';

const event = (id = 'event-1'): Change['event'] => ({
  id,
  at: '2020-11-20T09:00:00.000Z',
  by: 'liaison',
  move: 'record-response',
  caseId: '2019-127918',
  number: 1,
});

const adding = (id: string, eventId = 'event-1'): Change => ({
  creates: [{ kind: 'contact', value: sampleContact(id) }],
  updates: [],
  event: event(eventId),
});

export function saveContract(newTable: () => Promise<Table>): void {
  describe('saving a move', () => {
    test('writes what it creates, what it changes and the event, and raises the version of what it changes', async () => {
      const table = await newTable();
      const { learningCase, deadline } = await asked(table, '2019/127918');
      const metOn = asDay('2020-11-20');
      const after = { ...deadline, state: 'met' as const, metOn, nextActionOn: null };
      const refused = await save(table, {
        creates: [{ kind: 'contact', value: sampleContact() }],
        updates: [{ kind: 'deadline', before: deadline, after }],
        event: event(),
      });
      expect(refused).toBeUndefined();
      expect(await read(table, 'contact', contactKey('anna'))).toEqual(sampleContact());
      expect(await read(table, 'deadline', deadlineKey(deadline))).toEqual({ ...after, version: 2 });
      const file = await readCaseFile(table, learningCase.id);
      expect(file?.events).toEqual([
        {
          ...event(),
          changes: [
            {
              record: 'deadline',
              before: { state: 'open', nextActionOn: '2020-10-01' },
              after: { state: 'met', metOn: '2020-11-20', nextActionOn: null },
            },
          ],
        },
      ]);
    });

    test('what already exists is refused and nothing is written, not even the event or the other records', async () => {
      const table = await newTable();
      await contacts(table, sampleContact('anna', { post: 'The first' }));
      const before = await wholeTable(table);
      const refused = await save(table, {
        ...adding('anna'),
        creates: [
          { kind: 'case', value: sampleCase() },
          { kind: 'contact', value: sampleContact() },
        ],
      });
      expect(refused?.refused).toBe('already-recorded');
      expect(await wholeTable(table)).toEqual(before);
    });

    test('what somebody else changed meanwhile is refused and nothing is written', async () => {
      const table = await newTable();
      const { learningCase } = await asked(table, '2019/127918');
      await put(table, 'case', { ...learningCase, title: 'Changed meanwhile', version: 2 });
      const before = await wholeTable(table);
      const refused = await save(table, {
        ...adding('anna'),
        updates: [{ kind: 'case', before: learningCase, after: { ...learningCase, title: 'Mine' } }],
      });
      expect(refused?.refused).toBe('changed-meanwhile');
      expect(await wholeTable(table)).toEqual(before);
    });

    test('where it both exists and was changed meanwhile, it is for the person to look again', async () => {
      const table = await newTable();
      const { learningCase } = await asked(table, '2019/127918');
      await contacts(table, sampleContact());
      await put(table, 'case', { ...learningCase, version: 2 });
      const refused = await save(table, {
        ...adding('anna'),
        updates: [{ kind: 'case', before: learningCase, after: learningCase }],
      });
      expect(refused?.refused).toBe('changed-meanwhile');
    });

    test('a deadline that a night moved on meanwhile is not overwritten', async () => {
      const table = await newTable();
      const { deadline } = await asked(table, '2019/127918');
      await reschedule(table, deadline, asDay('2020-10-26'));
      const refused = await save(table, {
        ...adding('anna'),
        updates: [{ kind: 'deadline', before: deadline, after: { ...deadline, basis: 'Mine' } }],
      });
      expect(refused?.refused).toBe('changed-meanwhile');
      const kept = await read(table, 'deadline', deadlineKey(deadline));
      expect(kept).toEqual({ ...deadline, nextActionOn: '2020-10-26', plans: 1 });
    });

    test('what is changed must exist: a record that is gone is not made again', async () => {
      const table = await newTable();
      const gone = sampleCase();
      const refused = await save(table, {
        ...adding('anna'),
        updates: [{ kind: 'case', before: gone, after: gone }],
      });
      expect(refused?.refused).toBe('changed-meanwhile');
      expect(await read(table, 'case', caseKey(gone.id))).toBeUndefined();
    });

    test('of many at once with the same change exactly one wins', async () => {
      const table = await newTable();
      const { learningCase } = await asked(table, '2019/127918');
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          save(table, {
            ...adding(`person-${index}`, `event-${index}`),
            updates: [{ kind: 'case', before: learningCase, after: { ...learningCase, title: `${index}` } }],
          }),
        ),
      );
      expect(results.filter((refused) => refused === undefined)).toHaveLength(1);
      const winner = results.indexOf(undefined);
      expect(await read(table, 'case', caseKey(learningCase.id))).toMatchObject({
        title: `${winner}`,
        version: 2,
      });
      expect((await readCaseFile(table, learningCase.id))?.events.map(({ id }) => id)).toEqual([
        `event-${winner}`,
      ]);
    });

    test.each([
      ['the database knows the second try for the first', false],
      ['the database takes the second try for another', true],
    ])('a reply that was lost is no failure: %s', async (_, forgetful) => {
      const table = await newTable();
      const calls = loseNextReply(table, 'TransactWriteItems', { forgetful });
      expect(await save(table, adding('anna'))).toBeUndefined();
      expect(calls.tries()).toBe(2);
      expect(await wholeTable(table)).toHaveLength(2);
    });

    test('a collision with another transaction is "changed meanwhile", for nothing was written', async () => {
      const table = await newTable();
      cancelNext(table, 'TransactionConflict');
      expect((await save(table, adding('anna')))?.refused).toBe('changed-meanwhile');
      expect(await wholeTable(table)).toEqual([]);
    });

    test('a cancellation for any other reason is a fault', async () => {
      const table = await newTable();
      cancelNext(table, 'ThrottlingError');
      await expect(save(table, adding('anna'))).rejects.toThrow('cancelled');
    });
  });
}
