import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOwnerApp } from '../../../../functions/web/owner-app.tsx';
import { contentPolicy } from '../../../../functions/web/pages/request-rules.tsx';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { type OwnerPages, openOwnerPages, sampleOwner } from '../../../support/owner-pages.ts';
import { morningOf } from '../../../support/sample-records.ts';
import { answerOf, origin } from '../../../support/staff-form.ts';
import { webDeps } from '../../../support/web-deps.ts';
import { wholeTable } from '../../../support/whole-table.ts';

const today = '2021-02-13';
const item = `/mine/${caseId}/1`;

let tables: EmbeddedTables;
let table: Table;
let anna: OwnerPages;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  anna = openOwnerPages(table, today);
});
afterAll(() => tables.stop());

/** Where an owner can post a form, as the routes of their app have it. */
const forms = [
  ...new Set(
    createOwnerApp({ ...webDeps({} as Table, morningOf(today)), assets: {} as never }, sampleOwner())
      .routes.filter(({ method }) => method === 'POST')
      .map(({ path }) => path.replace('/mine/:caseId/:number', item).replace(':id', 'any')),
  ),
];

const post = (path: string, body: Record<string, string>, headers: Record<string, string> = { origin }) =>
  anna.request(path, { method: 'POST', body: new URLSearchParams(body), headers });

const words = { text: 'All 240 officers were trained.', why: 'New officers join.', kind: 'text' };
const proof = { token: sampleOwner().formToken, once: 'showing-number-a1' };

test('there are forms to try', () => {
  expect(forms.length).toBeGreaterThan(7);
  expect(forms).toEqual(expect.arrayContaining([`${item}/done`, `${item}/evidence/new`, '/mine/sign-out']));
});

describe.each(forms)('the form at %s', (path) => {
  const refusedWith = async (answer: Response, heading: string) => {
    const page = await answerOf(answer);
    expect([page.status, page.heading]).toEqual([403, heading]);
  };

  test.each([
    ['no token', {}],
    ['an empty one', { token: '' }],
    ['that of somebody else’s session', { token: 'token-of-bill' }],
    ['one that is longer', { token: `${proof.token}2` }],
  ])('does nothing with %s', async (_, token) => {
    const before = await wholeTable(table);
    const answer = await post(path, { ...words, once: proof.once, ...token });
    await refusedWith(answer, 'This form is no longer good: open it again');
    expect(await wholeTable(table)).toEqual(before);
  });

  test('does nothing from another website, whatever it brings', async () => {
    const before = await wholeTable(table);
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin, 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of elsewhere)
      await refusedWith(
        await post(path, { ...words, ...proof }, headers),
        'This form was sent from another website',
      );
    expect(await wholeTable(table)).toEqual(before);
  });
});

test('a form that is sent twice says it once, and leads to the same page', async () => {
  const once = () => post(`${item}/progress`, { ...proof, text: 'Half of them are trained.' });
  const [first, second] = [await once(), await once()];
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  const said = (await wholeTable(table)).filter((each) => JSON.parse(each).record === 'report');
  expect(said).toHaveLength(1);
});

describe('every answer to an owner', () => {
  test.each([
    ['their list', '/mine', 200],
    ['an item', item, 200],
    ['a form', `${item}/done`, 200],
    ['the page to sign in', '/mine/sign-in', 200],
    ['what is not there', '/mine/nothing', 404],
    ['what is somebody else’s', '/mine/other/1', 404],
  ])('may not run, be framed or be kept: %s', async (_, path, status) => {
    const { status: answered, headers } = await anna.request(path);
    expect(answered).toBe(status);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': contentPolicy(),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
});
