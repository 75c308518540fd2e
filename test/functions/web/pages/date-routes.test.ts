import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  form = openStaffForm(table, '2021-01-22');
});

const path = `/api/v1/cases/${caseId}/recommendations/1`;
async function post(end: string, body: object): Promise<[number, Record<string, unknown>]> {
  const reply = await form.request(`${path}/${end}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [reply.status, (await reply.json()) as Record<string, unknown>];
}
const why = 'The trainer is ill';

it('an answered recommendation: a promise is added, a date proposed, declined and moved, the response published', async () => {
  await atTheDesk(table, typedResponse());
  const added = { quote: 'in June', promise: { kind: 'by-date', dueOn: '2021-06-30' } };
  expect(await post('promises', added)).toMatchObject([200, { sequence: 2 }]);
  const proposal = { dueOn: '2021-04-30', why, proposedBy: 'Anna Reed' };
  expect(await post('promises/1/proposal', proposal)).toMatchObject([200, { state: 'waiting' }]);
  expect((await form.get('/')).words).toContain('Proposed: Friday 30 April 2021');
  expect(await post('promises/1/proposal/decline', { why })).toMatchObject([200, { state: 'declined' }]);
  const move = { dueOn: '2021-04-30', why, decidedBy: 'Lee' };
  expect(await post('promises/1/date', move)).toMatchObject([200, { dueOn: '2021-04-30', moved: 1 }]);
  expect((await form.get(`/cases/${caseId}/recommendations/1`)).words).toContain(
    'This date has been moved once; first promised for 20 February 2021.',
  );
  expect(await post('publication', { publishedOn: '2020-11-27' })).toMatchObject([200, { state: 'met' }]);
  expect(await post('representations', { madeOn: '2020-11-27' })).toMatchObject([
    409,
    { code: 'already-published' },
  ]);
});

it('one that awaits its response: extended, paused and resumed', async () => {
  await atTheDesk(table);
  const extension = { appliedOn: '2020-11-20', grantedOn: '2020-11-23', newDueOn: '2021-01-29' };
  expect(await post('extension', extension)).toMatchObject([200, { lawOn: '2021-01-29' }]);
  expect(await post('pause', { from: '2021-01-11' })).toMatchObject([200, { pausedOn: '2021-01-11' }]);
  expect((await form.get(`/cases/${caseId}/recommendations/1`)).words).toContain(
    'Paused since Monday 11 January 2021',
  );
  expect((await form.get('/')).words).toContain('Paused since 11 January 2021');
  expect(await post('resume', { until: '2021-01-20' })).toMatchObject([200, { lawOn: '2021-02-08' }]);
});

it('what is wrong is said by field, and what is not there is not found', async () => {
  await atTheDesk(table, typedResponse());
  expect(await post('promises/1/date', { dueOn: '2021-04-30', decidedBy: 'Lee' })).toMatchObject([
    422,
    { errors: [{ field: 'why' }] },
  ]);
  expect(await post('promises/1/date', { dueOn: '2021-01-21', why, decidedBy: 'Lee' })).toMatchObject([
    422,
    { code: 'date-past', errors: [{ field: 'dueOn' }] },
  ]);
  expect(await post('promises/9/date', { dueOn: '2021-04-30', why, decidedBy: 'Lee' })).toMatchObject([
    404,
    {},
  ]);
  expect(
    await post('extension', { appliedOn: '2020-11-20', grantedOn: '2020-11-20', newDueOn: '2021-01-29' }),
  ).toMatchObject([409, { code: 'not-from-here' }]);
});
