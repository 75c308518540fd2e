import { describe, expect, test } from 'vitest';
import type { Board } from '../../../shared/domain/board.ts';
import type { Commitment, CommitmentInput } from '../../../shared/domain/commitment.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { nextSequence, promisedDuties } from '../../../shared/domain/promised-duties.ts';
import {
  allowed,
  essexCase,
  essexRecommendation,
  promisedDuty,
  undatedDuty,
  withinThreeMonths,
} from './essex.ts';

const anchorOn = asDay('2021-02-15');
const learning: Board = {
  id: 'learning',
  name: 'the learning board',
  meetings: [asDay('2021-03-09'), asDay('2021-02-15')],
  version: 1,
};
const boards = new Map([['learning', learning]]);
const promised = (...promises: CommitmentInput['promise'][]) =>
  promisedDuties(
    {
      inputs: promises.map((promise) => ({ quote: 'we will', promise })),
      anchorOn,
      firstSequence: 3,
      confirmedBy: 'Lee',
      madeIn: 'update',
      boards,
    },
    essexRecommendation,
    essexCase,
    anchorOn,
  );

describe('promises that an update of 15 February 2021 makes', () => {
  test('are counted from it, with the numbers that go on', () => {
    const { commitments, deadlines } = allowed(
      promised({ kind: 'within', latest: 2, unit: 'month' }, { kind: 'none' }),
    );
    expect(commitments).toMatchObject([
      { sequence: 3, anchorOn: '2021-02-15', confirmedBy: 'Lee' },
      { sequence: 4, anchorOn: '2021-02-15' },
    ]);
    expect(deadlines).toMatchObject([
      { id: '2019-127918.1.update-3', dueOn: '2021-04-15' },
      {
        id: '2019-127918.1.update-4',
        dueOn: null,
        basis: 'we will',
        working: ['The update names no date, so the owner is asked for one'],
      },
    ]);
  });

  test('what is done already makes no duty; what waits for an event has none of its own date', () => {
    const { commitments, deadlines } = allowed(
      promised({ kind: 'completed' }, { kind: 'on-event', event: 'the new system goes live' }),
    );
    expect(commitments).toHaveLength(2);
    expect(deadlines).toMatchObject([
      {
        sequence: 4,
        dueOn: null,
        awaits: { event: 'the new system goes live' },
        working: ['The update names no date: it waits for “the new system goes live”'],
      },
    ]);
  });

  test('a board’s next meeting after it is the day; the meeting of the day itself is not after it', () => {
    const { deadlines } = allowed(
      promised({ kind: 'board-meeting', boardId: 'learning' }, { kind: 'board-meeting', boardId: 'other' }),
    );
    expect(deadlines).toMatchObject([
      {
        dueOn: '2021-03-09',
        awaits: { boardId: 'learning' },
        working: ['the next meeting of the learning board after 15 February 2021 is on 9 March 2021'],
      },
      { dueOn: null, awaits: { boardId: 'other' } },
    ]);
  });

  test('one that is refused says which and where', () => {
    expect(promised({ kind: 'none' }, { kind: 'by-date', dueOn: asDay('2021-02-14') })).toMatchObject({
      refused: 'promise-before-response',
      field: 'commitments.1.promise.dueOn',
    });
    const tooFar = { kind: 'within', latest: 1_200, unit: 'month' } as const;
    const last = asDay('2999-01-01');
    expect(
      promisedDuties(
        {
          inputs: [{ quote: 'we will', promise: tooFar }],
          anchorOn: last,
          firstSequence: 1,
          confirmedBy: 'Lee',
          boards,
        },
        essexRecommendation,
        essexCase,
        last,
      ),
    ).toMatchObject({ refused: 'invalid-date', field: 'commitments.0.promise.kind' });
  });
});

describe('the next number', () => {
  const commitment = { sequence: 1 } as Commitment;
  test.each([
    ['the first is 1', [], [], 1],
    ['after a promise', [commitment], [promisedDuty(withinThreeMonths)], 2],
    ['after a request for a date, which has a number too', [], [undatedDuty()], 2],
    ['after one that is done already, which has no duty', [{ ...commitment, sequence: 4 }], [], 5],
    ['a publication is no promise', [], [{ ...undatedDuty(), kind: 'publication' as const, sequence: 7 }], 1],
  ])('%s', (_, commitments, deadlines, expected) => {
    expect(nextSequence(commitments, deadlines)).toBe(expected);
  });
});
