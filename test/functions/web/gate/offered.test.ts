import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffPerson } from '../../../../functions/web/gate/person.ts';
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

type Found = { refused: string[]; forms: string[]; seen: Set<string> };

/** Opens the first page and every page it leads to, and so on; each pattern of addresses under a few of its names. */
async function walk(of: Partial<StaffPerson>): Promise<Found> {
  const form = openStaffForm(table, today, undefined, undefined, undefined, sampleStaff(of));
  const found: Found = { refused: [], forms: [], seen: new Set(['/']) };
  for (const path of found.seen) {
    const { status, elements } = await form.get(path);
    if (status === 403) found.refused.push(path);
    for (const { tag, attributes } of elements) {
      if (tag === 'form' && attributes.method === 'post' && !attributes.action?.endsWith('/sign-out'))
        found.forms.push(`${path} ${attributes.action}`);
      const href = tag === 'a' ? attributes.href : undefined;
      if (href?.startsWith('/') && found.seen.size < 400) found.seen.add(href.split('#')[0]!);
    }
  }
  return found;
}

describe('whoever may not do something', () => {
  test.each<[string, () => Partial<StaffPerson>]>([
    ['a viewer', () => ({ role: 'viewer' })],
    ['a liaison officer', () => ({ role: 'liaison' })],
    ['a viewer of one body', () => ({ role: 'viewer', scope: { bodies: ['Essex Police'], boards: [] } })],
    [
      'a liaison officer of one board',
      () => ({ role: 'liaison', scope: { bodies: [], boards: [world.essex.board] } }),
    ],
    ['an administrator', () => ({})],
  ])(
    'is not led to it: %s',
    async (_, of) => {
      const { refused, forms, seen } = await walk(of());
      expect(seen.size).toBeGreaterThan(30);
      expect(refused).toEqual([]);
      if (of().role === 'viewer') expect(forms).toEqual([]);
    },
    120_000,
  );
});
