import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { balances } from '../../../shared/domain/night.ts';
import { reminderKey } from '../../../shared/store/keys.ts';
import { readNight } from '../../../shared/store/nights.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, contacts, put, putItem } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const today = '2020-10-26';

async function withAnna(...references: string[]): Promise<Table> {
  const table = await tables.newTable();
  await contacts(table, sampleContact());
  for (const reference of references) await asked(table, reference);
  return table;
}

const linesOf = async (table: Table, day = today) =>
  (await mailsPlanned(table, day)).flatMap(({ recipientId, lines }) =>
    lines.map(({ caseId, stage, role }) => `${recipientId} ${caseId} ${stage} ${role}`),
  );

describe('a night on which something is wrong', () => {
  test.each([
    ['the deadline is damaged', { plannedFromOn: 'soon' }],
    ['the deadline speaks of no kind of duty', { kind: 'party' }],
  ])('%s: it is counted and named, and everybody else is mailed', async (_, damage) => {
    const table = await withAnna('one', 'two');
    const { deadline } = await asked(table, 'torn');
    await put(table, 'deadline', { ...deadline, ...damage } as never);
    const { night, log } = nightsOf(table);
    const statement = await night(today);
    expect(statement).toMatchObject({ examined: 3, reminded: 2, failed: 1, reminders: 2 });
    expect(balances(statement)).toBe(true);
    expect(log.lines).toContainEqual({
      level: 'error',
      message: 'A deadline could not be read',
      facts: { deadlineId: deadline.id, reason: expect.stringContaining('Damaged deadline') },
    });
  });

  test('a board is damaged: what it oversees is counted as failed, and everybody else is mailed', async () => {
    const table = await withAnna('one');
    await asked(table, 'torn', { ownerId: 'anna', boardId: 'torn' });
    await putItem(table, { pk: 'BOARD#torn', sk: 'BOARD', id: 'torn', name: 7 });
    const { night } = nightsOf(table);
    const statement = await night(today);
    expect(statement).toMatchObject({ examined: 2, reminded: 1, failed: 1, reminders: 1 });
    expect(balances(statement)).toBe(true);
    expect(await linesOf(table)).toEqual(['anna one -28 owner']);
  });

  test('a board is gone: its duties are reminded of without a chair', async () => {
    const table = await withAnna();
    await asked(table, 'one', { ownerId: 'anna', boardId: 'gone' });
    expect(await nightsOf(table).night('2021-01-19')).toMatchObject({ reminded: 1, failed: 0 });
  });

  test('a contact is damaged: what rests on it is counted as failed, and everybody else is mailed', async () => {
    const table = await withAnna('one');
    await asked(table, 'torn', { ownerId: 'torn' });
    await putItem(table, { pk: 'CONTACT#torn', sk: 'CONTACT', id: 'torn', name: 7 });
    const { night } = nightsOf(table);
    const statement = await night(today);
    expect(statement).toMatchObject({ examined: 2, reminded: 1, failed: 1, reminders: 1 });
    expect(balances(statement)).toBe(true);
  });

  test('a mail waiting to be sent is damaged: the night says so and goes on', async () => {
    const table = await withAnna('one');
    const entry = { agendaPk: 'OUTBOX', agendaSk: '2020#torn', state: 'PENDING' };
    await putItem(table, { pk: 'MAIL#torn', sk: 'MAIL', ...entry });
    const { night, handedOver } = nightsOf(table);
    expect(await night(today)).toMatchObject({
      reminders: 1,
      outstanding: { found: 1, toHandOver: 0, failed: 1 },
      handedOver: 1,
    });
    expect(handedOver).not.toContain('torn');
  });

  test('nobody owns it, its owner is unknown, has left or bounces: skipped for that reason, counted every night', async () => {
    const table = await withAnna('fine');
    const gone = sampleContact('gone', { status: 'departed' });
    const bounced = sampleContact('bounced', { delivery: 'bounced' });
    await contacts(table, gone, bounced);
    await asked(table, 'ownerless', {});
    for (const ownerId of ['nobody', 'gone', 'bounced']) await asked(table, ownerId, { ownerId });
    const { night } = nightsOf(table);
    const skipped = { 'no-owner': 2, 'owner-unreachable': 2 };
    expect(await night(today)).toMatchObject({ examined: 5, reminded: 1, skipped, failed: 0 });
    const next = await night('2020-10-27');
    expect(next).toMatchObject({ examined: 4, reminded: 0, skipped });
    expect(balances(next)).toBe(true);
  });

  test('the queue is down: mails stay PENDING, the statement is kept, and the next run hands them over', async () => {
    const table = await withAnna('one');
    const { night, handedOver, breakQueue, mendQueue } = nightsOf(table);
    breakQueue();
    const statement = await night(today);
    expect(await readNight(table, statement.id)).toMatchObject({
      mails: 1,
      handedOver: 0,
      notHandedOver: 1,
      finishedAt: expect.any(String),
    });
    expect(balances(statement)).toBe(true);
    const [mail] = await mailsPlanned(table, today);
    expect(mail?.state).toBe('PENDING');
    mendQueue();
    expect(await night(today)).toMatchObject({ mails: 0, outstanding: { toHandOver: 1 }, handedOver: 1 });
    expect(handedOver).toEqual([mail!.id]);
  });

  test('a deadline cannot be put back on the agenda: the mails are handed over and the statement is kept all the same', async () => {
    const table = await withAnna('one');
    const { deadline } = await asked(
      table,
      'later',
      { ownerId: 'anna' },
      { plannedFromOn: asDay('2020-11-01') },
    );
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'UpdateItemCommand') throw new Error('The database is gone');
          return next(args);
        },
      { step: 'initialize' },
    );
    const { night, handedOver, log } = nightsOf(table);
    expect(await night(today)).toMatchObject({ examined: 2, reminded: 1, skipped: { 'not-yet': 1 } });
    expect(handedOver).toHaveLength(1);
    expect(log.lines).toContainEqual({
      level: 'error',
      message: 'A deadline could not be put back on the agenda',
      facts: { deadlineId: deadline.id, reason: 'Error: The database is gone' },
    });
  });

  test('a reminder is in the ledger already: its line is left out and the rest of the mail is planned', async () => {
    const table = await withAnna('one', 'two', 'three');
    const { deadline } = await asked(table, 'two');
    const known = { deadlineId: deadline.id, caseId: 'two', number: 1, revision: 1, stage: '-28' };
    const key = reminderKey({ ...known, recipientId: 'anna' });
    await putItem(table, { ...key, record: 'reminder' });
    const { night } = nightsOf(table);
    expect(await night(today)).toMatchObject({ mails: 1, due: 3, reminders: 2, changed: 1 });
    expect((await linesOf(table)).sort()).toEqual(['anna one -28 owner', 'anna three -28 owner']);
  });
});
