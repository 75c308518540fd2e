import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clearException } from '../../../../functions/web/moves/clear-exception.ts';
import { recordDeparture } from '../../../../functions/web/moves/record-departure.ts';
import { recordReturn } from '../../../../functions/web/moves/record-return.ts';
import { raise } from '../../../../shared/domain/exception.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { contactKey } from '../../../../shared/store/keys.ts';
import { listExceptions } from '../../../../shared/store/lists.ts';
import { peopleOf } from '../../../../shared/store/people.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { board, contacts, put } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await contacts(table, sampleContact('anna'), sampleContact('sue'), sampleContact('tom'));
});

const leave = (id: string, successorId?: string) => recordDeparture(deskOf(table), id, { successorId });
const contact = (id: string) => read(table, 'contact', contactKey(id));
const exceptionIds = async () => (await listExceptions(table)).map(({ id }) => id);
const idsOf = async (of: { ownerId?: string; boardId?: string }) => {
  const people = (await peopleOf(table, [of]))(of);
  return Object.fromEntries(Object.entries(people).map(([role, person]) => [role, person.id]));
};

describe('somebody who leaves', () => {
  test('without a successor is an exception from that moment, which only a successor clears', async () => {
    accepted(await leave('anna'));
    expect(await contact('anna')).toMatchObject({ status: 'departed', version: 2 });
    expect(await exceptionIds()).toEqual(['departed-anna']);
    expect(await clearException(deskOf(table), 'departed-anna', {})).toMatchObject({
      refused: 'successor-needed',
    });
    accepted(await leave('anna', 'sue'));
    expect(await exceptionIds()).toEqual([]);
    expect(await idsOf({ ownerId: 'anna' })).toEqual({ owner: 'sue' });
  });

  test('hands over in one write with one event, and what was wrong with their address is cleared', async () => {
    await contacts(table, sampleContact('anna', { delivery: 'bounced' }));
    await put(table, 'exception', raise('bounced', { contactId: 'anna' }, '2020-11-16T06:10:00.000Z'));
    accepted(await recordDeparture(deskOf(table), 'anna', { successorId: 'sue', reason: 'Retired' }));
    expect(await exceptionIds()).toEqual([]);
    const events = (await wholeTable(table)).map((item) => JSON.parse(item)).filter(({ move }) => move);
    expect(events).toMatchObject([{ move: 'hand-over', contactId: 'anna', why: 'Retired', by: 'liaison' }]);
    expect(events[0].changes).toContainEqual({
      record: 'contact',
      key: 'CONTACT#anna CONTACT',
      before: { status: 'active' },
      after: { status: 'departed', successorId: 'sue' },
    });
  });

  test('is followed by the successor in every role they had', async () => {
    await contacts(
      table,
      sampleContact('olga', { managerId: 'anna' }),
      sampleContact('bea', { delivery: 'bounced', deputyId: 'anna' }),
    );
    await board(table, 'learning', { chairId: 'anna' });
    accepted(await leave('anna', 'sue'));
    expect(await idsOf({ ownerId: 'olga', boardId: 'learning' })).toEqual({
      owner: 'olga',
      manager: 'sue',
      chair: 'sue',
    });
    expect(await idsOf({ ownerId: 'bea' })).toEqual({ owner: 'sue' });
  });

  test('to a successor chosen by mistake is put right by choosing again', async () => {
    accepted(await leave('anna', 'sue'));
    accepted(await leave('anna', 'tom'));
    expect(await idsOf({ ownerId: 'anna' })).toEqual({ owner: 'tom' });
  });

  test.each([
    ['to nobody there is', 'anna', 'ghost', 'unknown-contact'],
    ['to themselves', 'anna', 'anna', 'own-successor'],
    ['who is not there', 'ghost', 'sue', 'unknown-person'],
  ])('%s is refused and changes nothing', async (_, id, successorId, refused) => {
    const before = await wholeTable(table);
    expect(await leave(id, successorId)).toMatchObject({ refused });
    expect(await wholeTable(table)).toEqual(before);
  });

  test('twice is refused', async () => {
    accepted(await leave('anna'));
    expect(await leave('anna')).toMatchObject({ refused: 'already-departed' });
  });
});

describe('a post that changes hands again and again', () => {
  test('leads to whoever has it now, after five hand-overs and after nine', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `holder-${index}`);
    await contacts(table, ...names.map((name) => sampleContact(name)));
    for (const [index, name] of names.slice(0, -1).entries()) {
      const next = names[index + 1]!;
      accepted(await leave(name, next));
      for (const earlier of names.slice(0, index + 1))
        expect(await idsOf({ ownerId: earlier })).toEqual({ owner: next });
    }
  });

  test('never leads round in a circle: of two who hand over to each other at once, one is refused', async () => {
    for (let turn = 0; turn < 5; turn++) {
      await contacts(table, sampleContact('anna'), sampleContact('sue'));
      const results = await Promise.all([leave('anna', 'sue'), leave('sue', 'anna')]);
      expect(results.filter(isRefusal).map(({ refused }) => refused)).toEqual(['cannot-be-written-to']);
    }
  });
});

describe('somebody who has come back', () => {
  const comeBack = (id: string) => recordReturn(deskOf(table), id, { reason: 'Recorded by mistake' });

  test('has again what is recorded as theirs, and who took over has not', async () => {
    await board(table, 'learning', { chairId: 'anna' });
    accepted(await leave('anna', 'sue'));
    expect(accepted(await comeBack('anna'))).toMatchObject({ status: 'active', version: 3 });
    expect(await contact('anna')).not.toHaveProperty('successorId');
    expect(await idsOf({ ownerId: 'anna', boardId: 'learning' })).toEqual({ owner: 'anna', chair: 'anna' });
    expect(await idsOf({ ownerId: 'sue' })).toEqual({ owner: 'sue' });
    const events = (await wholeTable(table)).map((item) => JSON.parse(item)).filter(({ move }) => move);
    expect(events.find(({ move }) => move === 'record-return')).toMatchObject({
      contactId: 'anna',
      why: 'Recorded by mistake',
      changes: [
        {
          record: 'contact',
          before: { status: 'departed', successorId: 'sue' },
          after: { status: 'active' },
        },
      ],
    });
  });

  test('clears that nobody took over, and can leave again, which is an exception again', async () => {
    accepted(await leave('anna'));
    accepted(await comeBack('anna'));
    expect(await exceptionIds()).toEqual([]);
    accepted(await leave('anna'));
    expect(await exceptionIds()).toEqual(['departed-anna']);
  });

  test.each(['bounced', 'complained'] as const)(
    'is an exception where mail to them %s before',
    async (delivery) => {
      await contacts(table, sampleContact('anna', { delivery }));
      await put(table, 'exception', raise(delivery, { contactId: 'anna' }, '2020-11-16T06:10:00.000Z'));
      accepted(await leave('anna', 'sue'));
      expect(await exceptionIds()).toEqual([]);
      accepted(await comeBack('anna'));
      expect(await exceptionIds()).toEqual([`${delivery}-anna`]);
    },
  );

  test('can take over from their own successor, and no circle comes of it', async () => {
    accepted(await leave('anna', 'sue'));
    accepted(await comeBack('anna'));
    accepted(await leave('sue', 'anna'));
    expect(await idsOf({ ownerId: 'sue' })).toEqual({ owner: 'anna' });
    expect(await leave('anna', 'sue')).toMatchObject({ refused: 'cannot-be-written-to' });
  });

  test.each([
    ['who has not left', 'anna', 'already-in-post'],
    ['who is not there', 'ghost', 'unknown-person'],
  ])('%s is refused and changes nothing', async (_, id, refused) => {
    const before = await wholeTable(table);
    expect(await comeBack(id)).toMatchObject({ refused });
    expect(await wholeTable(table)).toEqual(before);
  });

  test('twice at once is recorded once', async () => {
    accepted(await leave('anna', 'sue'));
    const results = await Promise.all([comeBack('anna'), comeBack('anna')]);
    expect(results.filter(isRefusal).map(({ refused }) => refused)).toEqual(['already-in-post']);
  });
});
