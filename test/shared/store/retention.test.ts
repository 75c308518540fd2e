import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../../shared/domain/contact.ts';
import { raise } from '../../../shared/domain/exception.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { retentionRules } from '../../../shared/domain/retention.ts';
import { recordKinds } from '../../../shared/store/records.ts';
import { gatherKeeping } from '../../../shared/store/retention.ts';
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
});

const now = asInstant('2023-06-01T09:00:00.000Z');
const gone = (of: Partial<Contact> = {}) => sampleContact('anna', { status: 'departed', ...of });
const anna = async () => (await gatherKeeping(table, now)).left.find(({ contact }) => contact.id === 'anna');

test('every kind of record has a rule of how long it is kept, and nothing else has', () => {
  expect(Object.keys(retentionRules).toSorted()).toEqual(recordKinds.toSorted());
});

describe('somebody who has left is still needed', () => {
  beforeEach(() => contacts(table, gone()));
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
        await asked(table, '2019/127918', { ownerId: 'anna' }, { state: 'ended' });
        await put(table, 'recommendation', { ...recommendation, closed });
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
    expect((await anna())?.lastOn).toBe('2999-12-31');
  });
});

describe('the mails whose words are kept', () => {
  const line = sampleLine(sampleDeadline(sampleRecommendation(sampleCase()), sampleCase()));
  beforeEach(() => put(table, 'night', sampleNight()));

  test('are those that are settled and still have them, of every month', async () => {
    const on = (plannedOn: string) => ({ plannedOn: plannedOn as never, state: 'DELIVERED' as const });
    await put(table, 'mail', sampleMail('one', [line], on('2020-10-26')));
    await put(table, 'mail', sampleMail('two', [line], on('2023-05-31')));
    await put(
      table,
      'mail',
      sampleMail('three', [line], { ...on('2021-01-04'), wordsRemovedOn: on('2023-01-04').plannedOn }),
    );
    await put(table, 'mail', sampleMail('four', [line]));
    const { mails } = await gatherKeeping(table, now);
    expect(mails.map(({ id }) => id).toSorted()).toEqual(['one', 'two']);
  });
});

test('one damaged record stops it all, because it might still need somebody', async () => {
  await contacts(table, gone());
  await putItem(table, { ...(await damagedBoard()), chairId: 7 });
  await expect(gatherKeeping(table, now)).rejects.toThrow(/Damaged board/);
});

async function damagedBoard() {
  const { toItem } = await import('../../../shared/store/records.ts');
  return toItem('board', { id: 'learning', name: 'Learning', meetings: [], version: 1 });
}
