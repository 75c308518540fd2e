import { describe, expect, test } from 'vitest';
import type { Commitment } from '../../../shared/domain/commitment.ts';
import { asDay } from '../../../shared/domain/day.ts';
import {
  differencesFrom,
  differencesOf,
  fieldsInWords,
  type KnownRecommendation,
} from '../../../shared/domain/list-difference.ts';
import type { ListEntry } from '../../../shared/domain/list-entry.ts';
import { readList } from '../../../shared/extract/list/read-list.ts';
import { answeredCells, sampleCells, sampleList } from '../../support/sample-list.ts';
import { accepted, sampleCase, sampleRecommendation } from '../../support/sample-records.ts';

const entryOf = (...cells: Parameters<typeof sampleCells>): ListEntry =>
  accepted(readList(sampleList(sampleCells(...cells)))).groups.flat()[0]!;

const recommendation = sampleRecommendation(sampleCase(), { text: 'Essex Police should review searches.' });
const respondedOn = asDay('2020-11-20');
const promised = (quote: string, latest: number): Commitment => ({
  caseId: recommendation.caseId,
  number: 1,
  sequence: 1,
  quote,
  promise: { kind: 'within', latest, unit: 'month' },
  anchorOn: respondedOn,
  confirmedBy: 'Lena Moss',
  version: 1,
});
const answered: KnownRecommendation = {
  recommendation,
  response: {
    caseId: recommendation.caseId,
    number: 1,
    respondedOn,
    acceptance: 'accepted',
    text: 'We accept this recommendation.',
    representations: false,
    version: 1,
  },
  commitments: [promised('within 3 months', 3)],
};
const awaiting: KnownRecommendation = { recommendation, response: undefined, commitments: [] };

describe('a line and what is recorded of its recommendation', () => {
  test('differ in nothing where they say the same', () => {
    expect(differencesFrom(entryOf(), awaiting)).toEqual([]);
    expect(differencesFrom(entryOf(answeredCells), answered)).toEqual([]);
  });

  test('differ in nothing where one of them has no response', () => {
    expect(differencesFrom(entryOf(answeredCells), awaiting)).toEqual([]);
    expect(differencesFrom(entryOf(), answered)).toEqual([]);
  });

  test('differ in all that is different, at once', () => {
    const cells = { ...answeredCells, text: 'Other.', respondedOn: '2020-11-19', response: 'We do not.' };
    expect(differencesFrom(entryOf(cells), answered)).toEqual(['text', 'respondedOn', 'response']);
  });

  test.each([
    [{ addressee: 'Kent Police' }, 'addressee'],
    [{ priority: 'high' }, 'priority'],
    [{ theme: 'Custody' }, 'theme'],
    [{ ...answeredCells, reasons: 'It is done already.' }, 'reasons'],
  ])('differ where it says %j', (cells, field) => {
    expect(differencesFrom(entryOf(cells), answered)).toEqual([field]);
  });

  test('differ in being at rest only where the line says so and the record does not', () => {
    const closed = { on: asDay('2021-05-01'), by: 'Lena Moss', why: 'It is done' };
    const atRest = (of: object) => ({ ...awaiting, recommendation: { ...recommendation, ...of } });
    expect(differencesFrom({ ...entryOf(), closed }, awaiting)).toEqual(['closed']);
    expect(differencesFrom({ ...entryOf(), closed }, atRest({ closed }))).toEqual([]);
    expect(differencesFrom({ ...entryOf(), withdrawn: closed }, awaiting)).toEqual(['withdrawn']);
    expect(differencesFrom({ ...entryOf(), withdrawn: closed }, atRest({ withdrawn: closed }))).toEqual([]);
    expect(differencesFrom(entryOf(), atRest({ closed, withdrawn: closed }))).toEqual([]);
  });

  test('differ in their promises where any of the line’s is not recorded, by its words or by its date', () => {
    const known = (...commitments: Commitment[]) =>
      differencesFrom(entryOf(answeredCells), { ...answered, commitments });
    const [same, otherWords] = [promised('within 3 months', 3), promised('in a quarter', 3)];
    expect(known(otherWords, same)).toEqual([]);
    expect(known(otherWords)).toEqual(['promises']);
    expect(known(promised('within 3 months', 4))).toEqual(['promises']);
    const two = entryOf({
      ...answeredCells,
      promises: JSON.stringify([
        { quote: same.quote, promise: same.promise },
        { quote: otherWords.quote, promise: otherWords.promise },
      ]),
    });
    expect(differencesFrom(two, { ...answered, commitments: [same] })).toEqual(['promises']);
    expect(differencesFrom(two, { ...answered, commitments: [same, otherWords] })).toEqual([]);
  });
});

describe('a field', () => {
  test('differs where the line gives it and gives it differently', () => {
    const record = { title: 'Searches', topics: ['Custody'] };
    expect(differencesOf({ title: 'Other', topics: ['Custody'] }, record, ['title', 'topics'])).toEqual([
      'title',
    ]);
    expect(differencesOf({ title: 'Searches', topics: ['Dogs'] }, record, ['title', 'topics'])).toEqual([
      'topics',
    ]);
    expect(differencesOf({ title: 'Other' }, record, ['topics'])).toEqual([]);
  });

  test('does not differ where the line says nothing of it', () => {
    const record = { title: 'Searches', topics: ['Custody'] };
    expect(differencesOf({ title: undefined, topics: [] }, record, ['title', 'topics'])).toEqual([]);
    expect(differencesOf({}, record, ['title', 'topics'])).toEqual([]);
  });

  test('that only the line has is a difference', () => {
    expect(differencesOf({ summary: 'Abandoned calls.' }, {}, ['summary'])).toEqual(['summary']);
  });
});

test.each([
  [[], ''],
  [['title'], 'the title'],
  [['title', 'topics'], 'the title and the topics'],
  [['madeOn', 'linkedBodies', 'closed'], 'the date made, the linked bodies and whether it is closed'],
])('the fields %j in words', (fields, words) => {
  expect(fieldsInWords(fields)).toBe(words);
});
