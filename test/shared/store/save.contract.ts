import { describe, expect, test } from 'vitest';
import { chainStart } from '../../../shared/domain/audit-chain.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { reschedule } from '../../../shared/store/agenda.ts';
import { auditOf } from '../../../shared/store/audit.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { caseKey, casePartition, contactKey, deadlineKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import type { Table } from '../../../shared/store/table.ts';
import { cancelNext } from '../../support/cancelled-transactions.ts';
import { loseNextReply } from '../../support/lost-replies.ts';
import { asked, contacts, put } from '../../support/recorded.ts';
import { sampleCase, sampleContact, sampleRecommendation } from '../../support/sample-records.ts';
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
      expect(file?.events).toMatchObject([
        {
          ...event(),
          changes: [
            {
              record: 'deadline',
              key: 'CASE#2019-127918 REC#001#DEADLINE#2019-127918.1.response-1',
              before: { state: 'open', nextActionOn: '2020-10-01' },
              after: { state: 'met', metOn: '2020-11-20', nextActionOn: null },
            },
          ],
          left: [
            { record: 'contact', key: 'CONTACT#anna CONTACT', version: 1 },
            { record: 'deadline', version: 2 },
          ],
          position: 1,
        },
      ]);
    });

    test('what was decided on an earlier look is saved where nothing came since, and refused where something did', async () => {
      const table = await newTable();
      const looked = (id: string, seen: number): Change => {
        const change = adding(id, `of-${id}`);
        return { ...change, event: { ...change.event, seen } };
      };
      expect(await save(table, looked('anna', 1))).toMatchObject({ refused: 'changed-since' });
      expect(await save(table, looked('anna', 0))).toBeUndefined();
      expect(await save(table, looked('bill', 0))).toMatchObject({ refused: 'changed-since' });
      expect(await read(table, 'contact', contactKey('bill'))).toBeUndefined();
      expect(await save(table, looked('bill', 1))).toBeUndefined();
      const [history] = await auditOf(table, casePartition('2019-127918'));
      expect(history?.findings).toEqual([]);
      expect(history?.events.map((each) => 'seen' in each)).toEqual([false, false]);
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
      await reschedule(table, deadline, asDay('2020-10-26'), 1);
      const refused = await save(table, {
        ...adding('anna'),
        updates: [{ kind: 'deadline', before: deadline, after: { ...deadline, basis: 'Mine' } }],
      });
      expect(refused?.refused).toBe('changed-meanwhile');
      const kept = await read(table, 'deadline', deadlineKey(deadline));
      expect(kept).toEqual({ ...deadline, nextActionOn: '2020-10-26', stagesEdition: 1, plans: 1 });
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
        `event-${winner}-2`,
      ]);
    });

    test('each event takes the next place in the chain of its subject, and the chain of another is another', async () => {
      const table = await newTable();
      await save(table, adding('anna', 'event-1'));
      await save(table, { ...adding('bill', 'event-2'), event: { ...event('event-2'), number: 2 } });
      await save(table, { ...adding('carl', 'event-3'), event: { ...event('event-3'), number: undefined } });
      await save(table, adding('dora', 'event-4'));
      const histories = await auditOf(table, casePartition('2019-127918'));
      expect(histories.map(({ name, events }) => [name, events.map(({ id }) => id)])).toEqual([
        ['CASE#2019-127918 CASE#CHAIN', ['event-3']],
        ['CASE#2019-127918 REC#001#CHAIN', ['event-1', 'event-4']],
        ['CASE#2019-127918 REC#002#CHAIN', ['event-2']],
      ]);
      const [first, second] = histories[1]!.events;
      expect([first?.position, first?.previous]).toEqual([1, chainStart]);
      expect([second?.position, second?.previous]).toEqual([2, first?.hash]);
    });

    test('a move that reaches another subject is told in its history as well, with what it did there alone', async () => {
      const table = await newTable();
      const { learningCase, recommendation } = await asked(table, '2019/127918');
      const far = sampleRecommendation(sampleCase('2020/1'));
      await put(table, 'recommendation', far);
      await save(table, {
        creates: [{ kind: 'contact', value: sampleContact('bill') }],
        updates: [
          { kind: 'recommendation', before: recommendation, after: { ...recommendation, theme: 'Near' } },
          { kind: 'recommendation', before: far, after: { ...far, theme: 'Far' } },
          { kind: 'case', before: learningCase, after: learningCase },
        ],
        event: { ...event(), why: 'They say the same' },
      });
      const [near] = await auditOf(table, casePartition('2019-127918'));
      const [there] = await auditOf(table, casePartition('2020-1'));
      const [bill] = await auditOf(table, contactKey('bill').pk);
      expect(near?.events.map(({ changes, left }) => [changes.length, left.length])).toEqual([[2, 3]]);
      expect(there).toMatchObject({
        events: [
          {
            why: 'They say the same',
            caseId: '2020-1',
            number: 1,
            position: 1,
            changes: [{ after: { theme: 'Far' } }],
          },
        ],
        findings: [],
      });
      expect(there?.events[0]?.changes).toHaveLength(1);
      expect(bill).toMatchObject({ events: [{ contactId: 'bill', changes: [], left: [{}] }], findings: [] });
    });

    test('what is only kept from changing while another is written is told nowhere', async () => {
      const table = await newTable();
      const { learningCase, recommendation } = await asked(table, '2019/127918');
      const after = { ...recommendation, theme: 'Mine' };
      await save(table, {
        creates: [],
        updates: [
          { kind: 'case', before: learningCase, after: learningCase },
          { kind: 'recommendation', before: recommendation, after },
        ],
        event: event(),
      });
      const histories = await auditOf(table, casePartition(learningCase.id));
      expect(histories.flatMap(({ events }) => events.flatMap(({ left }) => left))).toMatchObject([
        { record: 'recommendation', version: 2 },
      ]);
    });

    test('of two moves at once on one subject one is to be decided again, also where they change nothing in common', async () => {
      const table = await newTable();
      for (let turn = 0; turn < 8; turn++) {
        const both = [`a${turn}`, `b${turn}`].map((id) => save(table, adding(id, id)));
        const refused = (await Promise.all(both)).filter((each) => each !== undefined);
        expect(refused.map((each) => each.refused)).toEqual(refused.length ? ['changed-meanwhile'] : []);
      }
      const [history] = await auditOf(table, casePartition('2019-127918'));
      expect(history?.findings).toEqual([]);
    });

    test.each([
      ['the database knows the second try for the first', false],
      ['the database takes the second try for another', true],
    ])('a reply that was lost is no failure: %s', async (_, forgetful) => {
      const table = await newTable();
      const calls = loseNextReply(table, 'TransactWriteItems', { forgetful });
      expect(await save(table, adding('anna'))).toBeUndefined();
      expect(calls.tries()).toBe(2);
      expect(await wholeTable(table)).toHaveLength(5);
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
