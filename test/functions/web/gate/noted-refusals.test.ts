import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWeb } from '../../../../functions/web/app.tsx';
import type { StaffPerson } from '../../../../functions/web/gate/person.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { gateOf, sampleStaff } from '../../../support/gate-of.ts';
import { notedLog } from '../../../support/noted-log.ts';
import { morningOf } from '../../../support/sample-records.ts';
import { webDeps } from '../../../support/web-deps.ts';

const origin = 'http://tracker.example';
const viewer = sampleStaff({ id: 'vera', role: 'viewer' });

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
});

async function wordsOf(path: string, init: RequestInit): Promise<string> {
  const app = createWeb(webDeps(table, morningOf('2020-11-20'), { gate: gateOf(viewer) }));
  return (await app.request(`${origin}${path}`, init)).text();
}

/** What is noted of one request, by whoever asks. */
async function notedOf(path: string, init: RequestInit = {}, person?: StaffPerson) {
  const log = notedLog();
  const app = createWeb(webDeps(table, morningOf('2020-11-20'), { log, gate: gateOf(person) }));
  const { status } = await app.request(`${origin}${path}`, init);
  return { status, lines: log.lines.map(({ level, facts }) => ({ level, ...facts })) };
}

const form = (headers: Record<string, string> = { origin }): RequestInit => ({
  method: 'POST',
  headers,
  body: new URLSearchParams({ name: 'Jane Smith' }),
});

describe('a request that is refused is noted', () => {
  it.each([
    ['of nobody, at the API', '/api/v1/contacts', {}, undefined, 401],
    ['of too little role', '/cases', form(), viewer, 403],
    ['from another website', '/cases', form({ origin: 'https://elsewhere.example' }), undefined, 403],
    ['for what is not there, or not theirs', '/cases/2019-127918', {}, viewer, 404],
    ['of a wrong kind', '/cases', { method: 'POST', body: 'text', headers: { origin } }, undefined, 415],
  ])('%s: %s', async (_, path, init, person, status) => {
    const noted = await notedOf(path, init, person);
    const by = person && status !== 415 ? 'staff:vera' : undefined;
    const facts = { event: 'refused', status, method: init.method ?? 'GET', path, by };
    expect(noted).toEqual({ status, lines: [{ level: 'warn', ...facts }] });
  });

  it('without what was typed in its address or sent with it', async () => {
    const { lines } = await notedOf('/contacts/Jane%20Smith?search=Jane+Smith', {}, viewer);
    expect(lines).toMatchObject([{ status: 404, path: '/contacts/…' }]);
    expect(JSON.stringify(lines)).not.toContain('Jane');
  });
});

describe('a viewer who may not', () => {
  it.each([
    ['opens a form', {}, false],
    ['sends one', form(), true],
  ])(
    '%s is not told that they see everything, and that nothing was saved only of what was sent',
    async (_, init, isSaid) => {
      const words = await wordsOf('/cases/paste', init);
      expect(words).toContain('You can read what you see here, but not change it.');
      expect(words.includes('Nothing was saved.')).toBe(isSaid);
    },
  );
});

describe('nothing is noted', () => {
  it('of what is answered', async () => {
    expect(await notedOf('/cases', {}, viewer)).toEqual({ status: 200, lines: [] });
  });

  it('of somebody unknown who is sent to sign in', async () => {
    expect(await notedOf('/cases/2019-127918')).toEqual({ status: 303, lines: [] });
  });
});
