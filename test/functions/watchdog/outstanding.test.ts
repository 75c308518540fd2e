import { afterAll, beforeAll, expect, test } from 'vitest';
import { outstandingOn } from '../../../functions/watchdog/outstanding.ts';
import { holdReminders } from '../../../functions/web/moves/hold.ts';
import { proposeDate } from '../../../functions/web/moves/propose-date.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { accepted } from '../../support/sample-records.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

test('a date that is proposed waits for a decision; a publication that is late is to be checked, and no promise that lapsed', async () => {
  const table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  const proposal = { dueOn: asDay('2021-04-30'), why: 'The trainer is ill', proposedBy: 'Anna Reed' };
  accepted(await proposeDate(deskOf(table, '2021-01-22'), caseId, 1, 1, proposal));
  expect(await outstandingOn(table, asDay('2021-01-25'))).toEqual({
    overdue: 0,
    lapsed: 0,
    toDecide: 1,
    unpublished: 1,
    mostUrgent: [
      {
        caseId,
        number: 1,
        reference: '2019/127918',
        says: 'Another date has been proposed since 22 January 2021: decide on it.',
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
  ['10 December, its last day', '2020-12-10', 0],
  ['11 December, the day after', '2020-12-11', 1],
])('a publication of a response of 20 November is late or not on %s', async (_, day, unpublished) => {
  const table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  expect(await outstandingOn(table, asDay(day))).toMatchObject({ unpublished, overdue: 0, lapsed: 0 });
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
