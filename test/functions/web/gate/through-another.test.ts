import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { raise } from '../../../../shared/domain/exception.ts';
import { asInstant } from '../../../../shared/domain/london.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf, typedCase } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { contacts, put } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';
import { wholeTable } from '../../../support/whole-table.ts';

const today = '2020-12-01';
let tables: EmbeddedTables;
let table: Table;
let essex: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  const limited = sampleStaff({ role: 'liaison', scope: { bodies: ['Essex Police'], boards: [] } });
  essex = openStaffForm(table, today, undefined, undefined, undefined, limited);
});

/** A case of a body that asks something of each of these. */
async function recorded(body: string, addressees: readonly string[]): Promise<string> {
  const desk = deskOf(table, today);
  const { id } = accepted(await recordCase(desk, typedCase({ reference: '2020/7', body })));
  for (const addressee of addressees)
    accepted(
      await recordRecommendation(desk, id, { text: 'Review it.', addressee, group: '2020-7.1' } as never),
    );
  return `/cases/${id}`;
}

const amendment = { reference: '2099/1', title: 'Taken', summary: '', why: 'x' };

describe('the names of a case, which stand in every mail of it, are amended by', () => {
  test.each([
    ['Essex Police', ['Kent Police'], true],
    ['Kent Police', ['Essex Police'], true],
    ['Kent Police', ['Kent Police', 'Essex Police'], false],
  ])('who looks after Essex Police, where it is of %s and asks %j: %s', async (body, addressees, may) => {
    const at = await recorded(body, addressees);
    const page = await essex.get(at);
    expect(page.words.includes('Amend the reference, title or summary')).toBe(may);
    const before = await wholeTable(table);
    const answer = await essex.post(`${at}/amend`, amendment);
    if (may) return expect(answer.status).not.toBe(403);
    expect([answer.status, answer.heading]).toEqual([403, 'This is for those who look after everything']);
    expect((await essex.get(`${at}/amend`)).status).toBe(403);
    const api = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect((await essex.request(`/api/v1${at}/amend`, api)).status).toBe(403);
    return expect(await wholeTable(table)).toEqual(before);
  });
});

test('what else was recommended in the same words is named only to who looks after it', async () => {
  const at = await recorded('Kent Police', ['Kent Police', 'Essex Police']);
  const page = await essex.get(`${at}/recommendations/2`);
  expect([page.status, page.words.includes('Also made to')]).toEqual([200, false]);
  const whole = await openStaffForm(table, today).get(`${at}/recommendations/2`);
  expect(whole.words).toContain('Also made to Kent Police (recommendation 1)');
});

test('an exception about a contact is shown to and cleared by who may change contacts', async () => {
  await contacts(table, sampleContact('kim', { delivery: 'complained' }));
  const exception = raise('complained', { contactId: 'kim' }, asInstant('2020-11-30T07:00:00Z'));
  await put(table, 'exception', exception);
  const address = `/exceptions/${exception.id}/clear`;
  const before = await wholeTable(table);
  expect((await essex.get('/')).html).not.toContain(address);
  expect((await essex.get(address)).status).toBe(403);
  expect((await essex.post(address, { reason: 'x' })).status).toBe(403);
  expect(await wholeTable(table)).toEqual(before);
  const everybody = openStaffForm(table, today);
  expect((await everybody.get('/')).html).toContain(address);
  expect((await everybody.get(address)).status).toBe(200);
});
