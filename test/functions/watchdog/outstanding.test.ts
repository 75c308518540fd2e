import { afterAll, beforeAll, expect, test } from 'vitest';
import { outstandingOn as outstandingOf } from '../../../functions/watchdog/outstanding.ts';
import { close } from '../../../functions/web/moves/close.ts';
import { holdReminders } from '../../../functions/web/moves/hold.ts';
import { proposeClosure } from '../../../functions/web/moves/propose-closure.ts';
import { proposeDate } from '../../../functions/web/moves/propose-date.ts';
import type { Day } from '../../../shared/domain/day.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { pressingOn } from '../../../shared/domain/pressing.ts';
import { openCatalogue } from '../../../shared/store/catalogue.ts';
import type { Table } from '../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { notedLog } from '../../support/noted-log.ts';
import { asked, contacts } from '../../support/recorded.ts';
import { accepted, sampleContact } from '../../support/sample-records.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const rowsOf = (table: Table) => openCatalogue(table, notedLog()).rows();
const outstandingOn = async (table: Table, today: Day) => outstandingOf(table, await rowsOf(table), today);

test('a date that is proposed waits for a decision; a publication that is late is to be checked, and no promise that lapsed', async () => {
  const table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  const proposal = { dueOn: asDay('2021-04-30'), why: 'The trainer is ill', proposedBy: 'Anna Reed' };
  accepted(await proposeDate(deskOf(table, '2021-01-22'), caseId, 1, 1, proposal));
  expect(await outstandingOn(table, asDay('2021-01-25'))).toEqual({
    counts: [
      { group: 'date-proposed', count: 1 },
      { group: 'publication', count: 1 },
    ],
    mostUrgent: [
      {
        caseId,
        number: 1,
        reference: '2019/127918',
        says: 'Another date is proposed: decide on it.',
      },
      {
        caseId,
        number: 1,
        reference: '2019/127918',
        says: 'Publication by the IOPC not recorded, 46 days late.',
      },
    ],
    held: [],
  });
});

test.each([
  ['25 November, 15 days before its last day, is not yet to be checked', '2020-11-25', []],
  [
    '26 November, 14 days before, is',
    '2020-11-26',
    ['Publication by the IOPC due by Thursday 10 December 2020 (in 14 days).'],
  ],
  [
    '10 December, its last day, is not late',
    '2020-12-10',
    ['Publication by the IOPC due by Thursday 10 December 2020 (today).'],
  ],
  ['11 December is late', '2020-12-11', ['Publication by the IOPC not recorded, 1 day late.']],
])('a publication of a response of 20 November on %s', async (_, day, says) => {
  const table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  const { mostUrgent } = await outstandingOn(table, asDay(day));
  expect(mostUrgent.map((each) => each.says)).toEqual(says);
});

test('a publication is to be checked also once the recommendation is closed', async () => {
  const table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  const proposal = { proposedBy: 'Jane Smith' };
  accepted(await proposeClosure(deskOf(table, '2020-12-07'), caseId, 1, proposal));
  const closed = { closedBy: 'Lee Marsh', note: 'It is in force', links: [] };
  accepted(await close(deskOf(table, '2020-12-08'), caseId, 1, closed));
  const { counts, mostUrgent } = await outstandingOn(table, asDay('2020-12-14'));
  expect(counts).toEqual([{ group: 'publication', count: 1 }]);
  expect(mostUrgent.map(({ says }) => says)).toEqual(['Publication by the IOPC not recorded, 4 days late.']);
});

test('what is late comes before what is to be decided, and both before what is only coming', async () => {
  const table = await tables.newTable();
  await contacts(table, sampleContact());
  const update = { kind: 'update' as const, opensOn: null };
  const by = (dueOn: string) => ({ dueOn: asDay(dueOn), lateAfterOn: asDay(dueOn) });
  await asked(table, '2020/1', undefined, { ...update, ...by('2020-12-20') });
  await asked(table, '2020/2', undefined, { ...update, dueOn: null, lateAfterOn: null });
  await asked(table, '2020/3', undefined, { ...update, state: 'met', metOn: asDay('2020-12-01') });
  await asked(table, '2020/4', undefined, { ...update, ...by('2020-12-01') });
  await asked(table, '2020/5', undefined, { ...update, ...by('2021-03-01'), opensOn: asDay('2020-12-01') });
  await asked(table, '2020/6', undefined, { dueOn: asDay('2020-12-13'), lateAfterOn: asDay('2020-12-15') });
  const { mostUrgent, counts } = await outstandingOn(table, asDay('2020-12-14'));
  expect(mostUrgent.map(({ reference, says }) => `${reference}: ${says}`)).toEqual([
    '2020/4: Promise lapsed, 13 days late.',
    '2020/3: Nothing is left to wait for since 1 December 2020: decide whether to close.',
    '2020/6: Response due by Tuesday 15 December 2020 (tomorrow).',
    '2020/1: Update due by Sunday 20 December 2020 (in 6 days).',
    '2020/5: Window open, update due by Monday 1 March 2021 (in 77 days).',
    '2020/2: An update is waited for, and no date is set for it.',
  ]);
  expect(counts.map(({ group, count }) => [group, count])).toEqual(
    pressingOn(await rowsOf(table), asDay('2020-12-14')).map(({ group, count }) => [group, count]),
  );
});

test.each([
  ['2020-11-10', []],
  [
    '2020-11-12',
    ['Until Friday 13 November 2020: “Leave.” Nobody is reminded before, unless you release it.'],
  ],
  [
    '2020-11-13',
    ['Until Friday 13 November 2020: “Leave.” Nobody is reminded before, unless you release it.'],
  ],
  ['2020-11-14', []],
])('what is held back from 11 to 13 November 2020 is told while it lasts: on %s', async (day, says) => {
  const table = await tables.newTable();
  await atTheDesk(table);
  const hold = { until: asDay('2020-11-13'), why: 'Leave.' };
  accepted(await holdReminders(deskOf(table, '2020-11-11'), { caseId, number: 1, duty: 'response-1' }, hold));
  const { held } = await outstandingOn(table, asDay(day));
  expect(held.map((each) => each.says)).toEqual(says);
});
