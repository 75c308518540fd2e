import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addContact } from '../../../../functions/web/moves/add-contact.ts';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { listContacts } from '../../../../shared/store/lists.ts';
import { atTheDesk, caseId, deskOf, typedCase } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

describe('adding a contact', () => {
  const input = {
    kind: 'person' as const,
    name: 'Bill Hay',
    post: 'Chief inspector',
    email: 'bill@force.example',
  };

  test('makes somebody who can be mailed, and says who added them', async () => {
    const table = await tables.newTable();
    const bill = accepted(await addContact(deskOf(table), input));
    expect(bill).toEqual({ ...input, id: bill.id, status: 'active', delivery: 'ok', version: 1 });
    expect(await listContacts(table)).toEqual([bill]);
    expect(await wholeTable(table)).toContainEqual(expect.stringContaining('"move":"add-contact"'));
  });

  test('with a manager who is not there is refused at that box, and changes nothing', async () => {
    const table = await tables.newTable();
    const refused = await addContact(deskOf(table), { ...input, managerId: 'nobody' });
    expect(refused).toMatchObject({ refused: 'unknown-contact', field: 'managerId' });
    expect(await wholeTable(table)).toEqual([]);
  });
});

describe('recording a case', () => {
  test('keeps it, its page beside it, and one event', async () => {
    const table = await tables.newTable();
    const input = typedCase({ keptPage: 'The page' });
    const learningCase = accepted(await recordCase(deskOf(table), input));
    expect(await readCaseFile(table, caseId)).toEqual({
      learningCase,
      keptPage: 'The page',
      recommendations: [],
      events: [expect.objectContaining({ move: 'record-case', by: 'liaison', caseId, changes: [] })],
    });
  });

  test.each([
    ['made tomorrow', { madeOn: asDay('2020-11-21') }, 'made-in-the-future'],
    ['due before it was made', { publishedDueOn: asDay('2020-09-28') }, 'due-before-made'],
  ])('%s is refused and changes nothing', async (_, of, code) => {
    const table = await tables.newTable();
    expect(await recordCase(deskOf(table), typedCase(of))).toMatchObject({ refused: code });
    expect(await wholeTable(table)).toEqual([]);
  });

  test('a second time, however the reference is written, is refused by its reference and changes nothing', async () => {
    const table = await tables.newTable();
    await recordCase(deskOf(table), typedCase());
    const before = await wholeTable(table);
    const again = await recordCase(deskOf(table), typedCase({ reference: '2019 / 127918', keptPage: 'x' }));
    expect(again).toMatchObject({
      refused: 'already-recorded',
      message: 'A case with the reference 2019 / 127918 has already been recorded',
      field: 'reference',
    });
    expect(await wholeTable(table)).toEqual(before);
  });

  test('twice at once records it once', async () => {
    const table = await tables.newTable();
    const results = await Promise.all([1, 2, 3].map(() => recordCase(deskOf(table), typedCase())));
    expect(results.filter((each) => 'refused' in each)).toHaveLength(2);
    expect((await readCaseFile(table, caseId))?.events).toHaveLength(1);
  });
});

describe('recording a recommendation', () => {
  const text = 'Review how searches are authorised.';

  test('starts its duty to respond, addressed to the body of the case unless another is named', async () => {
    const table = await tables.newTable();
    const desk = await atTheDesk(table);
    await recordRecommendation(desk, caseId, { text, addressee: 'Kent Police' });
    const file = await readCaseFile(table, caseId);
    expect(file?.recommendations.map(({ recommendation }) => recommendation.addressee)).toEqual([
      'Essex Police',
      'Kent Police',
    ]);
    expect(file?.recommendations.map(({ deadlines }) => deadlines)).toMatchObject([
      [{ kind: 'response', dueOn: '2020-11-23', lateAfterOn: '2020-11-24', ownerId: 'anna', state: 'open' }],
      [{ kind: 'response', dueOn: '2020-11-23', nextActionOn: '2020-11-20' }],
    ]);
    expect(file?.learningCase.version).toBe(3);
  });

  test('several at once get a number each, in some order, and none is lost', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const table = await tables.newTable();
      const desk = deskOf(table);
      await recordCase(desk, typedCase());
      const results = await Promise.all(
        ['first', 'second', 'third'].map((words) => recordRecommendation(desk, caseId, { text: words })),
      );
      expect(results.map((each) => accepted(each).number).sort()).toEqual([1, 2, 3]);
      const file = await readCaseFile(table, caseId);
      expect(file?.recommendations.map(({ recommendation }) => recommendation.text).sort()).toEqual([
        'first',
        'second',
        'third',
      ]);
    }
  });

  test.each([
    ['a case that is not there', 'no-case', {}, { refused: 'unknown-case' }],
    [
      'an owner who is not there',
      caseId,
      { ownerId: 'nobody' },
      { refused: 'unknown-contact', field: 'ownerId' },
    ],
    [
      'a board that is not there',
      caseId,
      { boardId: 'nothing' },
      { refused: 'no-such-board', field: 'boardId' },
    ],
    [
      'an owner who has left',
      caseId,
      { ownerId: 'lee' },
      { refused: 'has-left', message: 'Lee Reed has left: choose somebody else', field: 'ownerId' },
    ],
  ])('with %s is refused and changes nothing', async (_, of, input, refusal) => {
    const table = await tables.newTable();
    const desk = await atTheDesk(table);
    await contacts(table, sampleContact('lee', { status: 'departed' }));
    const before = await wholeTable(table);
    expect(await recordRecommendation(desk, of, { text, ...input })).toMatchObject(refusal);
    expect(await wholeTable(table)).toEqual(before);
  });

  test('of a source without a clock and without a published date is recorded with a duty that has no date', async () => {
    const table = await tables.newTable();
    const desk = deskOf(table);
    await recordCase(desk, typedCase({ legalBasis: 'quick-time-learning', publishedDueOn: undefined }));
    await recordRecommendation(desk, caseId, { text });
    const file = await readCaseFile(table, caseId);
    expect(file?.recommendations[0]?.deadlines).toMatchObject([{ dueOn: null, state: 'open' }]);
  });
});
