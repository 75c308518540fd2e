import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordForSeveral } from '../../../../functions/web/moves/record-for-several.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import {
  type SharedRecommendationInput,
  sharedRecommendationInput,
} from '../../../../shared/domain/recommendation.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { listExceptions } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { accepted } from '../../../support/sample-records.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await atTheDesk(table);
});

const typed = (recipients: object[]): SharedRecommendationInput =>
  sharedRecommendationInput.parse({ text: 'Review the form.', theme: 'Custody', recipients });
const force = (index: number) => `Force ${String(index).padStart(2, '0')}`;
const forces = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ addressee: force(index + 1) }));
const entries = async () => (await readCaseFile(table, caseId))!.recommendations;

describe('one recommendation made to several bodies', () => {
  test('is one for each, with its own number, owner and deadline, and of one group', async () => {
    const recipients = [{ addressee: 'Kent Police', ownerId: 'anna' }, { addressee: 'Essex Police' }];
    accepted(await recordForSeveral(deskOf(table), caseId, typed(recipients)));
    const [, ...made] = await entries();
    expect(made.map(({ recommendation }) => recommendation)).toMatchObject([
      { number: 2, addressee: 'Kent Police', ownerId: 'anna', theme: 'Custody', group: '2019-127918.2' },
      { number: 3, addressee: 'Essex Police', group: '2019-127918.2' },
    ]);
    expect(made.map(({ deadlines }) => deadlines)).toMatchObject([
      [{ id: '2019-127918.2.response-1', dueOn: '2020-11-23', ownerId: 'anna' }],
      [{ id: '2019-127918.3.response-1', dueOn: '2020-11-23' }],
    ]);
    expect((await listExceptions(table)).map(({ id }) => id)).toEqual(['no-owner-2019-127918.3']);
    accepted(await recordResponse(deskOf(table), caseId, 2, typedResponse()));
    expect((await entries()).map(({ response }) => Boolean(response))).toEqual([false, true, false]);
  });

  test.each([1, 16, 17, 32, 50])('is recorded whole for %i bodies that nobody owns', async (count) => {
    const made = accepted(await recordForSeveral(deskOf(table), caseId, typed(forces(count))));
    expect(made.map(({ addressee }) => addressee)).toEqual(forces(count).map(({ addressee }) => addressee));
    const all = (await entries()).slice(1).map(({ recommendation }) => recommendation);
    expect(all.map(({ number }) => number)).toEqual(made.map((_, index) => index + 2));
    expect(new Set(all.map(({ group }) => group))).toEqual(new Set(['2019-127918.2']));
    expect(await listExceptions(table)).toHaveLength(count);
  });

  test('recorded again is refused; with a body more, only that one is added to the group', async () => {
    accepted(await recordForSeveral(deskOf(table), caseId, typed(forces(2))));
    const before = await wholeTable(table);
    expect(await recordForSeveral(deskOf(table), caseId, typed(forces(2)))).toMatchObject({
      refused: 'already-recorded',
    });
    expect(await wholeTable(table)).toEqual(before);
    const more = accepted(await recordForSeveral(deskOf(table), caseId, typed(forces(3))));
    expect(more).toMatchObject([{ number: 4, addressee: 'Force 03', group: '2019-127918.2' }]);
  });

  test('twice at once, with another recommendation between: each body once, each number once', async () => {
    const results = await Promise.all([
      recordForSeveral(deskOf(table), caseId, typed(forces(40))),
      recordForSeveral(deskOf(table), caseId, typed(forces(40))),
      recordRecommendation(deskOf(table), caseId, { text: 'Another.', ownerId: 'anna' }),
    ]);
    const codes = results.filter(isRefusal).map(({ refused }) => refused);
    expect(['already-recorded', 'changed-meanwhile', undefined]).toContain(codes[0]);
    const all = (await entries()).map(({ recommendation }) => recommendation);
    expect(new Set(all.map(({ number }) => number)).size).toBe(42);
    expect(new Set(all.filter(({ group }) => group).map(({ addressee }) => addressee)).size).toBe(40);
  });

  test.each([
    ['nobody', [], 'Enter at least one body'],
    ['51 bodies', forces(51), 'Enter 50 bodies or fewer'],
    ['a body twice', [{ addressee: 'Kent Police' }, { addressee: 'kent  police' }], 'Enter each body once'],
  ])('to %s is refused', (_, recipients, message) => {
    const parsed = sharedRecommendationInput.safeParse({ text: 'Review.', recipients });
    expect(parsed.error?.issues[0]?.message).toBe(message);
  });

  test('with an owner nobody knows is refused at that owner, and changes nothing', async () => {
    const before = await wholeTable(table);
    const recipients = [
      { addressee: 'Kent Police', ownerId: 'anna' },
      { addressee: 'Essex', ownerId: 'nobody' },
    ];
    expect(await recordForSeveral(deskOf(table), caseId, typed(recipients))).toMatchObject({
      refused: 'unknown-contact',
      field: 'recipients.1.ownerId',
    });
    expect(await wholeTable(table)).toEqual(before);
  });
});
