import { describe, expect, test } from 'vitest';
import { asInstant } from '../../../shared/domain/london.ts';
import { sentAt } from '../../../shared/domain/once.ts';
import { contactKey } from '../../../shared/store/keys.ts';
import { keepAnswer, partOf, readSent } from '../../../shared/store/once.ts';
import { read } from '../../../shared/store/read.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import type { Table } from '../../../shared/store/table.ts';
import { loseNextReply } from '../../support/lost-replies.ts';
import { sampleContact } from '../../support/sample-records.ts';

const at = asInstant('2020-11-20T09:00:00Z');
const nextMorning = Date.parse('2020-11-21T09:00:00Z') / 1_000;

const sending = (attempt: string, name = 'a-form') => sentAt(name, attempt, at);

/** What a form does, however often it is asked for: somebody is added, each time with another id. */
const adding = (id: string, once = sending(`attempt-${id}`)): Change => ({
  creates: [{ kind: 'contact', value: sampleContact(id) }],
  updates: [],
  event: {
    id: `of-${once.attempt}`,
    at: '2020-11-20T09:00:00.000Z',
    by: 'liaison',
    move: 'add-contact',
    contactId: id,
    once,
  },
});

export function onceContract(newTable: () => Promise<Table>): void {
  describe('a form that is sent', () => {
    test('does what it does once, though it is sent twice', async () => {
      const table = await newTable();
      expect(await save(table, adding('anna'))).toBeUndefined();
      expect(await save(table, adding('bill'))).toMatchObject({ refused: 'already-sent' });
      expect(await read(table, 'contact', contactKey('bill'))).toBeUndefined();
      expect(await readSent(table, { name: 'a-form' })).toEqual({
        name: 'a-form',
        attempt: 'attempt-anna',
        contactId: 'anna',
        expiresAt: nextMorning,
      });
    });

    test('does it once, though it is sent ten times in the same moment', async () => {
      const table = await newTable();
      const ids = Array.from({ length: 10 }, (_, index) => `person-${index}`);
      const refusals = await Promise.all(ids.map((id) => save(table, adding(id))));
      expect(refusals.filter((refused) => refused === undefined)).toHaveLength(1);
      const there = await Promise.all(ids.map((id) => read(table, 'contact', contactKey(id))));
      expect(there.filter(Boolean)).toHaveLength(1);
    });

    test('is not known as sent where nothing was saved', async () => {
      const table = await newTable();
      await save(table, adding('anna', sending('first', 'another-form')));
      expect(await save(table, adding('anna'))).toMatchObject({ refused: 'already-recorded' });
      expect(await readSent(table, { name: 'a-form' })).toBeUndefined();
      expect(await save(table, adding('bill'))).toBeUndefined();
    });

    test('whose reply was lost has done it, and is not refused', async () => {
      const table = await newTable();
      loseNextReply(table, 'TransactWriteItems');
      expect(await save(table, adding('anna'))).toBeUndefined();
      expect(await save(table, adding('bill'))).toMatchObject({ refused: 'already-sent' });
    });

    test('may write again in the same attempt, and each of its parts is a form of its own', async () => {
      const table = await newTable();
      expect(await save(table, adding('anna', sending('one')))).toBeUndefined();
      expect(await save(table, adding('bill', sending('one')))).toBeUndefined();
      const part = partOf(sending('two'), '2019-127918/1');
      expect(await save(table, adding('carl', part))).toBeUndefined();
      const again = partOf(sending('three'), '2019-127918/1');
      expect(await save(table, adding('dora', again))).toMatchObject({ refused: 'already-sent' });
      expect(await save(table, adding('dora', partOf(sending('two'), 'other')))).toBeUndefined();
    });

    test('has the answer of the first attempt, whatever a later one says', async () => {
      const table = await newTable();
      await save(table, adding('anna', sending('one')));
      await keepAnswer(table, sending('two'), '/elsewhere');
      expect((await readSent(table, { name: 'a-form' }))?.to).toBeUndefined();
      await keepAnswer(table, sending('one'), '/contacts?saved=contact');
      await keepAnswer(table, sending('two'), '/elsewhere');
      expect(await readSent(table, { name: 'a-form' })).toMatchObject({
        contactId: 'anna',
        to: '/contacts?saved=contact',
      });
    });

    test('that saved nothing by itself is known by its answer', async () => {
      const table = await newTable();
      await keepAnswer(table, sending('one'), '/lists/7');
      expect(await readSent(table, { name: 'a-form' })).toEqual({ ...sending('one'), to: '/lists/7' });
    });
  });
}
