import { describe, expect, test } from 'vitest';
import { asInstant } from '../../../shared/domain/london.ts';
import { sessionKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import {
  endSession,
  findSession,
  listSessions,
  sessionsOfPerson,
  startSession,
} from '../../../shared/store/sessions.ts';
import type { Table } from '../../../shared/store/table.ts';
import { wholeTable } from '../../support/whole-table.ts';

const at = (time: string) => asInstant(`2020-11-20T${time}Z`);
const nine = at('09:00:00');
const ada = { staffId: 'ada', staffVersion: 1 };
const adam = { staffId: 'adam', staffVersion: 1 };
const anna = { email: 'anna@force.example', contactIds: ['anna'] };
const secrets = (secret: string) => ({ secret, formToken: 'form-token' });

export function sessionsContract(newTable: () => Promise<Table>): void {
  describe('sessions', () => {
    test('are found by their secret alone, which is nowhere in the table', async () => {
      const table = await newTable();
      const session = await startSession(table, ada, secrets('the-secret-of-ada'), nine);
      expect(await findSession(table, 'the-secret-of-ada', nine)).toEqual(session);
      expect(await findSession(table, 'the-secret-of-adam', nine)).toBeUndefined();
      expect(await findSession(table, session.id, nine)).toBeUndefined();
      expect(await findSession(table, '', nine)).toBeUndefined();
      expect(JSON.stringify(await wholeTable(table))).not.toContain('the-secret-of-ada');
    });

    test('never begin twice with one secret', async () => {
      const table = await newTable();
      await startSession(table, ada, secrets('one'), nine);
      await expect(startSession(table, adam, secrets('one'), nine)).rejects.toThrow();
      expect(await findSession(table, 'one', nine)).toMatchObject({ of: ada });
    });

    test('go on while they are used, and stop 30 minutes after they last were', async () => {
      const table = await newTable();
      await startSession(table, ada, secrets('one'), nine);
      expect(await findSession(table, 'one', at('09:29:00'))).toMatchObject({ lastSeenAt: at('09:29:00') });
      expect(await findSession(table, 'one', at('09:58:59'))).toBeDefined();
      expect(await findSession(table, 'one', at('10:28:59'))).toBeUndefined();
      expect(await findSession(table, 'one', at('10:29:00'))).toBeUndefined();
    });

    test('write down that they were seen once a minute, not oftener', async () => {
      const table = await newTable();
      const { id } = await startSession(table, ada, secrets('one'), nine);
      const lastSeen = async () => (await read(table, 'session', sessionKey(id)))?.lastSeenAt;
      await findSession(table, 'one', at('09:00:59'));
      expect(await lastSeen()).toBe(nine);
      await findSession(table, 'one', at('09:01:00'));
      expect(await lastSeen()).toBe(at('09:01:00'));
    });

    test('that are ended let nobody in, however fresh they are, and stay ended', async () => {
      const table = await newTable();
      const { id } = await startSession(table, ada, secrets('one'), nine);
      await endSession(table, id, at('09:05:00'));
      await endSession(table, id, at('09:06:00'));
      expect(await findSession(table, 'one', at('09:05:00'))).toBeUndefined();
      expect(await read(table, 'session', sessionKey(id))).toMatchObject({ endedAt: at('09:05:00') });
      expect(await listSessions(table, at('09:05:00'))).toEqual([]);
      await endSession(table, 'no-such-session', nine);
      expect(await read(table, 'session', sessionKey('no-such-session'))).toBeUndefined();
    });

    test('are listed while they let somebody in, by person, nobody’s mixed with another’s', async () => {
      const table = await newTable();
      const first = await startSession(table, ada, secrets('one'), nine);
      const second = await startSession(table, ada, secrets('two'), at('09:10:00'));
      const other = await startSession(table, adam, secrets('three'), at('09:10:00'));
      const owner = await startSession(table, anna, secrets('four'), at('09:10:00'));
      expect(await sessionsOfPerson(table, ada, at('09:11:00'))).toEqual([first, second]);
      expect(await sessionsOfPerson(table, adam, at('09:11:00'))).toEqual([other]);
      expect(await sessionsOfPerson(table, anna, at('09:11:00'))).toEqual([owner]);
      expect(await listSessions(table, at('09:11:00'))).toEqual([owner, first, second, other]);
      expect(await listSessions(table, at('09:30:00'))).toEqual([owner, second, other]);
      expect(await listSessions(table, at('09:40:00'))).toEqual([]);
    });
  });
}
