import { describe, expect, test } from 'vitest';
import { figureGroups, shareInWords } from '../../../shared/domain/board-figure-words.ts';
import { figuresOf } from '../../../shared/domain/board-figures.ts';
import { asDay } from '../../../shared/domain/day.ts';
import type { Row } from '../../../shared/domain/row.ts';
import { rowWith, toRespond, toUpdate } from '../../support/board-rows.ts';

const figures = (rows: Row[], day = '2021-03-04', since = '2020-12-03') =>
  figuresOf(rows, asDay(day), asDay(since));
const answered = toRespond({ state: 'met', metOn: '2020-11-20' });
const closed = (on: string) =>
  rowWith([answered, toUpdate({ state: 'met', metOn: '2021-02-01' })], { closed: { on } });

describe('the figures of a board', () => {
  test('count as open what is neither closed, withdrawn nor not accepted', () => {
    const rows = [
      rowWith([toRespond()]),
      rowWith([answered], { closure: { proposedOn: '2020-12-01', proposedBy: 'Jo' } }),
      closed('2021-01-15'),
      rowWith([answered], { withdrawn: { on: '2021-01-15', by: 'Jo', why: 'Twice' } }),
      rowWith([answered], { acceptance: 'not-accepted' }),
    ];
    expect(figures(rows)).toMatchObject({ recommendations: 5, open: 2, notAccepted: 1 });
  });

  test('count a response as overdue from the day after the later of its two days', () => {
    const rows = [rowWith([toRespond()])];
    expect(figures(rows, '2020-11-24').overdue).toBe(0);
    expect(figures(rows, '2020-11-25').overdue).toBe(1);
  });

  test('count a promise as lapsed from the day after its day, also where closure is proposed', () => {
    const rows = [
      rowWith([answered, toUpdate()]),
      rowWith([answered, toUpdate()], { closure: { proposedOn: '2021-02-01', proposedBy: 'Jo' } }),
    ];
    expect(figures(rows, '2021-02-20')).toMatchObject({ lapsed: 0, overdue: 0 });
    expect(figures(rows, '2021-02-21')).toMatchObject({ lapsed: 2, overdue: 0 });
  });

  test('count as closed since a meeting what was closed from the day after it up to the day of the paper', () => {
    const days = ['2020-12-03', '2020-12-04', '2021-03-04', '2021-03-05'];
    expect(figures(days.map(closed)).closedSince).toBe(2);
  });

  test('count how often dates were moved, all promises of a recommendation together', () => {
    const rows = [
      rowWith([answered, toUpdate()]),
      rowWith([answered, toUpdate({ moved: 1 })]),
      rowWith([answered, toUpdate({ moved: 1, state: 'met', metOn: '2021-01-01' }), toUpdate({ moved: 1 })]),
      rowWith([answered, toUpdate({ moved: 3 })], { closed: { on: '2021-01-15' } }),
    ];
    expect(figures(rows)).toMatchObject({ movedOnce: 1, movedMore: 1 });
  });

  test('put what is open into bands of age, by the anniversaries', () => {
    const rows = ['2019-03-03', '2019-03-04', '2020-03-03', '2020-03-04'].map((madeOn) =>
      rowWith([toRespond({ dueOn: null, lateAfterOn: null })], { madeOn }),
    );
    expect(figures(rows).ages).toEqual({ 'over-2-years': 1, 'over-1-year': 2, 'under-1-year': 1 });
  });

  test('count what waits for something without a date', () => {
    const rows = [rowWith([answered, toUpdate({ dueOn: null, lateAfterOn: null })]), rowWith([toRespond()])];
    expect(figures(rows, '2020-11-01').noDate).toBe(1);
  });
});

describe('responses given in time', () => {
  const share = (duty: Parameters<typeof toRespond>[0], day = '2021-03-04') =>
    figures([rowWith([toRespond(duty)])], day).answered;

  test('are those up to the later of the two days, of all that were given or are late', () => {
    expect(share({ state: 'met', metOn: '2020-11-24' })).toEqual({ of: 1, outOf: 1 });
    expect(share({ state: 'met', metOn: '2020-11-25' })).toEqual({ of: 0, outOf: 1 });
    expect(share({}, '2020-11-24')).toEqual({ of: 0, outOf: 0 });
    expect(share({}, '2020-11-25')).toEqual({ of: 0, outOf: 1 });
  });

  test('leave out promises, which have figures of their own', () => {
    const late = toUpdate({ state: 'met', metOn: '2021-02-21' });
    expect(figures([rowWith([answered, late, toUpdate()])]).answered).toEqual({ of: 1, outOf: 1 });
  });

  test('leave out what has no last day, is paused, or is no longer asked', () => {
    expect(share({ state: 'met', metOn: '2021-01-01', dueOn: null, lateAfterOn: null })).toEqual({
      of: 0,
      outOf: 0,
    });
    expect(share({ pausedOn: '2020-11-01' })).toEqual({ of: 0, outOf: 0 });
    expect(share({ state: 'ended' })).toEqual({ of: 0, outOf: 0 });
  });

  test('are said with both numbers, and 100% only where it is all', () => {
    expect(shareInWords({ of: 199, outOf: 200 })).toBe('199 of 200 (99%)');
    expect(shareInWords({ of: 2, outOf: 2 })).toBe('2 of 2 (100%)');
    expect(shareInWords({ of: 0, outOf: 0 })).toBe('none');
  });
});

describe('promises', () => {
  test('are kept in time or late, lapsed, running or without a day, each in one of these', () => {
    const rows = [
      rowWith([answered, toUpdate({ state: 'met', metOn: '2021-02-20' })]),
      rowWith([answered, toUpdate({ state: 'met', metOn: '2021-03-01', dueOn: null, lateAfterOn: null })]),
      rowWith([answered, toUpdate({ state: 'met', metOn: '2021-02-21', moved: 1 })]),
      rowWith([answered, toUpdate()]),
      rowWith([answered, toUpdate()]),
      rowWith([answered, toUpdate()]),
      ...['2021-03-04', '2021-03-05', '2021-06-01', '2021-06-02'].map((on) =>
        rowWith([answered, toUpdate({ dueOn: on, lateAfterOn: on })]),
      ),
      rowWith([answered, toUpdate({ dueOn: null, lateAfterOn: null })]),
      rowWith([answered, toUpdate({ state: 'ended' })]),
    ];
    expect(figures(rows).promises).toEqual({
      inTime: 2,
      late: 1,
      lapsed: 3,
      running: 4,
      undated: 1,
      moved: 1,
    });
  });

  test('are also dates that liaison staff set, which quote nobody', () => {
    const set = toUpdate({ dueOn: '2021-06-01', lateAfterOn: '2021-06-01', promise: undefined });
    expect(figures([rowWith([answered, set])]).promises).toMatchObject({ running: 1, undated: 0 });
  });

  test('are not what asks for a date where nothing was promised', () => {
    const asks = toUpdate({ dueOn: null, lateAfterOn: null, promise: undefined });
    expect(figures([rowWith([answered, asks])]).promises.undated).toBe(0);
  });
});

test('the figures stand under these headings, each by its name', () => {
  const since = { on: asDay('2020-12-03'), meeting: true };
  const groups = figureGroups({ period: { since, until: since }, before: undefined });
  expect(groups.map(({ heading, lines }) => [heading, ...lines.map(({ name }) => name)])).toEqual([
    [
      'Where they stand',
      'Open',
      'Overdue responses',
      'Lapsed promises',
      'Without a date',
      'Closed since the last meeting',
      'Not accepted',
    ],
    ['Dates moved', 'Moved once', 'Moved more than once'],
    ['Age', 'Over 2 years old', 'Over 1 year old', 'Up to 1 year old'],
    ['Responses', 'Given in time'],
    ['Promised updates', 'Kept in time', 'Kept late', 'Lapsed', 'Running', 'Promised without a day', 'Moved'],
  ]);
  expect(groups[0]!.lines[4]!.means).toBe('Closed after 3 December 2020 and not open again.');
});

test('every figure says in one sentence what it counts', () => {
  const since = { on: asDay('2020-12-03'), meeting: true };
  const period = { since, until: { on: asDay('2021-06-03'), meeting: true } };
  const lines = figureGroups({ period, before: undefined }).flatMap((group) => group.lines);
  for (const { means } of lines) expect(means).toMatch(/^[A-Z][^.]*\.$/);
  expect(lines.map(({ value }) => value(figures([rowWith([toRespond()])])))).toEqual([
    '1',
    '1',
    '0',
    '0',
    '0',
    '0',
    '0',
    '0',
    '0',
    '0',
    '1',
    '0 of 1 (0%)',
    '0',
    '0',
    '0',
    '0',
    '0',
    '0',
  ]);
  const before = { on: asDay('2020-12-03'), since: asDay('2020-09-03'), figures: figures([]) };
  const [stand] = figureGroups({ period, before });
  expect(stand!.lines[4]).toMatchObject({
    name: 'Closed since the last meeting',
    means:
      'Closed after 3 December 2020 and not open again; at the last meeting, closed after 3 September 2020.',
  });
  const without = { ...period, since: { ...since, meeting: false } };
  expect(figureGroups({ period: without, before: undefined })[0]!.lines[4]!.name).toBe(
    'Closed in the last 3 months',
  );
});
