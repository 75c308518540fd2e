import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWeb } from '../../../../functions/web/app.tsx';
import { access } from '../../../../functions/web/gate/access.ts';
import type { StaffPerson } from '../../../../functions/web/gate/person.ts';
import { mayDo, type Role, roles } from '../../../../shared/domain/staff.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { gateOf, sampleStaff } from '../../../support/gate-of.ts';
import { morningOf } from '../../../support/sample-records.ts';
import { openStaffForm, origin, type StaffForm } from '../../../support/staff-form.ts';
import { webDeps } from '../../../support/web-deps.ts';
import { wholeTable } from '../../../support/whole-table.ts';
import { nameOfKentsBoard, type Side, today, twoForces, wordsOfKent } from './scoped-world.ts';

let tables: EmbeddedTables;
let table: Table;
let before: Awaited<ReturnType<typeof wholeTable>>;
let world: Awaited<ReturnType<typeof twoForces>>;

beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  world = await twoForces(table);
  before = await wholeTable(table);
}, 60_000);
afterAll(() => tables.stop());

const requests = Object.entries(access).map(([request, rule]) => {
  const [method = '', path = ''] = request.split(' ');
  return { request, method, path, ...rule };
});

const unknown: Side = {
  caseId: 'no-such-case',
  number: '998',
  board: 'no-such-board',
  exception: 'no-such-exception',
  mail: 'no-such-mail',
  evidence: 'no-such-evidence',
};

/** The address of a request about what is of one force; where it names neither, of something that is everybody's. */
function addressOf(path: string, side: Side): string {
  const id = path.includes('/boards/')
    ? side.board
    : path.includes('/mails/')
      ? side.mail
      : path.includes('/exceptions/')
        ? side.exception
        : path.includes('/evidence/')
          ? side.evidence
          : path.includes('/nights/')
            ? world.nightId
            : 'anna';
  const named: Record<string, string> = { ...side, id, sequence: '1', duty: 'update-1', part: 'update-due' };
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? 'none'));
}

const queries: Record<string, string> = {
  '/exceptions': '?kind=not-delivered',
  '/links': '?kind=risk&ref=1606',
  '/api/v1/links': '?kind=risk&ref=1606',
  '/mails': '?month=2020-12',
};

type Asked = { status: number; body: string; location: string | null };

type Asking = Pick<StaffForm, 'request'>;

async function ask(form: Asking, method: string, address: string): Promise<Asked> {
  const isProgram = address.startsWith('/api/');
  const body = isProgram ? JSON.stringify({ why: 'x' }) : new URLSearchParams({ why: 'x' });
  const headers = { origin, ...(isProgram ? { 'content-type': 'application/json' } : {}) };
  const reply = await form.request(address, method === 'GET' ? {} : { method, headers, body });
  return { status: reply.status, body: await reply.text(), location: reply.headers.get('location') };
}

const forms = new Map<string, StaffForm>();

/** The staff form as somebody meets it; the same for all that they ask. */
function as(of: Partial<StaffPerson>): StaffForm {
  const name = JSON.stringify(of);
  const form =
    forms.get(name) ?? openStaffForm(table, today, undefined, undefined, undefined, sampleStaff(of));
  forms.set(name, form);
  return form;
}

const nobody: Asking = {
  request: async (path, init) =>
    createWeb(webDeps(table, morningOf(today), { gate: gateOf() })).request(`${origin}${path}`, init),
};

const scopes = {
  body: () => ({ bodies: ['Essex Police'], boards: [] }),
  board: () => ({ bodies: [], boards: [world.essex.board] }),
};

/** An answer without the names in it that differ because different things were asked for. */
const alike = ({ status, body, location }: Asked, side: Side): Asked => {
  const plain = (text: string) =>
    Object.values({ ...side, none: '-nothing-', number: '999' })
      .filter((name) => name.length > 2)
      .reduce((left, name) => left.replaceAll(name, '…'), text)
      .replaceAll(/recommendations\/(…|\d+)/g, 'recommendations/…')
      .replaceAll(/name="once" value="[^"]*"/g, '');
  return { status, body: plain(body), location: location && plain(location) };
};

describe.each(requests)('$request', ({ method, path, role, about }) => {
  test('is for nobody who is not signed in', async () => {
    const { status, location, body } = await ask(nobody, method, addressOf(path, world.essex));
    if (path.startsWith('/api/')) expect(status).toBe(401);
    else if (method === 'POST') expect([status, body]).toEqual([401, expect.stringContaining('signed out')]);
    else expect([status, location]).toEqual([303, expect.stringMatching(/^\/sign-in/)]);
  });

  test.each((Object.keys(roles) as Role[]).filter((each) => !mayDo(each, role)))(
    'refuses a %s',
    async (each) => {
      const { status, body } = await ask(as({ role: each }), method, addressOf(path, world.essex));
      expect(status).toBe(403);
      expect(body).toMatch(/This is for (liaison staff|administrators)/);
    },
  );

  describe.each(Object.entries(scopes))('for who is limited to one %s', (of, scope) => {
    const limited = () => as({ role: 'administrator', scope: scope() });

    if (about === 'everything' || (about === 'all-of-board' && of === 'body')) {
      test('is refused, because it is about everything together', async () => {
        const { status, body } = await ask(limited(), method, addressOf(path, world.essex));
        expect(status).toBe(403);
        expect(body).toContain('This is for those who look after everything');
      });
      return;
    }

    test('is answered where it is about what they look after', async () => {
      if (method !== 'GET') return;
      const { status } = await ask(limited(), method, addressOf(path, world.essex) + (queries[path] ?? ''));
      const everybody = await ask(as({}), method, addressOf(path, world.essex) + (queries[path] ?? ''));
      expect(status).toBe(everybody.status);
    });

    if (about === 'nothing') {
      test('says nothing of what they do not look after', async () => {
        const { body } = await ask(limited(), 'GET', addressOf(path, world.essex) + (queries[path] ?? ''));
        const words = of === 'body' ? wordsOfKent : [...wordsOfKent, nameOfKentsBoard];
        expect(words.filter((word) => body.includes(word))).toEqual([]);
      });
      return;
    }

    // Boards are the organisation's: who looks after a body sees them all.
    if (about === 'board' && of === 'body') return;

    test('is answered, where it is about what they do not look after, as if there were no such thing', async () => {
      const hidden = await ask(limited(), method, addressOf(path, world.kent));
      const none = await ask(limited(), method, addressOf(path, unknown));
      expect(alike(hidden, world.kent)).toEqual(alike(none, unknown));
      expect(hidden.status).toBeGreaterThanOrEqual(400);
    });
  });
});

test('nothing of all this has changed anything', async () => {
  expect(await wholeTable(table)).toEqual(before);
});
