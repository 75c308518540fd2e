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

  test('is known by its words among those of the list, too', () => {
    const unnumbered = (text: string) => sampleCells({ number: '', text });
    expect(fatesOf(lines(unnumbered('New.'), unnumbered('Other.'), unnumbered('Other.')))).toEqual([
      [2, 1, 'new'],
      [3, 2, 'new'],
      [4, 2, 'unchanged', 'The same as line 3'],
    ]);
  });

  test('follows what is recorded, whether or not the list says that again', () => {
    const second = sampleCells({ number: '2', text: 'Second.' });
    expect(fatesOf(lines(sampleCells(), second), awaiting)).toEqual([
      [2, 1, 'unchanged'],
      [3, 2, 'new'],
    ]);
    expect(fatesOf(lines(second), awaiting)).toEqual([[2, 2, 'new']]);
  });

  test('is the same as the first that said it, however often and in whatever order', () => {
    const [first, second, third] = lines(sampleCells(), sampleCells(), sampleCells());
    expect(fatesOf([third!, second!, first!])).toEqual([
      [2, 1, 'new'],
      [3, 1, 'unchanged', 'The same as line 2'],
      [4, 1, 'unchanged', 'The same as line 2'],
    ]);
  });

  test('that is refused is refused for one reason, and takes no place from the next', () => {
    const other = sampleCells({ title: 'Other', madeOn: '2020-09-30' });
    const why = 'Line 2 is about the same case and is different in the date made and the title';
    expect(fatesOf(lines(sampleCells(), other))).toEqual([
      [2, 1, 'new'],
      [3, 1, 'refused', why],
    ]);
    expect(fatesOf(lines(sampleCells(), { ...other, number: '2' }), awaiting)).toEqual([
      [2, 1, 'unchanged'],
      [3, 2, 'refused', why],
    ]);
    const second = sampleCells({ number: '2', text: 'Second.' });
    expect(fatesOf(lines(sampleCells(), { ...second, title: 'Other' }, second))).toEqual([
      [2, 1, 'new'],
      [3, 2, 'refused', 'Line 2 is about the same case and is different in the title'],
      [4, 2, 'new'],
    ]);
  });

  test('is refused for what its words do not show, where that keeps such a fate out', () => {
    const [entry] = lines(sampleCells());
    const weighed = (keepsOut: boolean, line = 2) =>
      weighLines([entry!], undefined, new Map([[line, [{ reason: 'Nobody', keepsOut: () => keepsOut }]]]));
    expect(weighed(true)).toMatchObject([{ kind: 'refused', reasons: ['Nobody'] }]);
    expect(weighed(false)).toMatchObject([{ kind: 'new', reasons: [] }]);
    expect(weighed(true, 3)).toMatchObject([{ kind: 'new', reasons: [] }]);
  });
});

describe('what a line says about acceptance without the date of the response', () => {
  const [entry] = lines(sampleCells());
  const notesOf = (says?: string, recorded?: Recorded) =>
    weighLines([{ ...entry!, says }], recorded).map(({ notes }) => notes);
  const note = 'The list says “Accepted” without the date of the response: record the response with its date';

  test('is noted while no response is recorded', () => {
    expect(notesOf('Accepted')).toEqual([[note]]);
    expect(notesOf('Accepted', awaiting)).toEqual([[note]]);
  });

  test('is nothing to note once one is, nor where it says nothing', () => {
    expect(notesOf('Accepted', answered)).toEqual([[]]);
    expect(notesOf(undefined, awaiting)).toEqual([[]]);
  });
});

describe('the words of a case, which are on each of its lines', () => {
  const second = { ...recommendation, number: 2, text: 'Second.' };
  const both: Recorded = {
    learningCase,
    recommendations: [
      ...awaiting.recommendations,
      { recommendation: second, response: undefined, commitments: [] },
    ],
  };
  const title = 'Other';
  const [one, two] = [sampleCells({ title }), sampleCells({ title, number: '2', text: 'Second.' })];
  const changes = 'Changes the case in the title';
  const addsOf = (entries: ListEntry[], problems?: Parameters<typeof weighLines>[2]) =>
    weighLines(entries, both, problems).map(({ kind, reasons, adds }) => ({ kind, reasons, adds }));

  test('are changed by the first of them alone', () => {
    expect(addsOf(lines(one, two))).toEqual([
      { kind: 'updated', reasons: [changes], adds: { response: false, caseWords: true } },
      { kind: 'unchanged', reasons: [], adds: { response: false, caseWords: false } },
    ]);
  });

  test('leave another to add what else it adds', () => {
    expect(addsOf(lines(one, { ...two, ...answeredCells }))).toEqual([
      { kind: 'updated', reasons: [changes], adds: { response: false, caseWords: true } },
      {
        kind: 'updated',
        reasons: ['Adds the response of 20 November 2020'],
        adds: { response: true, caseWords: false },
      },
    ]);
  });

  test('are changed by the second where the first is refused', () => {
    const refusing = (line: number) => new Map([[line, [{ reason: 'Nobody', keepsOut: () => true }]]]);
    expect(addsOf(lines(one, two), refusing(2))).toEqual([
      { kind: 'refused', reasons: [changes, 'Nobody'], adds: { response: false, caseWords: false } },
      { kind: 'updated', reasons: [changes], adds: { response: false, caseWords: true } },
    ]);
    expect(addsOf(lines(one, two), refusing(3))).toEqual([
      { kind: 'updated', reasons: [changes], adds: { response: false, caseWords: true } },
      { kind: 'refused', reasons: [changes, 'Nobody'], adds: { response: false, caseWords: false } },
    ]);
  });

  test('are not changed where they are the same', () => {
    expect(addsOf(lines(sampleCells()))).toEqual([
      { kind: 'unchanged', reasons: [], adds: { response: false, caseWords: false } },
    ]);
  });
});
