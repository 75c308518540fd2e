import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '../../../../shared/store/audit.ts';
import { settingKey } from '../../../../shared/store/keys.ts';
import { readStagePlans } from '../../../../shared/store/stage-plans.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { asked, contacts } from '../../../support/recorded.ts';
import { sampleContact } from '../../../support/sample-records.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

const address = '/settings/stages/change';

let tables: EmbeddedTables;
let table: Table;
let staff: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  staff = openStaffForm(table, '2020-10-02');
});

/** The form as the page gives it, with some of it typed over. */
const typed = async (over: Record<string, string> = {}) => ({
  ...(await staff.get(address)).fields,
  ...over,
});

const api = (method: string, path: string, body?: object) =>
  staff.request(`/api/v1/stage-plan${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });

describe('the reminder stages', () => {
  test('are told in words, and linked from every page', async () => {
    const { words } = await staff.get('/settings/stages');
    expect(words).toContain('Before a response is due 28, 14, 7 and 1 days before');
    expect(words).toContain(
      'Before an update is due When its window opens, and 28, 7 and 1 days before its last day',
    );
    expect(words).toContain(
      'Once it is late 1, 7 and 14 days late, then every 14 days, and from 56 days every 28 days, without end',
    );
    expect((await staff.get('/settings')).html).toContain('href="/settings/stages"');
    expect((await staff.get('/cases')).html).toContain('href="/settings"');
  });

  test('a change is shown with what it would send before anything is saved, then takes effect tomorrow', async () => {
    await contacts(table, sampleContact());
    await asked(table, 'one');
    const form = await typed({ response: '45 and 28, 7', why: 'Owners asked for more time' });
    const check = await staff.post(address, form);
    expect(check.heading).toBe('Check the change');
    expect(check.words).toContain(
      'Before a response is due 28, 14, 7 and 1 days before 45, 28 and 7 days before',
    );
    expect(check.words).toContain(
      'In the next 90 days this would send 1 more reminder and leave out 2; 6 reminders would stay as they are.',
    );
    expect(check.words).toContain(
      'Friday 9 October 2020 one recommendation 1 45 days before it is due (owner) Sent',
    );
    expect(check.words).toContain(
      'Monday 9 November 2020 one recommendation 1 14 days before it is due (owner) Left out',
    );
    expect(await readStagePlans(table)).toBeUndefined();
    const saved = await staff.save(address, { ...check.fields, do: 'save' });
    expect(saved.words).toContain('Reminder stages changed');
    expect(saved.words).toContain(
      'From Saturday 3 October 2020 Before a response is due 45, 28 and 7 days before',
    );
    expect(saved.words).toContain('Until then Before a response is due 28, 14, 7 and 1 days before');
    expect(saved.words).toContain('Why: Owners asked for more time');
  });

  test('what was typed comes back to be edited', async () => {
    const check = await staff.post(address, await typed({ late: '1, 3' }));
    const again = await staff.post(address, { ...check.fields, do: 'change' });
    expect(again.fields).toMatchObject({ late: '1, 3', lateEvery: '14', laterFrom: '56', version: '0' });
  });

  test.each([
    [
      { response: '28, soon' },
      'response',
      'Each of the days before a response is due must be a whole number of days from 1 to 365',
    ],
    [{ response: '28, 28' }, 'response', 'Enter each of the days before a response is due once'],
    [{ late: '' }, 'late', 'Enter at least one of the days late'],
    [{ lateEvery: '6' }, 'lateEvery', 'How often it goes on must be a whole number of days from 7 to 180'],
    [
      { laterFrom: '' },
      'laterFrom',
      'The day from which it is less often must be a whole number of days from 0 to 365',
    ],
    [{ laterEvery: '' }, 'laterEvery', 'How often it goes on must be a whole number of days from 7 to 180'],
    [
      { laterFrom: '14' },
      'laterFrom',
      'The day from which it is less often must come after the last of the days late',
    ],
    [{ chair: '13' }, 'chair', 'The chair cannot be written to before the manager'],
    [{ reviewEvery: '' }, 'reviewEvery', 'How often it goes on must be a whole number of days from 7 to 180'],
  ])('%j is refused at its field', async (over, field, message) => {
    const form = await typed(over as Record<string, string>);
    const page = await staff.post(address, { ...form, do: 'save' });
    expect(page.status).toBe(422);
    expect(page.problems).toEqual([{ message, href: `#${field}` }]);
    expect(await readStagePlans(table)).toBeUndefined();
  });

  test('a change decided on what somebody else has changed meanwhile is refused, the first as well as a later', async () => {
    const first = await typed({ response: '20', do: 'save' });
    await staff.save(address, first);
    const late = await staff.post(address, { ...first, response: '10' });
    expect(late.status).toBe(409);
    expect(late.words).toContain('Somebody else changed the stages at the same time');
    await staff.save(address, await typed({ response: '10', do: 'save' }));
    expect((await readStagePlans(table))?.plans.map(({ from }) => from)).toEqual([
      null,
      '2020-10-03',
      '2020-10-03',
    ]);
  });

  test('saving them as they are is refused, and leaves no trace', async () => {
    const same = await staff.post(address, await typed({ do: 'save' }));
    expect(same.status).toBe(422);
    expect(same.words).toContain('These are the stages as they are');
    expect(await readStagePlans(table)).toBeUndefined();
  });

  test('each change is in their history, which is whole', async () => {
    await staff.save(address, await typed({ response: '20', do: 'save' }));
    await staff.save(address, await typed({ response: '10', do: 'save' }));
    const [history] = await auditOf(table, settingKey('stages').pk);
    expect(history?.events.map(({ move, position }) => [move, position])).toEqual([
      ['change-stages', 1],
      ['change-stages', 2],
    ]);
    expect(history?.findings).toEqual([]);
  });
});

describe('the stages by the API', () => {
  test('are read, looked ahead with and changed, by the same rules', async () => {
    await contacts(table, sampleContact());
    await asked(table, 'one');
    const read = (await (await api('GET', '')).json()) as { version: number; inForce: { plan: object } };
    expect(read).toMatchObject({ version: 0, inForce: { from: null } });
    const plan = { ...read.inForce.plan, before: { response: [45], update: [], publication: [7] } };
    const preview = await api('POST', '/preview', { plan });
    expect(await preview.json()).toMatchObject({
      added: 1,
      leftOut: 4,
      differing: 5,
      from: '2020-10-03',
      until: '2020-12-31',
    });
    expect(await readStagePlans(table)).toBeUndefined();
    const changed = await api('PUT', '', { plan, version: 0 });
    expect(await changed.json()).toMatchObject({ version: 1, coming: { from: '2020-10-03', plan } });
    expect((await api('PUT', '', { plan: read.inForce.plan, version: 0 })).status).toBe(409);
    const refused = await api('PUT', '', { plan: { ...plan, between: [0] }, version: 1 });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ field: 'plan.between.0' }] });
  });
});

test('the next mail a page shows goes by the stages that were chosen', async () => {
  await contacts(table, sampleContact());
  await asked(table, 'one');
  await staff.save(address, await typed({ response: '45, 28', do: 'save' }));
  expect((await staff.get('/cases/one/recommendations/1')).words).toContain('Friday 9 October 2020');
});
