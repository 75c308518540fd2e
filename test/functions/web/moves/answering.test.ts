import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { recordUpdate } from '../../../../functions/web/moves/record-update.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse, within3Months } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { accepted } from '../../../support/sample-records.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const entryOf = async (table: Table) => (await readCaseFile(table, caseId))!.recommendations[0]!;

const in4To6Months = {
  quote: 'report progress back in 4-6mths',
  promise: { kind: 'between', earliest: 4, latest: 6, unit: 'month' },
};

describe('recording a response', () => {
  test('meets the duty to respond and makes a duty of each dated promise', async () => {
    const table = await tables.newTable();
    await atTheDesk(table, typedResponse({}, [within3Months, in4To6Months]));
    const { recommendation, response, commitments, deadlines } = await entryOf(table);
    expect(recommendation).toMatchObject({ acceptance: 'accepted', version: 2 });
    expect(recommendation.closure).toBeUndefined();
    expect(response?.respondedOn).toBe('2020-11-20');
    expect(commitments.map(({ confirmedBy, anchorOn }) => [confirmedBy, anchorOn])).toEqual([
      ['liaison', '2020-11-20'],
      ['liaison', '2020-11-20'],
    ]);
    expect(deadlines).toMatchObject([
      { kind: 'publication', dueOn: '2020-12-10', ownerId: 'liaison-team', state: 'open' },
      { kind: 'response', state: 'met', metOn: '2020-11-20', nextActionOn: null, version: 2 },
      { kind: 'update', sequence: 1, opensOn: null, dueOn: '2021-02-20', state: 'open' },
      { kind: 'update', sequence: 2, opensOn: '2021-03-20', dueOn: '2021-05-20', state: 'open' },
    ]);
  });

  test.each([
    [
      'accepts and promises nothing',
      typedResponse({}, []),
      [{ dueOn: null, sequence: 1, state: 'open' }],
      undefined,
    ],
    [
      'accepts without a date',
      typedResponse({}, [{ quote: 'in due course', promise: { kind: 'none' } }]),
      [{ dueOn: null, sequence: 1, state: 'open' }],
      undefined,
    ],
    [
      'promises two things without a date',
      typedResponse({}, [
        { quote: 'we will look at the policy', promise: { kind: 'none' } },
        { quote: 'and at the training', promise: { kind: 'none' } },
      ]),
      [
        { dueOn: null, sequence: 1, state: 'open' },
        { dueOn: null, sequence: 2, state: 'open' },
      ],
      undefined,
    ],
    [
      'promises one thing by a date and another without',
      typedResponse({}, [
        { quote: 'within 3 months', promise: { kind: 'within', latest: 3, unit: 'month' } },
        { quote: 'in due course', promise: { kind: 'none' } },
      ]),
      [
        { dueOn: '2021-02-20', sequence: 1, state: 'open' },
        { dueOn: null, sequence: 2, state: 'open' },
      ],
      undefined,
    ],
    [
      'says one thing is done and promises another without a date',
      typedResponse({}, [
        { quote: 'already done', promise: { kind: 'completed' } },
        { quote: 'in due course', promise: { kind: 'none' } },
      ]),
      [{ dueOn: null, sequence: 2, state: 'open' }],
      undefined,
    ],
    [
      'says all is done',
      typedResponse({}, [{ quote: 'already done', promise: { kind: 'completed' } }]),
      [],
      '2020-11-20',
    ],
    [
      'does not accept, with reasons',
      typedResponse({ acceptance: 'not-accepted', reasons: 'It is not ours.' }, []),
      [],
      undefined,
    ],
  ])('that %s leaves what is owed, and no more', async (_, response, owed, closureProposed) => {
    const table = await tables.newTable();
    await atTheDesk(table, response);
    const { recommendation, deadlines } = await entryOf(table);
    expect(deadlines.filter(({ kind }) => kind === 'update')).toMatchObject(owed);
    expect(recommendation.closure?.proposedOn).toBe(closureProposed);
  });

  test.each([
    ['before it was made', { respondedOn: asDay('2020-09-28') }, [], 'responded-before-made'],
    ['dated tomorrow', { respondedOn: asDay('2020-11-21') }, [], 'responded-in-the-future'],
    ['not accepting without reasons', { acceptance: 'not-accepted' as const }, [], 'reasons-missing'],
    [
      'with a promise that closes before it opens',
      {},
      [{ quote: 'x', promise: { kind: 'between', earliest: 6, latest: 4, unit: 'month' } }],
      'closes-before-it-opens',
    ],
  ])('%s is refused and changes nothing', async (_, of, promises, code) => {
    const table = await tables.newTable();
    const desk = await atTheDesk(table);
    const before = await wholeTable(table);
    expect(await recordResponse(desk, caseId, 1, typedResponse(of, promises))).toMatchObject({
      refused: code,
    });
    expect(await wholeTable(table)).toEqual(before);
  });

  test.each([
    ['no-case', 1, 'unknown-case'],
    [caseId, 2, 'unknown-recommendation'],
  ])('to %s number %i is refused and changes nothing', async (of, number, code) => {
    const table = await tables.newTable();
    const desk = await atTheDesk(table);
    const before = await wholeTable(table);
    expect(await recordResponse(desk, of, number, typedResponse())).toMatchObject({ refused: code });
    expect(await wholeTable(table)).toEqual(before);
  });

  test('a second time is refused and changes nothing', async () => {
    const table = await tables.newTable();
    const desk = await atTheDesk(table, typedResponse());
    const before = await wholeTable(table);
    const again = await recordResponse(desk, caseId, 1, typedResponse({ text: 'Another' }));
    expect(again).toMatchObject({ refused: 'already-responded' });
    expect(await wholeTable(table)).toEqual(before);
  });

  test('several at once: one is recorded, and the others are told that there is one', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const table = await tables.newTable();
      const desk = await atTheDesk(table);
      const words = ['one', 'two', 'three'];
      const results = await Promise.all(
        words.map((text) => recordResponse(desk, caseId, 1, typedResponse({ text }))),
      );
      const refused = results.filter(isRefusal).map((each) => each.refused);
      expect(refused).toEqual(['already-responded', 'already-responded']);
      const winner = words[results.findIndex((each) => !isRefusal(each))];
      expect((await entryOf(table)).response?.text).toBe(winner);
    }
  });
});

describe('recording an update', () => {
  const update = { receivedOn: asDay('2021-01-15'), text: 'Done.' };

  test('meets that promise; while another runs nothing is proposed, and with the last one closure is', async () => {
    const table = await tables.newTable();
    await atTheDesk(table, typedResponse({}, [within3Months, in4To6Months]));
    const desk = deskOf(table, '2021-01-15');
    accepted(await recordUpdate(desk, caseId, 1, 1, update));
    const half = await entryOf(table);
    expect(half.deadlines.map(({ state }) => state)).toEqual(['open', 'met', 'met', 'open']);
    expect(half.commitments.map(({ metOn }) => metOn)).toEqual(['2021-01-15', undefined]);
    expect(half.recommendation.closure).toBeUndefined();
    accepted(await recordUpdate(desk, caseId, 1, 2, update));
    expect((await entryOf(table)).recommendation.closure?.proposedOn).toBe('2021-01-15');
  });

  test('of both promises at once proposes closure, whichever comes last', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const table = await tables.newTable();
      await atTheDesk(table, typedResponse({}, [within3Months, in4To6Months]));
      const desk = deskOf(table, '2021-01-15');
      const results = await Promise.all([1, 2].map((each) => recordUpdate(desk, caseId, 1, each, update)));
      expect(results.filter(isRefusal)).toEqual([]);
      const { deadlines, recommendation } = await entryOf(table);
      expect(deadlines.map(({ state }) => state)).toEqual(['open', 'met', 'met', 'met']);
      expect(recommendation.closure?.proposedOn).toBe('2021-01-15');
    }
  });

  test.each([
    ['dated before the response', 1, { receivedOn: asDay('2020-11-19') }, 'received-before-response'],
    ['dated tomorrow', 1, { receivedOn: asDay('2021-01-16') }, 'received-in-the-future'],
    ['for a promise that was not made', 2, {}, 'unknown-promise'],
  ])('%s is refused and changes nothing', async (_, sequence, of, code) => {
    const table = await tables.newTable();
    await atTheDesk(table, typedResponse());
    const before = await wholeTable(table);
    const result = await recordUpdate(deskOf(table, '2021-01-15'), caseId, 1, sequence, { ...update, ...of });
    expect(result).toMatchObject({ refused: code });
    expect(await wholeTable(table)).toEqual(before);
  });

  test('on the day of the response and on the day it is recorded is in time', async () => {
    for (const receivedOn of [asDay('2020-11-20'), asDay('2021-01-15')]) {
      const table = await tables.newTable();
      await atTheDesk(table, typedResponse());
      accepted(await recordUpdate(deskOf(table, '2021-01-15'), caseId, 1, 1, { ...update, receivedOn }));
    }
  });

  test('twice, one after the other or at once, is recorded once and the other is told so', async () => {
    const table = await tables.newTable();
    await atTheDesk(table, typedResponse());
    const desk = deskOf(table, '2021-01-15');
    const results = await Promise.all([1, 2].map(() => recordUpdate(desk, caseId, 1, 1, update)));
    expect(results.filter(isRefusal).map((each) => each.refused)).toEqual(['already-met']);
    const before = await wholeTable(table);
    expect(await recordUpdate(desk, caseId, 1, 1, update)).toMatchObject({ refused: 'already-met' });
    expect(await wholeTable(table)).toEqual(before);
  });
});
