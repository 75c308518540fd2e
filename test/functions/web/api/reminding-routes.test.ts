import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { openStaffForm, origin, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await atTheDesk(table, undefined, '2020-11-06');
  form = openStaffForm(table, '2020-11-10');
});

const post = async (path: string, body: object) => {
  const headers = { 'content-type': 'application/json', origin };
  const reply = await form.request(`/api/v1/cases/${caseId}/recommendations/1/dates/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: reply.status, ...((await reply.json()) as Record<string, unknown>) };
};
const hold = { until: '2020-11-16', why: 'Leave.' };

describe('a program', () => {
  test('holds reminders back and releases them', async () => {
    expect(await post('response-1/hold', hold)).toMatchObject({ status: 200, hold: { until: '2020-11-16' } });
    expect(await post('response-1/hold', hold)).toMatchObject({ status: 409 });
    const released = await post('response-1/release', {});
    expect(released.status).toBe(200);
    expect(released).not.toHaveProperty('hold');
    expect(await post('response-1/release', {})).toMatchObject({ status: 422 });
  });

  test('has the owner reminded once a day', async () => {
    expect(await post('response-1/nudge', { note: 'It is urgent.' })).toMatchObject({
      status: 200,
      asked: { note: 'It is urgent.' },
      state: 'PENDING',
    });
    expect(form.queued).toHaveLength(1);
    expect(await post('response-1/nudge', {})).toMatchObject({ status: 409 });
  });

  test.each([
    ['response-1/hold', { until: '2020-11-25', why: 'Leave.' }, 422],
    ['response-1/hold', { until: '2020-11-16' }, 422],
    ['response-1/hold', { ...hold, more: 1 }, 422],
    ['update-1/hold', hold, 404],
    ['publication-1/hold', hold, 422],
    ['response-1/nudge', { note: 'a\nb' }, 422],
  ])('is refused %s with %j: %i', async (path, body, status) => {
    expect((await post(path, body)).status).toBe(status);
  });
});
