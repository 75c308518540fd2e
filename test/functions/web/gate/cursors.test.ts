import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asDay } from '../../../../shared/domain/day.ts';
import { caseRowRecordOf, rowRecordOf } from '../../../../shared/store/rows.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { contacts, put } from '../../../support/recorded.ts';
import {
  sampleCase,
  sampleContact,
  sampleDeadline,
  sampleLine,
  sampleMail,
  sampleRecommendation,
} from '../../../support/sample-records.ts';
import { openStaffForm } from '../../../support/staff-form.ts';

/** More than one page of each list: 50 cases, 50 mails, 200 that need attention. */
const howMany = 205;
const nameOf = (n: number) => `2020-${String(n).padStart(4, '0')}`;
const all = Array.from({ length: howMany }, (_, n) => nameOf(n));

/**
 * Whose each is, so that the last of a page of the whole list is at times of the one and at times of the other: the cases and mails on places
 * 50, 100, 150 and 200 are 155 (Kent), 105, 55 and 5 (Kent); the 200th that needs attention is 199 (Essex).
 */
const isKents = (name: string) => all.indexOf(name) % 3 === 2;
const sides = {
  'Essex Police': all.filter((each) => !isKents(each)),
  'Kent Police': all.filter(isKents),
};

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  await contacts(table, sampleContact());
  for (let from = 0; from < howMany; from += 20) await Promise.all(all.slice(from, from + 20).map(live));
}, 120_000);
afterAll(() => tables.stop());

async function live(name: string): Promise<void> {
  const learningCase = sampleCase(name, { body: isKents(name) ? 'Kent Police' : 'Essex Police' });
  const recommendation = sampleRecommendation(learningCase);
  const deadline = sampleDeadline(recommendation, learningCase);
  const looked = { recommendation, deadlines: [deadline], proposals: [], links: [] };
  await put(table, 'case', learningCase);
  await put(table, 'recommendation', recommendation);
  await put(table, 'deadline', deadline);
  await put(table, 'case-row', caseRowRecordOf(learningCase, table.now()));
  await put(table, 'recommendation-row', rowRecordOf(looked, table.now()));
  await put(table, 'mail', sampleMail(`mail-${name}`, [sampleLine(deadline)]));
}

const as = (...bodies: string[]) =>
  openStaffForm(
    table,
    '2020-11-20',
    undefined,
    undefined,
    undefined,
    sampleStaff({ scope: { bodies, boards: [] } }),
  );

type Listed = { items: Item[]; next?: string };
type Item = { id: string; deadline: { caseId: string } };

const lists: [path: string, nameIn: (item: Item) => string, newestFirst: boolean][] = [
  ['/api/v1/cases?', (item) => item.id, true],
  ['/api/v1/mails?month=2020-10&', (item) => item.id.replace('mail-', ''), true],
  ['/api/v1/attention?', (item) => item.deadline.caseId, false],
];

/** Every page of a list, each from the cursor of the one before. */
async function pagesOf(path: string, ...bodies: string[]): Promise<Listed[]> {
  const form = as(...bodies);
  const pages: Listed[] = [];
  for (let next: string | undefined = ''; next !== undefined; next = pages.at(-1)!.next) {
    const answer = await form.request(`${path}cursor=${next}`);
    pages.push((await answer.json()) as Listed);
  }
  return pages;
}

const plain = (cursor: string) => Buffer.from(cursor, 'base64url').toString();

describe.each(Object.entries(sides))('who looks after %s', (body, theirs) => {
  const hidden = all.filter((each) => !theirs.includes(each));

  test.each(lists)(
    'reads all that is theirs of %s, once and in its order',
    async (path, nameIn, newestFirst) => {
      const read = (await pagesOf(path, body)).flatMap(({ items }) => items.map(nameIn));
      expect(read).toEqual(newestFirst ? theirs.toReversed() : theirs);
    },
  );

  test.each(lists)('finds in no cursor of %s what is hidden from them', async (path) => {
    const pages = await pagesOf(path, body);
    expect(pages.length).toBeGreaterThan(1);
    const cursors = pages.flatMap(({ next }) => (next === undefined ? [] : [plain(next)]));
    expect(cursors.filter((each) => hidden.some((name) => each.includes(name)))).toEqual([]);
    expect(cursors.filter((each) => !theirs.some((name) => each.includes(name)))).toEqual([]);
  });

  test.each(lists)('is led from %s to no page without anything', async (path) => {
    expect((await pagesOf(path, body)).filter(({ items }) => items.length === 0)).toEqual([]);
  });

  test.each(['/cases', '/mails?month=2020-10'])('finds in no link of %s what is hidden', async (path) => {
    const { elements } = await as(body).get(path);
    const [cursor] = elements.flatMap(
      ({ attributes }) => /cursor=([\w-]+)/.exec(attributes.href ?? '')?.[1] ?? [],
    );
    expect(theirs.some((name) => plain(cursor!).includes(name))).toBe(true);
    expect(hidden.some((name) => plain(cursor!).includes(name))).toBe(false);
  });
});

test.each(lists)('who sees everything reads all of %s', async (path, nameIn, newestFirst) => {
  const read = (await pagesOf(path)).flatMap(({ items }) => items.map(nameIn));
  expect(read).toEqual(newestFirst ? all.toReversed() : all);
});

test('who sees one case among many is not led on from it', async () => {
  const learningCase = sampleCase('2019/1', { body: 'Surrey Police', madeOn: asDay('2020-09-30') });
  await put(table, 'case', learningCase);
  expect(await pagesOf('/api/v1/cases?', 'Surrey Police')).toMatchObject([{ items: [{ id: '2019-1' }] }]);
});
