import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { link } from '../../../../functions/web/moves/link.ts';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { unlink } from '../../../../functions/web/moves/unlink.ts';
import { withdraw } from '../../../../functions/web/moves/withdraw.ts';
import { type LinkInput, linkInput } from '../../../../shared/domain/link.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { listLinked } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedCase } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { accepted } from '../../../support/sample-records.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const other = '2020-000002';
const risk: LinkInput = { kind: 'risk', ref: 'R-1606' };
const sameAs = (ref: string): LinkInput => ({ kind: 'same-as', ref });

beforeEach(async () => {
  table = await tables.newTable();
  const desk = await atTheDesk(table);
  accepted(await recordCase(desk, typedCase({ reference: '2020/000002' })));
  accepted(await recordRecommendation(desk, other, { text: 'The same.', ownerId: 'anna' }));
});

const linksOf = async (id: string) =>
  (await readCaseFile(table, id))!.recommendations[0]!.links.map(({ kind, ref }) => [kind, ref]);
const linkedTo = async (input: LinkInput) =>
  (await listLinked(table, input)).map((each) => `${each.caseId}/${each.number}`);

describe('linking', () => {
  test('finds everything linked to one risk, whatever its capitals, and nothing of another', async () => {
    const desk = deskOf(table);
    accepted(await link(desk, caseId, 1, { kind: 'risk', ref: 'R-1606', note: 'Custody' }));
    accepted(await link(desk, other, 1, { kind: 'risk', ref: 'r-1606' }));
    accepted(await link(desk, other, 1, { kind: 'risk', ref: 'R-160' }));
    accepted(await link(desk, other, 1, { kind: 'action-plan', ref: 'R-1606' }));
    expect(await linkedTo({ kind: 'risk', ref: 'R-1606' })).toEqual([`${caseId}/1`, `${other}/1`]);
    expect(await linkedTo({ kind: 'action-plan', ref: 'r-1606' })).toEqual([`${other}/1`]);
    expect((await listLinked(table, { kind: 'risk', ref: 'R-1606' }))[0]).toMatchObject({
      ref: 'R-1606',
      note: 'Custody',
      on: '2020-11-20',
      by: 'liaison',
    });
  });

  test('to the same recommendation is stored and told on both sides', async () => {
    accepted(await link(deskOf(table), caseId, 1, sameAs(`${other}/1`)));
    expect(await linksOf(caseId)).toEqual([['same-as', `${other}/1`]]);
    expect(await linksOf(other)).toEqual([['same-as', `${caseId}/1`]]);
    const why = `${caseId}/1 and ${other}/1`;
    for (const id of [caseId, other]) {
      const { events } = (await readCaseFile(table, id))!;
      expect(events.find(({ move }) => move === 'link')).toMatchObject({ why, number: 1 });
    }
  });

  test('taken away it goes on both sides, stays in the record, and can be put back', async () => {
    const desk = deskOf(table);
    accepted(await link(desk, caseId, 1, sameAs(`${other}/1`)));
    accepted(await unlink(desk, other, 1, sameAs(`${caseId}/1`)));
    expect([await linksOf(caseId), await linksOf(other)]).toEqual([[], []]);
    expect(await linkedTo(sameAs(`${other}/1`))).toEqual([]);
    expect((await wholeTable(table)).filter((item) => item.includes('"sk":"REC#001#LINK#'))).toHaveLength(2);
    accepted(await link(desk, caseId, 1, sameAs(`${other}/1`)));
    expect([await linksOf(caseId), await linksOf(other)]).toEqual([
      [['same-as', `${other}/1`]],
      [['same-as', `${caseId}/1`]],
    ]);
  });

  test.each<[string, LinkInput, string]>([
    ['to itself', sameAs(`${caseId}/1`), 'itself'],
    ['to a case that is not there', sameAs('2020-000003/1'), 'no-other-recommendation'],
    ['to a number that is not there', sameAs(`${other}/2`), 'no-other-recommendation'],
    ['to no recommendation', sameAs('1606'), 'not-a-recommendation'],
    ['to what it is linked to', risk, 'already-linked'],
    ['to what it is linked to, in capitals', { ...risk, ref: 'r-1606' }, 'already-linked'],
  ])('%s is refused and changes nothing', async (_, input, code) => {
    accepted(await link(deskOf(table), caseId, 1, risk));
    const before = await wholeTable(table);
    expect(await link(deskOf(table), caseId, 1, input)).toMatchObject({ refused: code, field: 'ref' });
    expect(await wholeTable(table)).toEqual(before);
  });

  test('to what was withdrawn is refused; what is linked to it can be taken away', async () => {
    const desk = deskOf(table);
    accepted(await link(desk, caseId, 1, sameAs(`${other}/1`)));
    accepted(await withdraw(desk, other, 1, { why: 'Made by mistake.' }));
    accepted(await unlink(desk, caseId, 1, sameAs(`${other}/1`)));
    expect(await link(desk, caseId, 1, sameAs(`${other}/1`))).toMatchObject({ refused: 'other-withdrawn' });
    expect(await unlink(desk, caseId, 1, sameAs(`${other}/1`))).toMatchObject({ refused: 'unknown-link' });
  });

  test('from both sides at once is linked once, and both sides have it', async () => {
    for (let turn = 0; turn < 6; turn++) {
      accepted(await recordRecommendation(deskOf(table), caseId, { text: `${turn}`, ownerId: 'anna' }));
      const number = turn + 2;
      const results = await Promise.all([
        link(deskOf(table), caseId, number, sameAs(`${other}/1`)),
        link(deskOf(table), other, 1, sameAs(`${caseId}/${number}`)),
      ]);
      expect(results.filter(isRefusal).map(({ refused }) => refused)).toEqual(['already-linked']);
    }
    expect(await linksOf(other)).toHaveLength(6);
  });

  test.each(['', ' ', '#1606', '../1606', 'a\nb', 'x'.repeat(81)])('the reference %j is refused', (ref) => {
    expect(linkInput.safeParse({ kind: 'risk', ref }).success).toBe(false);
  });
});
