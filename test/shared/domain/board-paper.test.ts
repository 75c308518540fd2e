import { describe, expect, test } from 'vitest';
import { boardPaper, paperFigures } from '../../../shared/domain/board-paper.ts';
import { asDay, type Day } from '../../../shared/domain/day.ts';
import { rowWith, toRespond, toUpdate } from '../../support/board-rows.ts';
import { essexCase, essexRecommendation, promisedDuty, responseDuty, withinThreeMonths } from './essex.ts';
import { keptOf } from './told.ts';

const d = asDay;
const board = { meetings: ['2020-09-03', '2020-12-03', '2021-03-04', '2021-06-03'].map(d) };
const closed = (on: string) =>
  rowWith([toRespond({ state: 'met', metOn: '2020-11-20' })], { closed: { on: d(on) } });

describe('the figures of a paper', () => {
  const rows = [rowWith([toUpdate()]), closed('2020-12-04'), closed('2020-11-04')];
  const asked: Day[] = [];
  const rowsAt = (on: Day) => {
    asked.push(on);
    return [closed('2020-09-03'), closed('2020-09-04'), closed('2020-12-03')];
  };
  const figures = () => paperFigures({ board, rows, rowsAt }, d('2021-03-04'));

  test('are counted as at its day, since the last meeting', () => {
    expect(figures().period.since).toEqual({ on: '2020-12-03', meeting: true });
    expect(figures().figures).toMatchObject({ recommendations: 3, open: 1, lapsed: 1, closedSince: 1 });
  });

  test('stand beside those as at the last meeting, since the one before it', () => {
    asked.length = 0;
    const { before } = figures();
    expect(asked).toEqual(['2020-12-03']);
    expect(before).toMatchObject({ on: '2020-12-03', since: '2020-09-03' });
    expect(before!.figures).toMatchObject({ recommendations: 3, open: 0, closedSince: 2 });
  });

  test('stand alone where there was no meeting, or nothing can look back', () => {
    asked.length = 0;
    expect(paperFigures({ board: undefined, rows, rowsAt }, d('2021-03-04')).before).toBeUndefined();
    expect(paperFigures({ board, rows, rowsAt: undefined }, d('2021-03-04')).before).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

describe('a paper', () => {
  const answered = { ...responseDuty(), state: 'met' as const, metOn: d('2020-11-20') };
  const promise = promisedDuty(withinThreeMonths);
  const link = { kind: 'risk' as const, ref: '1606', on: d('2020-12-01'), by: 'Lee', version: 1 };
  const kept = (number: number, dueOn: string, of: object = {}) => ({
    learningCase: essexCase,
    kept: {
      ...keptOf({
        recommendation: { ...essexRecommendation, number, ...of, acceptance: 'accepted' },
        deadlines: [answered, { ...promise, dueOn: d(dueOn), lateAfterOn: d(dueOn) }],
        links: [{ ...link, caseId: essexCase.id, number }],
      }),
      told: [],
    },
  });
  const asked: Day[] = [];
  const recall = (on: Day) => {
    asked.push(on);
    return [
      kept(1, '2021-05-20'),
      kept(2, '2021-02-20', { ownerId: undefined }),
      kept(3, '2021-06-04'),
      kept(4, '2021-05-20', { withdrawn: { on: d('2021-01-15'), by: 'Kim', why: 'Made twice' } }),
    ];
  };
  const troubleOf = (id: string | undefined) => (id ? undefined : 'Nobody owns it');
  const paperOf = () => boardPaper({ board, recall, personOf: () => undefined, troubleOf }, d('2021-03-04'));
  const numbers = (of: readonly { row: { number: number } }[]) => of.map(({ row }) => row.number);

  test('has every recommendation as it stood on its day, and looks back to the last meeting', () => {
    asked.length = 0;
    const paper = paperOf();
    expect(asked).toEqual(['2021-03-04', '2020-12-03']);
    expect(paper.asAt).toBe('2021-03-04');
    expect(paper.rows.map(({ number, reference }) => [number, reference])).toEqual(
      [1, 2, 3, 4].map((number) => [number, '2019/127918']),
    );
    expect(paper.before!.figures).toMatchObject({ recommendations: 4 });
  });

  test('groups them, with what has happened to each', () => {
    const { attention, rest, ended } = paperOf().groups;
    expect([attention, rest, ended].map(numbers)).toEqual([[2], [1, 3], [4]]);
    expect(ended[0]!.history).toEqual([{ on: '2021-01-15', says: 'Withdrawn: Made twice.' }]);
  });

  test('tells of risks, of what comes and of what is asked for what is open alone', () => {
    const paper = paperOf();
    expect(paper.risks.register.map(({ ref, rows }) => [ref, rows.map(({ number }) => number)])).toEqual([
      ['1606', [2, 1, 3]],
    ]);
    expect(numbers(paper.risks.unreachable)).toEqual([2]);
    expect(paper.coming.map(({ on, row }) => [on, row.number])).toEqual([['2021-05-20', 1]]);
    expect(paper.asks.map(({ says }) => says)).toEqual([
      'note the figures in section 4 and the 3 open recommendations in section 5',
      'note that what was promised on 1 recommendation has lapsed, and ask when it will be done',
      'name somebody who can be reminded of 1 recommendation, because nobody can be now',
    ]);
  });
});
