import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeb } from '../../../../functions/web/app.tsx';
import { access } from '../../../../functions/web/gate/access.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { casePath, recommendationPath, recordEssex, responseForm } from '../../../support/essex-forms.ts';
import { openFileStore } from '../../../support/file-store.ts';
import { gateOf } from '../../../support/gate-of.ts';
import { notedLog } from '../../../support/noted-log.ts';
import { morningOf } from '../../../support/sample-records.ts';
import { openStaffForm, origin, type StaffForm } from '../../../support/staff-form.ts';
import { webDeps } from '../../../support/web-deps.ts';
import { wholeTable } from '../../../support/whole-table.ts';
import { brokenBodies, type Sent } from './bodies.ts';
import { harmIn } from './harmless.ts';

const howMany = 10_000;
const seed = 20_201_120;

const posts = Object.keys(access)
  // Signing out asks for no more than its proof.
  .filter((line) => !line.startsWith('GET ') && !line.endsWith('/sign-out'))
  .map((line) => line.split(' ') as [method: string, path: string]);

const addresses = posts.map(([method, path]) => ({
  method,
  path: path
    .replace('/cases/:caseId/recommendations/:number', recommendationPath)
    .replace('/cases/:caseId', casePath)
    .replace(/:(sequence|number)/g, '1')
    .replace(':duty', 'update-1')
    .replace(':part', 'update-due')
    .replace(/:\w+/g, 'unknown'),
}));

let tables: EmbeddedTables;
let store: Awaited<ReturnType<typeof openFileStore>>;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  store = await openFileStore();
  form = openStaffForm(table, '2020-11-20', store.files);
  await recordEssex(form);
  await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
});
afterAll(async () => {
  await store.close();
  await tables.stop();
});

/** The body with the proof of a form that was shown, so that it is read to its end; what is no form stays as it is. */
function withProof({ type = '', body }: Sent): Sent['body'] {
  if (typeof body !== 'string') return body;
  const proof = Object.entries(form.proof());
  if (type.startsWith('application/x-www-form-urlencoded')) return `${new URLSearchParams(proof)}&${body}`;
  if (!type.startsWith('multipart/form-data')) return body;
  const parts = proof.map(
    ([name, value]) => `--x-boundary\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}${body}`;
}

const send = (method: string, path: string, { type, body }: Sent) =>
  form.request(path, {
    method,
    body: withProof({ type, body }),
    headers: { origin, ...(type === undefined ? {} : { 'content-type': type }) },
  });

describe(`${howMany.toLocaleString('en-GB')} broken bodies, to every address that takes one`, () => {
  it('are each refused in words, and write nothing', async () => {
    const before = await wholeTable(table);
    const answers = new Map<number, number>();
    const wrong: unknown[] = [];
    const sample = fc.sample(fc.tuple(fc.nat(addresses.length - 1), brokenBodies), {
      numRuns: howMany,
      seed,
    });
    for (const [at, sent] of sample) {
      const { method, path } = addresses[at]!;
      const { status, headers } = await send(method, path, sent);
      answers.set(status, (answers.get(status) ?? 0) + 1);
      const isRefused = status >= 400 && status < 500 && headers.get('x-content-type-options') === 'nosniff';
      // A page that asks to check what was read saves nothing.
      if (!isRefused && status !== 200)
        wrong.push({ method, path, status, sent: String(sent.body).slice(0, 300) });
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(await wholeTable(table)).toEqual(before);
    expect([...answers.keys()].sort()).toEqual(expect.arrayContaining([400, 404, 413, 415, 422]));
    expect([...answers.values()].reduce((sum, count) => sum + count)).toBe(howMany);
  }, 480_000);

  it('are refused as well where nobody is signed in', async () => {
    const before = await wholeTable(table);
    const log = notedLog();
    const nobody = createWeb(webDeps(table, morningOf('2020-11-20'), { log, gate: gateOf() }));
    const wrong: unknown[] = [];
    const statuses = new Set<number>();
    const sample = fc.sample(fc.tuple(fc.nat(addresses.length - 1), brokenBodies), { numRuns: 2_000, seed });
    for (const [at, { type, body }] of sample) {
      const { method, path } = addresses[at]!;
      const headers = { origin, ...(type === undefined ? {} : { 'content-type': type }) };
      const answer = await nobody.request(`${origin}${path}`, { method, body, headers });
      statuses.add(answer.status);
      const html = await answer.text();
      if (![400, 401, 413, 415].includes(answer.status) || harmIn(html).length > 0)
        wrong.push({ method, path, status: answer.status, sent: String(body).slice(0, 300) });
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect([...statuses].sort()).toEqual([400, 401, 413, 415]);
    expect(await wholeTable(table)).toEqual(before);
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  }, 240_000);

  it('leave no fault in the log, and nothing of themselves', () => {
    expect(form.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(JSON.stringify(form.log.lines)).not.toContain('no-such-field');
  });

  it('go to every address that takes one', () => {
    expect(addresses.length).toBeGreaterThan(60);
    expect(addresses.filter(({ path }) => path.includes(':'))).toEqual([]);
  });
});
