import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
  form = openStaffForm(await tables.newTable(), '2020-11-02');
});
afterAll(() => tables.stop());

it('the page about the API lists every route that the API describes, and leads to its own description', async () => {
  const { paths } = (await (await form.request('/api/v1/openapi.json')).json()) as {
    paths: Record<string, object>;
  };
  const page = await form.get('/api/v1/docs');
  expect(page.status).toBe(200);
  for (const [path, operations] of Object.entries(paths))
    for (const method of Object.keys(operations))
      expect(page.words).toContain(`${method.toUpperCase()} /api/v1${path}`);
  expect(page.elements.some(({ attributes }) => attributes.href === '/api/v1/openapi.json')).toBe(true);
});

it('says of each field what it is and whether it is needed', async () => {
  const { words } = await form.get('/api/v1/docs');
  expect(words).toContain('madeOn date, such as 2020-11-24 Yes');
  expect(words).toContain('publishedDueOn date, such as 2020-11-24 No');
  expect(words).toContain('acceptance accepted, partly-accepted, not-accepted Yes');
});

it('a field that only some shapes of a promise have is not said to be needed', async () => {
  const { words } = await form.get('/api/v1/docs');
  expect(words).toContain(
    'commitments[].promise.kind within, between, by-date, in-period, on-event, board-meeting, none, completed Yes',
  );
  expect(words).toContain('commitments[].promise.latest whole number No');
});
