import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { access } from '../../../../functions/web/gate/access.ts';
import { createOwnerApp } from '../../../../functions/web/owner-app.tsx';
import type { EvidenceFiles } from '../../../../shared/files/evidence-files.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { askedKeys } from '../../../support/asked-keys.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { recordEssex } from '../../../support/essex-forms.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { openOwnerPages, sampleOwner } from '../../../support/owner-pages.ts';
import { board, contacts } from '../../../support/recorded.ts';
import { morningOf, sampleContact } from '../../../support/sample-records.ts';
import { openStaffForm, origin, type StaffForm } from '../../../support/staff-form.ts';
import { webDeps } from '../../../support/web-deps.ts';

/** A store of files to which nothing was sent. */
const noFiles: EvidenceFiles = {
  signForm: async () => ({ url: 'https://files.example', fields: {} }),
  signUpload: async () => ({ url: 'https://files.example', fields: {} }),
  waiting: async () => 'not-there',
  keep: async () => '',
  signDownload: async () => 'https://files.example',
};

let tables: EmbeddedTables;
let table: Table;
let everything: StaffForm;
let limited: StaffForm;
let asked: ReturnType<typeof askedKeys>;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  everything = openStaffForm(table, '2020-11-02', noFiles);
  await contacts(table, sampleContact('anna'));
  await board(table, 'learning', { name: 'Learning the Lessons board' });
  await recordEssex(everything);
  const scope = { bodies: ['Essex Police'], boards: [] };
  limited = openStaffForm(table, '2020-11-02', noFiles, undefined, undefined, sampleStaff({ scope }));
  asked = askedKeys(table);
});
afterAll(() => tables.stop());

const name = '[\\w.:~-]{1,250}';
const names = new RegExp(`^${name}$`);
const rec = 'REC#\\d{3}';
/** Every partition that a request may name. Nothing that was typed has a '#' in it. */
const partitions = new RegExp(
  `^(?:(?:CASE|CONTACT|BOARD|LIST|STAFF|MAIL|EXCEPTION)#${name}|SETTINGS#\\w+|NIGHTS#[\\w.:~-]{1,4}|ONCE#[0-9a-f]{64}|CODE#[0-9a-f]{64}|ROWS|TALLIES|LEDGER|ROWS#\\d|AGENDA#\\d|OUTBOX|CASES|ATTENTION|CONTACTS|BOARDS|LISTS|EXCEPTIONS|NIGHTS|STAFF|SESSIONS|MAILS#\\d{4}-\\d{2}|LINK#[a-z-]+#[^#]{1,80})$`,
);
/** Every place in a partition that a request may name by itself. */
const places = new RegExp(
  `^(?:(?:CASE|CONTACT|BOARD|STAFF|SETTINGS)(?:#CHAIN)?|REFERENCE|CASE#ROW|PAGE|MAIL|CONTENT|LIST|PART#\\d{3}|EXCEPTION|EDITION|COMPARED|ONCE|CODE|\\d{4}-[\\d:.TZ-]+(?:-nudge)?|EVENT#[^#]+#[^#]+|${rec}(?:#(?:CHAIN|ROW|RESPONSE|(?:COMMITMENT|UPDATE)#\\d{3}|(?:DEADLINE|PROPOSAL|EVIDENCE)#[\\w.-]+|LINK#[a-z-]+#[^#]{1,80}|REVISION#[\\w.-]+#\\d{3}|REMINDER#[\\w.-]+#r\\d+#[\\w-]+#[\\w-]+))?)$`,
);

const known: Record<string, string> = { caseId: '2019-127918', number: '1', id: 'anna', sequence: '1' };
const queries = [
  'cursor',
  'year',
  'month',
  'kind',
  'ref',
  'page',
  'part',
  'key',
  'mails',
  'saved',
  'asAt',
  'owner',
  'board',
  'linked',
  'search',
  'from',
];
const bodies = [
  'ownerId',
  'boardId',
  'chairId',
  'successorId',
  'managerId',
  'deputyId',
  'ref',
  'kind',
  'of',
  'on',
  'seen',
  'version',
  'overdue',
  'part',
  'reference',
  'key',
  'once',
];

type Asked = Pick<StaffForm, 'request' | 'log'>;

/** One request with a smuggled text in one place of it: a segment of its address, a parameter, or a field of its body. */
function requestWith(route: string, place: string, text: string): [string, RequestInit] {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) =>
    name === place ? encodeURIComponent(text) : (known[name] ?? 'unknown'),
  );
  const query = queries.includes(place) ? `?${new URLSearchParams({ kind: 'risk', [place]: text })}` : '';
  if (method === 'GET') return [`${path}${query}`, {}];
  const isApi = path.startsWith('/api/');
  const fields = { ...(isApi ? {} : everything.proof()), [place]: text };
  const body = isApi ? JSON.stringify(fields) : new URLSearchParams(fields);
  const headers = { origin, ...(isApi ? { 'content-type': 'application/json' } : {}) };
  return [`${path}${query}`, { method, headers, body }];
}

async function isHarmless(route: string, place: string, text: string, form: Asked): Promise<void> {
  asked.take();
  const answer = await form.request(...requestWith(route, place, text));
  const told = `${route} with ${JSON.stringify(text.slice(0, 100))} as ${place}`;
  expect(answer.status, `${told}: ${JSON.stringify(form.log.lines.at(-1))}`).toBeLessThan(500);
  for (const { partition, place: sort } of asked.take()) {
    expect(partition, told).toMatch(partitions);
    if (sort !== undefined) expect(sort, told).toMatch(partition.startsWith('NIGHTS#') ? names : places);
  }
}

const segmentsOf = (route: string) => [...route.matchAll(/:(\w+)/g)].map(([, name]) => name!);
const placesOf = (route: string) => [...segmentsOf(route), ...(route.startsWith('GET') ? queries : bodies)];
const routes = Object.keys(access);

const smuggled = [
  'anna#EVENT',
  'x'.repeat(3_000),
  '\u0000',
  '1e3',
  '#',
  '2019-127918#CHAIN',
  '1#RESPONSE',
  '\uffff',
  '__proto__',
  '-1',
  ' 1',
];

describe('no text that is sent becomes another key than it may', { timeout: 300_000 }, () => {
  test.each(routes)('in the address of %s', async (route) => {
    for (const place of segmentsOf(route))
      for (const text of smuggled.slice(0, 4)) await isHarmless(route, place, text, everything);
  });

  test('in any address of an owner', async () => {
    const owner = openOwnerPages(table, '2020-11-02', sampleOwner(), { files: noFiles });
    const front = { ...webDeps(table, morningOf('2020-11-02')), assets: {} as never };
    const app = createOwnerApp(front, sampleOwner());
    const named = app.routes.filter(({ method, path }) => method !== 'ALL' && path.includes(':'));
    expect(named.length).toBeGreaterThan(10);
    for (const { method, path } of named)
      for (const place of segmentsOf(path))
        for (const text of smuggled.slice(0, 4)) await isHarmless(`${method} ${path}`, place, text, owner);
  });

  test('anywhere in any request', async () => {
    const anyRequest = fc
      .constantFrom(...routes)
      .chain((route) =>
        fc.tuple(
          fc.constant(route),
          fc.constantFrom(...placesOf(route)),
          fc.oneof(fc.constantFrom(...smuggled), fc.string({ unit: 'grapheme', maxLength: 80 })),
          fc.boolean(),
        ),
      );
    await fc.assert(
      fc.asyncProperty(anyRequest, ([route, place, text, isLimited]) =>
        isHarmless(route, place, text, isLimited ? limited : everything),
      ),
      { numRuns: 200 },
    );
  });
});
