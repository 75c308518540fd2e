import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { countDueOnAgenda, dueOnAgenda, reschedule } from '../../../shared/store/agenda.ts';
import { agendaShards, deadlineKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { shardOf } from '../../../shared/store/shard.ts';
import type { Table } from '../../../shared/store/table.ts';
import { asked, put, putItem } from '../../support/recorded.ts';

const today = asDay('2020-10-26');

const due = async (table: Table) =>
  (await Array.fromAsync(dueOnAgenda(table, today))).map(({ caseId }) => caseId).sort();

export function agendaContract(newTable: () => Promise<Table>): void {
  describe('the agenda', () => {
    test('brings up what is due on the day or before, and nothing of the day after', async () => {
      const table = await newTable();
      await asked(table, 'before', {}, { nextActionOn: asDay('2020-10-25') });
      await asked(table, 'today', {}, { nextActionOn: today });
      await asked(table, 'tomorrow', {}, { nextActionOn: asDay('2020-10-27') });
      expect(await due(table)).toEqual(['before', 'today']);
    });

    test('brings up every shard, so every owner', async () => {
      const table = await newTable();
      const owners = Array.from({ length: 40 }, (_, index) => `owner-${index}`);
      expect(new Set(owners.map((owner) => shardOf(owner, agendaShards))).size).toBe(agendaShards);
      for (const ownerId of owners) await asked(table, ownerId, { ownerId });
      expect(await due(table)).toEqual([...owners].sort());
    });

    test('says how many are due on the day or before, and beyond what is asked only that there are more', async () => {
      const table = await newTable();
      for (let index = 0; index < 5; index++)
        await asked(table, `due-${index}`, { ownerId: `owner-${index}` });
      await asked(table, 'tomorrow', {}, { nextActionOn: asDay('2020-10-27') });
      expect(await countDueOnAgenda(table, today, 5)).toBe(5);
      expect(await countDueOnAgenda(table, today, 200)).toBe(5);
      for (let index = 5; index < 9; index++) await asked(table, `due-${index}`);
      expect(await countDueOnAgenda(table, today, 2)).toBeGreaterThan(2);
    });

    test('also brings up what nobody owns', async () => {
      const table = await newTable();
      await asked(table, 'ownerless', {});
      expect(await due(table)).toEqual(['ownerless']);
    });

    test('does not bring up what was met', async () => {
      const table = await newTable();
      const { deadline } = await asked(table, 'met');
      await put(table, 'deadline', { ...deadline, state: 'met' });
      expect(await due(table)).toEqual([]);
    });

    test('brings up a damaged deadline as it is, for the night to count', async () => {
      const table = await newTable();
      const entry = { agendaPk: 'AGENDA#0', agendaSk: '2020-10-01#torn', caseId: 'torn' };
      await putItem(table, { pk: 'CASE#torn', sk: 'REC#001#DEADLINE#torn', ...entry });
      expect(await due(table)).toEqual(['torn']);
    });

    test('has everything, however many pages it takes', async () => {
      const table = await newTable();
      const words = 'x'.repeat(200_000);
      for (let index = 0; index < 12; index++)
        await asked(table, `case ${index}`, { ownerId: 'anna' }, { basis: words });
      expect(await due(table)).toHaveLength(12);
    });

    test('a deadline put back for another day comes up on that day, and counts that a run has touched it', async () => {
      const table = await newTable();
      const { deadline } = await asked(table, 'case');
      await reschedule(table, deadline, asDay('2020-10-27'), 1);
      expect(await due(table)).toEqual([]);
      const after = { ...deadline, nextActionOn: '2020-10-27', stagesEdition: 1, plans: 1 };
      expect(await read(table, 'deadline', deadlineKey(deadline))).toEqual(after);
    });

    test.each([
      ['changed by a person', { version: 2 }],
      ['planned by another run', { plans: 1 }],
      ['met', { state: 'met' as const, nextActionOn: null }],
    ])('a deadline meanwhile %s is left as it is', async (_, change) => {
      const table = await newTable();
      const { deadline } = await asked(table, 'case');
      await put(table, 'deadline', { ...deadline, ...change });
      await reschedule(table, deadline, asDay('2020-12-01'), 1);
      expect(await read(table, 'deadline', deadlineKey(deadline))).toEqual({ ...deadline, ...change });
    });
  });
}
