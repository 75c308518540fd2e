import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { createdWith, recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { checkNumber } from '../../../../shared/domain/recommendation-number.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf, typedCase } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { accepted, sampleCase, sampleRecommendation } from '../../../support/sample-records.ts';
import { openStaffForm } from '../../../support/staff-form.ts';

const today = '2020-12-01';
let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  const desk = deskOf(table, today);
  for (const reference of ['Nothing', '-nothing-', 'None', '2021/2']) {
    const given = typedCase({ reference, body: 'Kent Police', title: `The case ${reference}` });
    const recorded = await recordCase(desk, given);
    if ('id' in recorded) accepted(await recordRecommendation(desk, recorded.id, { text: 'Feed the Dodo.' }));
  }
});
afterAll(() => tables.stop());

const as = (body?: string) =>
  openStaffForm(
    table,
    today,
    undefined,
    undefined,
    undefined,
    sampleStaff({ role: 'administrator', scope: { bodies: body ? [body] : [], boards: [] } }),
  );

test.each(['nothing', 'none', '2021-2', 'no-such-case'])(
  'the case %s of another body is answered as what does not exist',
  async (caseId) => {
    const page = await as('Essex Police').get(`/cases/${caseId}`);
    expect([page.status, page.heading]).toEqual([404, 'There is no case with this reference']);
  },
);

test.each([
  '/cases/%00',
  '/cases/2021%232',
  '/cases/a%23b/recommendations/1',
  '/cases/%23/recommendations/1/dates/response-1/nudge',
  '/cases/none%20/recommendations/1/dates/response-1/nudge',
  '/cases/2021-2/recommendations/x',
])('%s is the name of no record, whatever cases there are', async (address) => {
  const page = await as().get(address);
  expect([page.status, page.words.includes('Dodo')]).toEqual([404, false]);
});

test('a case holds 998 recommendations, so that 999 is the number of none', () => {
  expect([checkNumber(998), checkNumber(999)]).toMatchObject([undefined, { refused: 'too-many' }]);
  const learningCase = sampleCase('2021-9');
  const created = (number: number) =>
    createdWith({ ...sampleRecommendation(learningCase), number }, learningCase, deskOf(table, today));
  expect(created(998)).toBeInstanceOf(Array);
  expect(created(999)).toMatchObject({ refused: 'too-many' });
});
