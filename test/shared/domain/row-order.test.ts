import { describe, expect, test } from 'vitest';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import type { Row } from '../../../shared/domain/row.ts';
import { orders, type RowOrder } from '../../../shared/domain/row-filter.ts';
import { rowOnDay, timesMoved } from '../../../shared/domain/row-on-day.ts';
import { orderRows } from '../../../shared/domain/row-order.ts';
import { sampleDuty, sampleRow } from '../../support/sample-row.ts';

const d = asDay;
const today = d('2020-11-20');
const names = {
  owners: new Map([
    ['anna', 'Anna Reed'],
    ['bill', 'bill Abbot'],
  ]),
  boards: new Map([['learning', 'Learning board']]),
};
const due = (dueOn: string) => ({ duties: [sampleDuty({ dueOn: d(dueOn) })] });
const ordered = (order: RowOrder, ...rows: Row[]) =>
  orderRows(
    rows.map((row) => rowOnDay(row, today)),
    order,
    names,
  ).map(({ row }) => `${row.reference} ${row.number}`);

const lapsed = sampleRow({ reference: 'lapsed', ...due('2020-11-01') });
const lapsedLonger = sampleRow({ reference: 'lapsed-longer', ...due('2020-10-01') });
const soon = sampleRow({ reference: 'soon', ...due('2020-12-04') });
const running = sampleRow({ reference: 'running', ...due('2021-02-20') });
const undated = sampleRow({ reference: 'undated', duties: [sampleDuty({ dueOn: null })] });
const closed = sampleRow({ reference: 'closed', ...due('2020-10-01'), closed: { on: d('2020-11-01') } });

describe('the most urgent first', () => {
  test('goes by standing, then by the day it is due', () => {
    expect(ordered('urgent', closed, running, undated, soon, lapsed, lapsedLonger)).toEqual(
      ['lapsed-longer', 'lapsed', 'soon', 'undated', 'running', 'closed'].map((each) => `${each} 1`),
    );
    expect(ordered('urgent-back', running, closed, lapsed)).toEqual(['closed 1', 'running 1', 'lapsed 1']);
  });
});

describe('each order', () => {
  test('by date: what has none comes last either way', () => {
    expect(ordered('due', undated, running, lapsed, closed)).toEqual([
      'lapsed 1',
      'running 1',
      'closed 1',
      'undated 1',
    ]);
    expect(ordered('due-back', undated, lapsed, running)).toEqual(['running 1', 'lapsed 1', 'undated 1']);
  });

  test('by the day it was made: the latest first, and back', () => {
    const old = sampleRow({ reference: 'old', madeOn: d('2019-12-31') });
    const recent = sampleRow({ reference: 'recent', madeOn: d('2020-01-01') });
    expect(ordered('made', old, recent)).toEqual(['recent 1', 'old 1']);
    expect(ordered('made-back', recent, old)).toEqual(['old 1', 'recent 1']);
  });

  test('by the name of the owner, not by who they are in the records; nobody comes last either way', () => {
    const of = (ownerId: string | undefined, reference: string) => sampleRow({ ownerId, reference });
    const rows = [of(undefined, 'n'), of('bill', 'b'), of('anna', 'a')];
    expect(ordered('owner', ...rows)).toEqual(['a 1', 'b 1', 'n 1']);
    expect(ordered('owner-back', ...rows)).toEqual(['b 1', 'a 1', 'n 1']);
    expect(ordered('board', sampleRow(), sampleRow({ boardId: 'learning', number: 2 }))).toEqual([
      '2019/127918 2',
      '2019/127918 1',
    ]);
  });

  test('leaves no doubt: what is equal comes by reference and number, whichever way it runs', () => {
    const rows = [
      sampleRow({ number: 10 }),
      sampleRow({ number: 2 }),
      sampleRow({ reference: '2018/000001', caseId: '2018-000001' }),
    ];
    for (const order of Object.keys(orders) as RowOrder[]) {
      const expected =
        order === 'reference-back'
          ? ['2019/127918 2', '2019/127918 10', '2018/000001 1']
          : ['2018/000001 1', '2019/127918 2', '2019/127918 10'];
      expect(ordered(order, ...rows), order).toEqual(expected);
      expect(ordered(order, ...rows.toReversed()), order).toEqual(expected);
    }
  });
});

test('a name or a reference goes by its letters, and one that nobody knows any more comes last', () => {
  const of = (reference: string, boardId?: string) => sampleRow({ reference, boardId });
  expect(ordered('reference', of('b'), of('c'), of('a'))).toEqual(['a 1', 'b 1', 'c 1']);
  expect(ordered('reference-back', of('b'), of('c'), of('a'))).toEqual(['c 1', 'b 1', 'a 1']);
  expect(ordered('board-back', of('a', 'gone'), of('b', 'learning'), of('c'))).toEqual(['b 1', 'a 1', 'c 1']);
});

test('two cases of one reference come by the case, whatever their numbers', () => {
  const rows = [
    sampleRow({ caseId: '2019-127918-b', number: 1 }),
    sampleRow({ caseId: '2019-127918-a', number: 2 }),
  ];
  for (const given of [rows, rows.toReversed()])
    expect(ordered('due', ...given)).toEqual(['2019/127918 2', '2019/127918 1']);
});

test('by the most urgent, what has no date comes after what has one and stands as it does', () => {
  const paused = (reference: string, dueOn: string | null) =>
    sampleRow({
      reference,
      duties: [
        sampleDuty({ kind: 'response', pausedOn: d('2020-11-01'), dueOn: dueOn === null ? null : d(dueOn) }),
      ],
    });
  expect(ordered('urgent', paused('a', null), paused('b', '2021-01-01'))).toEqual(['b 1', 'a 1']);
});

test('what is closed or withdrawn waits for nothing', () => {
  const ended = (of: Partial<Row>) => rowOnDay(sampleRow({ ...due('2020-12-04'), ...of }), today).duty;
  expect(ended({})?.dueOn).toBe('2020-12-04');
  expect(ended({ closed: { on: d('2020-11-01') } })).toBeUndefined();
  expect(ended({ withdrawn: { on: d('2020-11-01'), by: 'Kim Lee', why: 'Made twice' } })).toBeUndefined();
});

test('of what is as urgent and due on one day, the first is shown; what has no date after what has one', () => {
  const paused = (sequence: number, dueOn: string | null) =>
    sampleDuty({ sequence, pausedOn: d('2020-11-01'), dueOn: dueOn === null ? null : d(dueOn) });
  const shown = (...duties: ReturnType<typeof paused>[]) =>
    rowOnDay(sampleRow({ duties }), today).duty?.sequence;
  expect(shown(paused(1, '2021-01-01'), paused(2, '2021-01-01'))).toBe(1);
  expect(shown(paused(1, null), paused(2, '2021-01-01'))).toBe(2);
  expect(shown(paused(1, '2021-01-01'), paused(2, null))).toBe(1);
  const lapsed = sampleDuty({ sequence: 3, dueOn: d('2020-11-19') });
  expect(shown(lapsed, paused(1, '2020-01-01'))).toBe(3);
});

test('a row was moved as often as that of its dates which was moved most, publication apart', () => {
  const duties = [
    sampleDuty({ moved: 1 }),
    sampleDuty({ sequence: 2, moved: 2 }),
    sampleDuty({ sequence: 3, moved: 0 }),
    sampleDuty({ kind: 'publication', moved: 3 }),
  ];
  expect(timesMoved(sampleRow({ duties }))).toBe(2);
  expect(timesMoved(sampleRow({ duties: [] }))).toBe(0);
});

test('of several duties the most urgent is shown, of those the first due, and of what is asked about only that', () => {
  const duties = [
    sampleDuty({ sequence: 1, dueOn: d('2021-06-01') }),
    sampleDuty({ sequence: 2, dueOn: null }),
    sampleDuty({ sequence: 3, dueOn: d('2020-11-19') }),
    sampleDuty({ sequence: 4, dueOn: d('2020-11-18') }),
    sampleDuty({ sequence: 5, dueOn: d('2020-01-01'), state: 'met' }),
    sampleDuty({ sequence: 6, dueOn: d('2020-01-01'), kind: 'publication' }),
  ];
  const row = sampleRow({ duties });
  expect(rowOnDay(row, today).duty?.sequence).toBe(4);
  expect(rowOnDay(row, today, ({ dueOn }) => dueOn !== null && dueOn > today).duty?.sequence).toBe(1);
  expect(rowOnDay({ ...row, duties: [] }, addDays(today, 1)).duty).toBeUndefined();
});
