import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { ListEntry } from '../../../shared/domain/list-entry.ts';
import { type Recorded, weighLines } from '../../../shared/domain/list-fate.ts';
import { readList } from '../../../shared/extract/list/read-list.ts';
import { answeredCells, sampleCells, sampleList } from '../../support/sample-list.ts';
import { accepted, sampleCase, sampleRecommendation } from '../../support/sample-records.ts';

const lines = (...cells: Parameters<typeof sampleList>): ListEntry[] =>
  accepted(readList(sampleList(...cells))).groups.flat();
const fatesOf = (entries: ListEntry[], recorded?: Recorded) =>
  weighLines(entries, recorded).map(({ line, number, kind, reasons }) => [line, number, kind, ...reasons]);

const learningCase = sampleCase();
const recommendation = sampleRecommendation(learningCase, { text: 'Essex Police should review searches.' });
const response = {
  caseId: learningCase.id,
  number: 1,
  respondedOn: asDay('2020-11-20'),
  acceptance: 'accepted' as const,
  text: 'We accept this recommendation.',
  representations: false,
  version: 1,
};
const commitments = [
  {
    caseId: learningCase.id,
    number: 1,
    sequence: 1,
    quote: 'within 3 months',
    promise: { kind: 'within' as const, latest: 3, unit: 'month' as const },
    anchorOn: asDay('2020-11-20'),
    confirmedBy: 'liaison',
    version: 1,
  },
];
const awaiting: Recorded = {
  learningCase,
  recommendations: [{ recommendation, response: undefined, commitments: [] }],
};
const answered: Recorded = { learningCase, recommendations: [{ recommendation, response, commitments }] };

describe('a line of a list', () => {
  test('is new where nothing is recorded, and unchanged where all of it is', () => {
    expect(fatesOf(lines(sampleCells()))).toEqual([[2, 1, 'new']]);
    expect(fatesOf(lines(sampleCells()), awaiting)).toEqual([[2, 1, 'unchanged']]);
    expect(fatesOf(lines(sampleCells(answeredCells)), answered)).toEqual([[2, 1, 'unchanged']]);
  });

  test('is unchanged where it says less than is recorded', () =>
    expect(fatesOf(lines(sampleCells({ publishedDueOn: '' })), answered)).toEqual([[2, 1, 'unchanged']]));

  test('updates: a response that is not recorded, and words on which no duty hangs', () => {
    expect(fatesOf(lines(sampleCells(answeredCells)), awaiting)).toEqual([
      [2, 1, 'updated', 'Adds the response of 20 November 2020'],
    ]);
    expect(fatesOf(lines(sampleCells({ title: 'Other', topics: 'Custody' })), awaiting)).toEqual([
      [2, 1, 'updated', 'Changes the case in the title and the topics'],
    ]);
  });

  test.each([
    [{ madeOn: '2020-09-30' }, 'the date made'],
    [{ publishedDueOn: '2020-11-25' }, 'the published response date'],
    [{ body: 'Kent Police' }, 'the body'],
    [{ legalBasis: 'none' }, 'what it was made under'],
    [{ text: 'Something else.' }, 'the text of the recommendation'],
    [{ ...answeredCells, respondedOn: '2020-11-19' }, 'the date of the response'],
    [{ ...answeredCells, response: 'We do not.' }, 'the words of the response'],
    [{ ...answeredCells, promises: '[{"quote":"soon","promise":{"kind":"none"}}]' }, 'the promises'],
    [{ closedOn: '2021-05-01' }, 'whether it is closed'],
    [{ withdrawnOn: '2021-05-01' }, 'whether it is withdrawn'],
  ])('that differs where duties hang (%j) is refused', (cells, what) =>
    expect(fatesOf(lines(sampleCells(cells)), answered)).toEqual([
      [2, 1, 'refused', `What is recorded is different in ${what}: a list does not change that`],
    ]),
  );

  test('follows the one before it', () => {
    const third = sampleCells({ number: '3', text: 'Third.' });
    const second = sampleCells({ number: '2', text: 'Second.' });
    expect(fatesOf(lines(third, second), awaiting)).toEqual([
      [3, 2, 'new'],
      [2, 3, 'new'],
    ]);
    expect(fatesOf(lines(third), awaiting)).toEqual([
      [2, 3, 'refused', 'Recommendation 2 of this case is neither recorded nor taken in before it'],
    ]);
  });

  test('twice in a list is one; the same number for two things is refused', () => {
    expect(fatesOf(lines(sampleCells(), sampleCells()))).toEqual([
      [2, 1, 'new'],
      [3, 1, 'unchanged', 'The same as line 2'],
    ]);
    expect(fatesOf(lines(sampleCells(), sampleCells({ text: 'Other.' })))).toEqual([
      [2, 1, 'new'],
      [3, 1, 'refused', 'Line 2 is about the same recommendation and says something else'],
    ]);
  });

  test('about one case must say the same of it', () =>
    expect(fatesOf(lines(sampleCells(), sampleCells({ number: '2', title: 'Other' })))).toEqual([
      [2, 1, 'new'],
      [3, 2, 'refused', 'Line 2 is about the same case and is different in the title'],
    ]));

  test('without a number is known by its words', () => {
    const unnumbered = (text: string) => sampleCells({ number: '', text });
    const words = recommendation.text;
    expect(fatesOf(lines(unnumbered('New.'), unnumbered(words), unnumbered('New.')), awaiting)).toEqual([
      [2, 2, 'new'],
      [3, 1, 'unchanged'],
      [4, 2, 'unchanged', 'The same as line 2'],
    ]);
  });
});
