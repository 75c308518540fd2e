import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../../shared/domain/contact.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { raise } from '../../../shared/domain/exception.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { retentionRules } from '../../../shared/domain/retention.ts';
import { makeRows } from '../../../shared/store/make-rows.ts';
import { recordKinds, toItem } from '../../../shared/store/records.ts';
import { gatherKeeping } from '../../../shared/store/retention.ts';
import { rowRecordOf } from '../../../shared/store/rows.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { asked, board, contacts, put, putItem } from '../../support/recorded.ts';
import {
  sampleCase,
  sampleContact,
  sampleDeadline,
  sampleLine,
  sampleMail,
  sampleNight,
  sampleRecommendation,
} from '../../support/sample-records.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await makeRows(table, '2020-09-01T06:00:00.000Z');
});

const now = asInstant('2023-06-01T09:00:00.000Z');
const on = asDay('2023-06-01');
/** An entry in a contact's history. */
const event = (at: string, of = {}) =>
  put(table, 'event', {
    id: at,
    at,
    by: 'liaison',
    move: 'record-departure',
    contactId: 'anna',
    changes: [],
    left: [],
    position: 0,
    previous: '',
    hash: '',
    ...of,
  });

const gone = (of: Partial<Contact> = {}) => sampleContact('anna', { status: 'departed', ...of });
const anna = async () => (await gatherKeeping(table, on)).left.find(({ contact }) => contact.id === 'anna');

test('every kind of record has a rule of how long it is kept, and nothing else has', () => {
  expect(Object.keys(retentionRules).toSorted()).toEqual(recordKinds.toSorted());
});

describe('somebody who has left is still needed', () => {
  beforeEach(async () => {
    await contacts(table, gone());
    await event('2021-03-31T09:00:00.000Z');
  });
  const learningCase = sampleCase();
  const recommendation = sampleRecommendation(learningCase);
  const recommendedOn = learningCase.madeOn;
  const closed = {
    on: recommendation.acceptanceHistory[0]?.on ?? ('2021-01-04' as never),
    by: 'Kim',
    links: [],
  };

  test('by nothing, where nothing names them', async () => {
    expect((await anna())?.neededBy).toEqual([]);
  });

  test.each<[string, () => Promise<unknown>, string[]]>([
    [
      'by what they own that is not at rest',
      () => asked(table, '2019/127918'),
      ['owns 2019-127918 recommendation 1', 'owns a date of 2019-127918 recommendation 1'],
    ],
    ['by the board they chair', () => board(table, 'learning', { chairId: 'anna' }), ['chairs learning']],
    [
      'by whom they manage and stand in for',
      () => contacts(table, sampleContact('sue', { managerId: 'anna', deputyId: 'anna' })),
      ['is the deputy of somebody in post', 'is the manager of somebody in post'],
    ],
    [
      'by an exception nobody has seen to',
      () => put(table, 'exception', raise('departed', { contactId: 'anna' }, now)),
      ['somebody must look at an exception about them'],
    ],
    [
      'by what they said that waits for a decision',
      async () => {
        await asked(table, '2019/127918', { ownerId: 'sue' });
        await put(table, 'report', {
          id: 'said',
          caseId: '2019-127918',
          number: 1,
          kind: 'not-mine',
          on: recommendedOn,
          by: 'Anna Reed',
          byId: 'anna',
          state: 'waiting',
          version: 1,
        });
        await put(table, 'exception', raise('not-mine', { caseId: '2019-127918', number: 1 }, now));
      },
      ['what they said waits for a decision'],
    ],
    [
      'by a mail that is under way',
      async () => {
        await put(table, 'night', sampleNight());
        await put(
          table,
          'mail',
          sampleMail('one', [sampleLine(sampleDeadline(recommendation, learningCase))]),
        );
      },
      ['a mail to them is under way'],
    ],
  ])('%s', async (_, record, why) => {
    await record();
    expect((await anna())?.neededBy).toEqual(why);
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      'what they own and is closed, with its dates ended',
      async () => {
        const { deadline } = await asked(table, '2019/127918', { ownerId: 'anna' }, { state: 'ended' });
        const looked = { deadlines: [deadline], proposals: [], links: [] };
        const atRest = { ...looked, recommendation: { ...recommendation, closed } };
        await put(table, 'recommendation-row', rowRecordOf(atRest, table.now()));
      },
    ],
    [
      'whom they managed and who has left too',
      () => contacts(table, sampleContact('sue', { managerId: 'anna', status: 'departed' })),
    ],
    [
      'an exception that was cleared',
      () => put(table, 'exception', { ...raise('departed', { contactId: 'anna' }, now), clearedAt: now }),
    ],
  ])('but not by %s', async (_, record) => {
    await record();
    expect((await anna())?.neededBy).toEqual([]);
  });
});

describe('the last day of anything with somebody', () => {
  test('is that of the last entry in their history, a day of London', async () => {
    await contacts(table, gone());
    await event('2021-03-30T09:00:00.000Z');
    await event('2021-03-31T23:30:00.000Z');
    expect((await anna())?.lastOn).toBe('2021-04-01');
  });

  test('is that of the last mail to them, where that is later; what was removed since does not count', async () => {
    await contacts(table, gone());
    await event('2020-03-31T09:00:00.000Z');
    await event('2022-03-31T09:00:00.000Z', { move: 'remove-details' });
    const line = sampleLine(sampleDeadline(sampleRecommendation(sampleCase()), sampleCase()));
    await put(table, 'night', sampleNight());
    await put(table, 'mail', sampleMail('one', [line], { state: 'DELIVERED' }));
    expect((await anna())?.lastOn).toBe('2020-10-26');
  });

  test('is never known of a record without a history, so it stays', async () => {
    await contacts(table, gone());
    expect((await anna())?.lastOn).toBeUndefined();
  });

  test('is not asked of the mails where their history alone says that they have time', async () => {
    await contacts(table, gone());
    await event('2021-06-02T09:00:00.000Z');
    await asked(table, '2019/127918');
    expect(await anna()).toMatchObject({ lastOn: '2021-06-02', neededBy: [] });
  });
});

describe('the mails whose words are kept', () => {
  const line = sampleLine(sampleDeadline(sampleRecommendation(sampleCase()), sampleCase()));
  beforeEach(() => put(table, 'night', sampleNight()));

  test('are those that are settled and still have them, of every month from which any may go', async () => {
    const of = (plannedOn: string) => ({ plannedOn: asDay(plannedOn), state: 'DELIVERED' as const });
    await put(table, 'mail', sampleMail('one', [line], of('2020-10-26')));
    await put(table, 'mail', sampleMail('two', [line], of('2022-05-31')));
    await put(
      table,
      'mail',
      sampleMail('three', [line], { ...of('2021-01-04'), wordsRemovedOn: asDay('2027-01-04') }),
    );
    await put(table, 'mail', sampleMail('four', [line]));
    await put(table, 'mail', sampleMail('five', [line], of('2022-06-01')));
    const kept = async (on: string) =>
      (await gatherKeeping(table, asDay(on))).mails.map(({ id }) => id).toSorted();
    expect(await kept('2026-09-30')).toEqual([]);
    expect(await kept('2028-05-31')).toEqual(['one', 'two']);
  });

  test('are found also where liaison staff had one sent before any run', async () => {
    table = await tables.newTable();
    await asked(table, '2019/127918');
    const of = { plannedOn: asDay('2020-10-02'), state: 'DELIVERED' as const };
    await put(table, 'mail', sampleMail('one', [line], of));
    expect((await gatherKeeping(table, asDay('2026-10-02'))).mails).toHaveLength(1);
  });
});

describe('what nobody can be sure of stops it all', () => {
  beforeEach(async () => {
    await contacts(table, gone());
    await event('2021-03-31T09:00:00.000Z');
  });

  test('a damaged record, because it might still need somebody', async () => {
    await putItem(table, { ...toItem('board', sampleBoard), chairId: 7 });
    await expect(gatherKeeping(table, on)).rejects.toThrow(/Damaged board/);
  });

  test('a damaged row of a recommendation', async () => {
    const row = toItem('recommendation-row', {
      caseId: '2019-127918',
      number: 1,
      says: '{"caseId":',
      writtenAt: 1,
    });
    await putItem(table, row);
    await expect(gatherKeeping(table, on)).rejects.toThrow(/Damaged row at CASE#2019-127918/);
  });

  test('a tracker whose rows were never made, so that nobody knows who owns what', async () => {
    table = await tables.newTable();
    await contacts(table, gone());
    await event('2021-03-31T09:00:00.000Z');
    await expect(gatherKeeping(table, on)).rejects.toThrow(/never made/);
  });
});

const sampleBoard = { id: 'learning', name: 'Learning', meetings: [], version: 1 };
