import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { type Answer, openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
  form = openStaffForm(await tables.newTable(), '2020-11-02');
});
afterAll(() => tables.stop());

/** Its words, with names and addresses whole that may be broken after a dot or a stroke. */
const wordsOf = async (path: string) => (await form.get(path)).words.replaceAll(/(?<=[./])\s+/g, '');

const waysFrom = ({ elements }: Answer) =>
  elements.map(({ attributes }) => attributes.href ?? '').filter((href) => href.startsWith('/api/v1/docs/'));

it('the page about the API lists every route that the API describes, and leads to its own description', async () => {
  const { paths } = (await (await form.request('/api/v1/openapi.json')).json()) as {
    paths: Record<string, object>;
  };
  const page = await form.get('/api/v1/docs');
  expect(page.status).toBe(200);
  const requests = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} /api/v1${path}`),
  );
  const words = await wordsOf('/api/v1/docs');
  for (const each of requests) expect(words).toContain(each);
  expect(new Set(waysFrom(page)).size).toBe(requests.length);
  expect(page.elements.some(({ attributes }) => attributes.href === '/api/v1/openapi.json')).toBe(true);
});

it('each has a page of its own that is not long, and anything else has none', async () => {
  for (const way of waysFrom(await form.get('/api/v1/docs'))) {
    const page = await form.get(way);
    expect(page.status).toBe(200);
    expect(page.html.length).toBeLessThan(150_000);
  }
  expect((await form.get('/api/v1/docs/post-nothing')).status).toBe(404);
});

it('says of each field what it is and whether it is needed', async () => {
  const words = await wordsOf('/api/v1/docs/post-cases');
  expect(words).toContain('madeOn date, such as 2020-11-24 Yes');
  expect(words).toContain('publishedDueOn date, such as 2020-11-24 No');
  expect(await wordsOf(ofResponding)).toContain('acceptance accepted, partly-accepted, not-accepted Yes');
});

it('a field that only some shapes of a promise have is not said to be needed', async () => {
  const words = await wordsOf(ofResponding);
  expect(words).toContain(
    'commitments[].promise.kind within, between, by-date, in-period, on-event, board-meeting, none, completed Yes',
  );
  expect(words).toContain('commitments[].promise.latest whole number No');
});

const ofResponding = '/api/v1/docs/post-cases-caseId-recommendations-number-response';
