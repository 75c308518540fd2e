import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listBoards } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { contactForm, recordEssex } from '../../../support/essex-forms.ts';
import { openStaffForm, origin, type StaffForm } from '../../../support/staff-form.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  form = openStaffForm(table, '2020-11-02');
});

const ofForms = 'application/x-www-form-urlencoded';

/** Posts a body as it is; one of a form brings the proof of a form that was shown. */
const post = (path: string, body: string, type = ofForms) =>
  form.request(path, {
    method: 'POST',
    body: type === ofForms ? `${new URLSearchParams(form.proof())}&${body}` : body,
    headers: { origin, 'content-type': type },
  });
const boardsNow = async () => (await listBoards(table)).map(({ name }) => name);

describe('a method that nothing here has', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'QUERY'])(
    '%s gets no page and changes nothing',
    async (method) => {
      await recordEssex(form);
      const before = await wholeTable(table);
      for (const path of [
        '/',
        '/cases/2019-127918',
        '/contacts',
        '/api/v1/contacts',
        '/assets/tracker.css',
      ]) {
        const { status, headers } = await form.request(path, { method, headers: { origin } });
        expect([path, status >= 400 && status < 500]).toEqual([path, true]);
        expect(headers.get('access-control-allow-origin')).toBeNull();
      }
      expect(await wholeTable(table)).toEqual(before);
    },
  );

  it('TRACE cannot even be asked: no request of the platform may have it', () => {
    expect(() => new Request(origin, { method: 'TRACE' })).toThrow(TypeError);
  });
});

describe('a field that is sent twice', () => {
  it('counts once, the last of them, and the address has no say', async () => {
    const twice = await post('/boards?name=From+the+address', 'name=First&chairId=&name=Second');
    expect(twice.status).toBe(303);
    expect(await boardsNow()).toEqual(['Second']);
  });

  it('as a list is no field', async () => {
    expect((await post('/boards', 'name[]=First&name[0]=Second&chairId=')).status).toBe(422);
    expect(await boardsNow()).toEqual([]);
  });
});

describe('fields with names that every object has', () => {
  const names = [
    '__proto__',
    '__proto__[admin]',
    'constructor.prototype.admin',
    'hasOwnProperty',
    'toString',
  ];

  it('change no object: not this one and no other', async () => {
    const pairs: [string, string][] = [
      ...names.map((name): [string, string] => [name, 'yes']),
      ['name', 'Board'],
      ['chairId', ''],
    ];
    expect((await post('/boards', new URLSearchParams(pairs).toString())).status).toBe(303);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    expect(await boardsNow()).toEqual(['Board']);
  });

  it.each(names)('are refused by the API: %s', async (name) => {
    const body = `{${JSON.stringify(name)}:{"admin":true},${JSON.stringify(contactForm).slice(1)}`;
    const before = await wholeTable(table);
    const refused = await post('/api/v1/contacts', body, 'application/json');
    expect(refused.status).toBe(422);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    expect(await wholeTable(table)).toEqual(before);
  });
});

describe('every answer with words', () => {
  it.each([
    ['/', 'text/html; charset=UTF-8'],
    ['/nothing', 'text/html; charset=UTF-8'],
    ['/assets/tracker.css', 'text/css; charset=utf-8'],
    ['/assets/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/recommendations.csv', 'text/csv; charset=utf-8'],
    ['/api/v1/contacts', 'application/json'],
    ['/api/v1/nothing', 'application/problem+json'],
  ])('%s says in which characters it is written', async (path, type) => {
    expect((await form.request(path)).headers.get('content-type')).toBe(type);
  });
});

describe('a line of the log', () => {
  it('is one line, whatever it was given', () => {
    const forged = '/cases\n{"level":"ERROR","message":"forged"}\r\nanother';
    const script = `import { openLog } from './shared/runtime/log.ts'; openLog('web').info('Refused', ${JSON.stringify({ reference: forged })});`;
    // Its line is looked at here, and not kept with those of the run (test/support/kept-output).
    const env = { ...process.env, KEPT_LOGS: '', POWERTOOLS_LOG_LEVEL: 'INFO', TZ: ':UTC' };
    const written = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env,
    });
    const lines = written.toString().trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 'INFO',
      service: 'web',
      timestamp: expect.stringMatching(/Z$/),
    });
  });
});
