import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { recordDeparture } from '../../../../functions/web/moves/record-departure.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { createOwnerApp } from '../../../../functions/web/owner-app.tsx';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf, typedCase, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { openFileStore, sendForm } from '../../../support/file-store.ts';
import { elements, type HtmlElement } from '../../../support/html-tree.ts';
import { formsOn, type OwnerPages, openOwnerPages, sampleOwner } from '../../../support/owner-pages.ts';
import { board, contacts } from '../../../support/recorded.ts';
import { sampleFiles } from '../../../support/sample-files.ts';
import { accepted, morningOf, sampleContact } from '../../../support/sample-records.ts';
import { webDeps } from '../../../support/web-deps.ts';
import { wholeTable } from '../../../support/whole-table.ts';

const today = '2021-02-13';

let tables: EmbeddedTables;
let table: Table;
let store: Awaited<ReturnType<typeof openFileStore>>;
beforeAll(async () => {
  store = await openFileStore();
  tables = await startTables();
  table = await tables.newTable();
  await contacts(
    table,
    sampleContact('anna', { managerId: 'mary' }),
    ...['mary', 'bill', 'carol'].map((id) => sampleContact(id)),
  );
  await board(table, 'learning', { chairId: 'carol' });
  // Anna's, with a board that Carol chairs, and Bill's.
  await recorded('of-anna', { ownerId: 'anna', boardId: 'learning' });
  await recorded('of-bill', { ownerId: 'bill' });
});
afterAll(() => Promise.all([tables.stop(), store.close()]));

async function recorded(reference: string, of: { ownerId: string; boardId?: string }): Promise<void> {
  const desk = deskOf(table, '2020-10-01');
  accepted(await recordCase(desk, typedCase({ reference, title: `The case ${reference}` })));
  accepted(await recordRecommendation(desk, reference, { text: `Review it, ${reference}.`, ...of }));
  accepted(await recordResponse(deskOf(table, '2020-11-20'), reference, 1, typedResponse()));
}

const pagesOf = (contactId: string): OwnerPages =>
  openOwnerPages(table, today, sampleOwner(contactId), { files: store.files });

/** Every address of the app with a name of a recommendation in it, as its routes have it. */
const routes = (): { method: string; path: string }[] => {
  const app = createOwnerApp({ ...webDeps(table, morningOf(today)), assets: {} as never }, sampleOwner());
  const all = app.routes.filter(({ method, path }) => method !== 'ALL' && path.includes(':caseId'));
  return [...new Map(all.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()];
};

const at = (path: string, caseId: string, number = '1') =>
  path.replace(':caseId', caseId).replace(':number', number).replace(':id', 'any');

const filled = {
  duty: 'update-1',
  text: 'Mine now.',
  why: 'Mine now.',
  name: 'Mallory',
  email: 'mallory@force.example',
  kind: 'text',
  fileName: 'a.pdf',
  'dueOn-day': '1',
  'dueOn-month': '5',
  'dueOn-year': '2021',
};

const ask = (pages: OwnerPages, method: string, path: string) =>
  method === 'POST' ? pages.post(path, filled) : pages.get(path);

test('there are routes to try, of both kinds', () => {
  const methods = routes().map(({ method }) => method);
  expect(methods.filter((each) => each === 'GET').length).toBeGreaterThan(9);
  expect(methods.filter((each) => each === 'POST').length).toBeGreaterThan(7);
});

describe('what is somebody else’s', () => {
  test('is answered, on every route, exactly as what does not exist; and nothing changes', async () => {
    const before = await wholeTable(table);
    const bill = pagesOf('bill');
    const unknown = await bill.get('/mine/no-such-case/1');
    expect([unknown.status, unknown.heading]).toEqual([404, 'Page not found']);
    for (const { method, path } of routes()) {
      for (const [caseId, number] of [
        ['of-anna', '1'],
        ['of-anna', '001'],
        ['no-such-case', '1'],
        ['of-bill', '2'],
        ['of-anna%23x', '1'],
        ['OF-ANNA', '1'],
      ] as const) {
        const answer = await ask(bill, method, at(path, caseId, number));
        expect([method, path, caseId, answer.status]).toEqual([method, path, caseId, 404]);
        expect(answer.html).toBe(unknown.html);
      }
    }
    expect(await wholeTable(table)).toEqual(before);
  });

  test('is not on their list', async () => {
    const { words } = await pagesOf('bill').get('/mine');
    expect(words).toContain('of-bill recommendation 1');
    expect(words).not.toContain('anna');
  });

  test('is nobody’s who is no contact at all', async () => {
    const nobody = openOwnerPages(table, today, sampleOwner('gone', { contactIds: [] }));
    expect((await nobody.get('/mine')).words).toContain('Nothing is asked of you now.');
    expect((await nobody.get('/mine/of-anna/1')).status).toBe(404);
  });
});

describe.each([
  ['the owner’s manager', 'mary'],
  ['the chair of the board', 'carol'],
])('%s', (_, contactId) => {
  test('reads it, is offered no answer, and can give none', async () => {
    const before = await wholeTable(table);
    const reader = pagesOf(contactId);
    expect((await reader.get('/mine')).words).toContain('For you to know');
    const page = await reader.get('/mine/of-anna/1');
    expect(page.status).toBe(200);
    expect(formsOn(page)).toEqual([]);
    expect(page.words).not.toContain('What would you like to say?');
    const unknown = await reader.get('/mine/no-such-case/1');
    for (const { method, path } of routes().filter((each) => each.path !== '/mine/:caseId/:number')) {
      const answer = await ask(reader, method, at(path, 'of-anna'));
      expect([method, path, answer.status]).toEqual([method, path, 404]);
      expect(answer.html).toBe(unknown.html);
    }
    expect(await wholeTable(table)).toEqual(before);
  });
});

test('to look at every page changes nothing', async () => {
  const before = await wholeTable(table);
  const anna = pagesOf('anna');
  expect((await anna.get('/mine')).status).toBe(200);
  for (const { path } of routes().filter(({ method }) => method === 'GET')) {
    for (const query of ['', '?saved=done', '?text=Done.&duty=update-1&saved=%3Cscript%3E']) {
      const answer = await anna.request(`${at(path, 'of-anna')}${query}`);
      expect([path, answer.status < 500]).toEqual([path, true]);
    }
  }
  expect(await wholeTable(table)).toEqual(before);
});

test('who took over has what the one who left had, at once, and who left has nothing', async () => {
  await contacts(table, sampleContact('dora'));
  await recorded('handed-over', { ownerId: 'bill' });
  expect((await pagesOf('bill').get('/mine/handed-over/1')).status).toBe(200);
  accepted(await recordDeparture(deskOf(table, today), 'bill', { successorId: 'dora' }));
  expect((await pagesOf('dora').get('/mine/handed-over/1')).status).toBe(200);
  expect((await pagesOf('bill').get('/mine/handed-over/1')).status).toBe(404);
  expect((await pagesOf('bill').get('/mine')).words).toContain('Nothing is asked of you now.');
});

test('a file that an owner adds is theirs and their manager’s to open, and nobody else’s', async () => {
  await recorded('with-a-file', { ownerId: 'anna' });
  const [anna, item] = [pagesOf('anna'), '/mine/with-a-file/1'];
  const chooser = await anna.get(`${item}/evidence/file`);
  expect(chooser.headers.get('content-security-policy')).toContain(store.store.endpoint);
  const [form] = formsOn(chooser) as [HtmlElement];
  const fields = Object.fromEntries(
    [...elements(form.children)]
      .filter(({ tag, attributes }) => tag === 'input' && attributes.type === 'hidden')
      .map(({ attributes }) => [attributes.name!, attributes.value!]),
  );
  const sent = await sendForm({ url: form.attributes.action!, fields }, 'minutes.pdf', sampleFiles.pdf);
  const back = new URL(sent.headers.get('location')!);
  expect(back.pathname).toMatch(/^\/mine\/with-a-file\/1\/evidence\/uploads\//);
  expect((await anna.get(`${back.pathname}${back.search}`)).words).toContain('minutes.pdf');
  const page = await anna.save(back.pathname, { fileName: 'minutes.pdf', shows: 'The minutes' });
  const href = page.elements
    .map(({ attributes }) => attributes.href ?? '')
    .find((each) => each.includes('/evidence/') && !each.endsWith('/new'))!;
  expect(href).toMatch(/^\/mine\/with-a-file\/1\/evidence\//);
  const statuses = async (...ids: string[]) =>
    Promise.all(ids.map(async (id) => (await pagesOf(id).request(href)).status));
  expect(await statuses('anna', 'mary', 'bill')).toEqual([302, 302, 404]);
});
