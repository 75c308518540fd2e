import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { access } from '../../../../functions/web/gate/access.ts';
import type { StaffPerson } from '../../../../functions/web/gate/person.ts';
import { mayDo } from '../../../../shared/domain/staff.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { openStaffForm } from '../../../support/staff-form.ts';
import { today, twoForces } from './scoped-world.ts';

let tables: EmbeddedTables;
let table: Table;
let world: Awaited<ReturnType<typeof twoForces>>;

beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  world = await twoForces(table);
}, 60_000);
afterAll(() => tables.stop());

type Found = { refused: string[]; forms: string[]; seen: Set<string>; requests: Set<string> };

const pages = Object.keys(access)
  .filter((request) => request.startsWith('GET '))
  // A fixed address ('/cases/new') stands before the one with a name in its place.
  .toSorted((one, other) => one.split(':').length - other.split(':').length)
  .map((request) => ({ request, fits: new RegExp(`^${request.slice(4).replaceAll(/:\w+/g, '[^/]+')}$`) }));

/** The line in the table of access that an address is asked by. */
const requestOf = (path: string): string =>
  pages.find(({ fits }) => fits.test(path.split('?')[0]!))?.request ?? path;

/** Of the calendar, say, each day is a page. */
const mostOfOne = 12;

/** Opens the first page and every page it leads to, and so on; of each line in the table of access a few addresses. */
async function walk(of: Partial<StaffPerson>): Promise<Found> {
  const form = openStaffForm(table, today, undefined, undefined, undefined, sampleStaff(of));
  const found: Found = { refused: [], forms: [], seen: new Set(['/']), requests: new Set() };
  const counts = new Map<string, number>();
  for (const path of found.seen) {
    const { status, elements } = await form.get(path);
    found.requests.add(requestOf(path));
    if (status === 403) found.refused.push(path);
    for (const { tag, attributes } of elements) {
      if (tag === 'form' && attributes.method === 'post' && !attributes.action?.endsWith('/sign-out'))
        found.forms.push(`${path} ${attributes.action}`);
      const to = tag === 'a' && attributes.href?.startsWith('/') ? attributes.href.split('#')[0]! : undefined;
      if (to === undefined || found.seen.has(to)) continue;
      const count = (counts.get(requestOf(to)) ?? 0) + 1;
      counts.set(requestOf(to), count);
      if (count <= mostOfOne) found.seen.add(to);
    }
  }
  return found;
}

const mayOpen = ({ role = 'administrator', scope }: Partial<StaffPerson>, request: string): boolean => {
  const needed = access[request];
  if (!needed) return true;
  return mayDo(role, needed.role) && (needed.about !== 'everything' || scope === undefined);
};

const everybody: [string, () => Partial<StaffPerson>][] = [
  ['a viewer', () => ({ role: 'viewer' })],
  ['a liaison officer', () => ({ role: 'liaison' })],
  ['a viewer of one body', () => ({ role: 'viewer', scope: { bodies: ['Essex Police'], boards: [] } })],
  [
    'a liaison officer of one board',
    () => ({ role: 'liaison', scope: { bodies: [], boards: [world.essex.board] } }),
  ],
];

describe('what an administrator without limits is led to', () => {
  let all: Found;
  beforeAll(async () => {
    all = await walk({});
  }, 120_000);

  test('is all that has a way to it, forms of every kind among it, and nothing that is refused', () => {
    expect(all.refused).toEqual([]);
    expect(all.requests.size).toBeGreaterThan(50);
    expect([...all.requests]).toEqual(
      expect.arrayContaining([
        'GET /staff/new',
        'GET /settings/stages/change',
        'GET /contacts/:id/change',
        'GET /lists',
      ]),
    );
  });

  test.each(everybody)(
    'is what %s is led to as far as they may, and not a page further',
    async (_, of) => {
      const { refused, forms, requests } = await walk(of());
      expect(refused).toEqual([]);
      if (of().role === 'viewer') expect(forms).toEqual([]);
      const theirs = [...all.requests].filter((request) => mayOpen(of(), request));
      expect(theirs.filter((request) => !requests.has(request))).toEqual([]);
    },
    120_000,
  );
});
