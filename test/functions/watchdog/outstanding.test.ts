import { afterAll, beforeAll, expect, test } from 'vitest';
import { outstandingOn } from '../../../functions/watchdog/outstanding.ts';
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

test('a date that is proposed waits for a decision; a publication that is late is no promise that lapsed', async () => {
  const table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  const proposal = { dueOn: asDay('2021-04-30'), why: 'The trainer is ill', proposedBy: 'Anna Reed' };
  accepted(await proposeDate(deskOf(table, '2021-01-22'), caseId, 1, 1, proposal));
  expect(await outstandingOn(table, asDay('2021-01-25'))).toEqual({
    overdue: 0,
    lapsed: 0,
    toDecide: 1,
    mostUrgent: [
      {
        caseId,
        number: 1,
        reference: '2019/127918',
        says: 'Another date has been proposed since 22 January 2021: decide on it.',
      },
    ],
  });
});
