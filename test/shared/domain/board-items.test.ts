import { describe, expect, test } from 'vitest';
import { asksOf } from '../../../shared/domain/board-asks.ts';
import { comingUp } from '../../../shared/domain/board-coming.ts';
import { figuresOf } from '../../../shared/domain/board-figures.ts';
import { groupItems, itemOf } from '../../../shared/domain/board-items.ts';
import { meetingsHeld, paperPeriod } from '../../../shared/domain/board-period.ts';
import { risksOf } from '../../../shared/domain/board-risks.ts';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import type { Row } from '../../../shared/domain/row.ts';
import { rowWith, toRespond, toUpdate } from '../../support/board-rows.ts';

const day = asDay('2021-03-04');
const since = asDay('2020-12-03');
const answered = toRespond({ state: 'met', metOn: '2020-11-20' });
const promised = (dueOn: string | null, of: object = {}) => toUpdate({ dueOn, lateAfterOn: dueOn, ...of });
const items = (...rows: Row[]) => rows.map((row) => itemOf(row, [], day));
const numbers = (of: readonly { row: Row }[]) => of.map(({ row }) => row.number);

describe('the time a paper tells of', () => {
  const board = { meetings: ['2020-12-03', '2021-03-04', '2021-06-03'].map(asDay) };

  test('goes from the last meeting to the next, and on the day of one that one is neither', () => {
    expect(paperPeriod(board, asDay('2021-03-03'))).toEqual({
      since: { on: '2020-12-03', meeting: true },
      until: { on: '2021-03-04', meeting: true },
    });
    expect(paperPeriod(board, asDay('2021-03-04'))).toEqual({
      since: { on: '2020-12-03', meeting: true },
      until: { on: '2021-06-03', meeting: true },
    });
    expect(paperPeriod(board, asDay('2021-03-05')).since.on).toBe('2021-03-04');
  });

  test('is three months each way where no meeting is entered', () => {
    expect(paperPeriod(undefined, asDay('2021-05-31'))).toEqual({
      since: { on: '2021-02-28', meeting: false },
      until: { on: '2021-08-31', meeting: false },
    });
  });

  test('offers the meetings that have been, today’s as well, the latest first and not all of many', () => {
    expect(meetingsHeld(board, asDay('2021-03-04'))).toEqual(['2021-03-04', '2020-12-03']);
    expect(meetingsHeld(board, asDay('2021-03-03'))).toEqual(['2020-12-03']);
    const many = { meetings: Array.from({ length: 20 }, (_, n) => addDays(asDay('2020-01-01'), n)) };
    expect(meetingsHeld(many, day)).toHaveLength(6);
  });
});

describe('the lines of a paper', () => {
  test('begin with what needs the board: overdue, lapsed, moved more than once, over two years old', () => {
    const groups = groupItems(
      items(
        rowWith([answered, promised('2021-05-01')], { number: 1 }),
        rowWith([answered, promised('2021-05-01', { moved: 2 })], { number: 2 }),
        rowWith([answered, promised('2021-02-01')], { number: 3 }),
        rowWith([toRespond()], { number: 4 }),
        rowWith([answered, promised('2021-05-01', { moved: 1 })], { number: 5 }),
        rowWith([answered, promised('2021-06-01')], { number: 6, madeOn: '2019-03-03' }),
      ),
      { day, since },
    );
    expect(numbers(groups.attention)).toEqual([4, 3, 2, 6]);
    expect(numbers(groups.rest)).toEqual([1, 5]);
    expect(groups.attention.map(({ reasons }) => reasons.join('. '))).toEqual([
      'The response is overdue',
      'A promise has lapsed',
      'Its dates have been moved 2 times',
      'It is over 2 years old',
    ]);
  });

  test('end with what was closed or withdrawn since the last meeting, from the day after it', () => {
    const rest = (number: number, of: object) => rowWith([answered], { number, ...of });
    const withdrawn = (on: string) => ({ withdrawn: { on, by: 'Jo', why: 'Twice' } });
    const groups = groupItems(
      items(
        rest(1, { closed: { on: '2020-12-03' } }),
        rest(2, { closed: { on: '2020-12-04' } }),
        rest(3, withdrawn('2020-12-03')),
        rest(4, withdrawn('2021-03-04')),
        rest(5, { acceptance: 'not-accepted' }),
      ),
      { day, since },
    );
    expect(numbers(groups.ended)).toEqual([2, 4]);
    expect([groups.attention, groups.rest]).toEqual([[], []]);
  });

  test('stand by what falls due first, of what presses as much; those without a date last', () => {
    const groups = groupItems(
      items(
        rowWith([answered, promised('2021-06-02')], { number: 1 }),
        rowWith([answered, promised('2021-06-01')], { number: 2 }),
        rowWith([answered, promised('2021-06-01')], { number: 3, reference: '2018/1' }),
      ),
      { day, since },
    );
    expect(numbers(groups.rest)).toEqual([3, 2, 1]);
  });

  test('stand without a date after those with one, where they press as much', () => {
    const closure = { closure: { proposedOn: '2021-01-01', proposedBy: 'Jo' } };
    const groups = groupItems(
      items(
        rowWith([answered], { number: 1, ...closure }),
        rowWith([answered, promised('2021-06-01')], { number: 2, ...closure }),
        rowWith([answered, promised('2021-05-01')], { number: 3, ...closure }),
        rowWith([answered], { number: 4, ...closure, reference: '2018/1' }),
        rowWith([answered, promised('2021-03-05')], { number: 5 }),
      ),
      { day, since },
    );
    expect(numbers(groups.rest)).toEqual([5, 3, 2, 4, 1]);
  });

  test('that ended stand by their case and number', () => {
    const ended = (number: number, reference: string) =>
      rowWith([answered], { number, reference, closed: { on: '2021-01-15' } });
    const groups = groupItems(items(ended(2, '2019/2'), ended(1, '2019/2'), ended(3, '2019/1')), {
      day,
      since,
    });
    expect(numbers(groups.ended)).toEqual([3, 1, 2]);
  });

  test('that were withdrawn after the day of the paper, or on that of the last meeting, have not ended since', () => {
    const withdrawn = (on: string) => rowWith([answered], { withdrawn: { on, by: 'Jo', why: 'Twice' } });
    const ended = ['2020-12-03', '2020-12-04', '2021-03-04', '2021-03-05'].map(
      (on) => groupItems(items(withdrawn(on)), { day, since }).ended.length,
    );
    expect(ended).toEqual([0, 1, 1, 0]);
  });

  test('have no reasons once they are at rest', () => {
    const late = [toRespond(), promised('2021-02-01', { moved: 2 })];
    const [open, closed] = items(rowWith(late), rowWith(late, { closed: { on: '2021-01-15' } }));
    expect([open!.reasons.length, closed!.reasons.length]).toEqual([3, 0]);
    expect([open!.moved, closed!.moved]).toEqual([2, 2]);
  });

  test('have a colour by their dates, and amber while another date waits to be decided', () => {
    const [running, proposed] = items(
      rowWith([answered, promised('2021-06-01')]),
      rowWith([answered, promised('2021-06-01')], { dateProposed: true }),
    );
    expect([running!.rag, proposed!.rag]).toEqual(['green', 'amber']);
  });

  test('name the duty that falls due first, and none while it is paused', () => {
    const [two, paused] = items(
      rowWith([answered, promised('2021-06-01'), promised('2021-05-01'), promised(null)]),
      rowWith([toRespond({ pausedOn: '2020-11-01' })]),
    );
    expect([two!.due?.dueOn, paused!.due]).toEqual(['2021-05-01', undefined]);
  });
});

describe('what comes next', () => {
  test('is what opens or falls due from the day of the paper to the next meeting, both counted', () => {
    const coming = comingUp(
      items(
        rowWith([answered, promised('2021-03-03')], { number: 1 }),
        rowWith([answered, promised('2021-03-04')], { number: 2 }),
        rowWith([answered, promised('2021-06-03', { opensOn: '2021-04-03' })], { number: 3 }),
        rowWith([answered, promised('2021-06-04')], { number: 4 }),
        rowWith([toRespond({ dueOn: '2021-05-01', pausedOn: '2021-02-01' })], { number: 5 }),
        rowWith([toRespond({ dueOn: '2021-05-01', lateAfterOn: '2021-05-02' })], { number: 6 }),
      ),
      day,
      asDay('2021-06-03'),
    );
    expect(coming.map(({ on, row, says }) => `${on} ${row.number} ${says}`)).toEqual([
      '2021-03-04 2 Update promised: “We will do this within 3 months”',
      '2021-04-03 3 Window opens',
      '2021-05-01 6 Response due',
      '2021-06-03 3 Update promised: “We will do this within 3 months”',
    ]);
  });
});

test('what comes on one day comes in the order of the lines, and a window of one day does not open', () => {
  const due = (number: number, of: object = {}) =>
    rowWith([answered, promised('2021-05-01', of)], { number });
  const lines = items(
    due(3),
    due(1, { opensOn: '2021-05-01' }),
    due(2, { opensOn: '2021-04-01', promise: '' }),
  );
  const coming = comingUp(lines, day, asDay('2021-06-03'));
  expect(coming.map(({ on, row, says }) => `${on} ${row.number} ${says.slice(0, 15)}`)).toEqual([
    '2021-04-01 2 Window opens',
    '2021-05-01 3 Update promised',
    '2021-05-01 1 Update promised',
    '2021-05-01 2 Update promised',
  ]);
  expect(coming.at(-1)!.says).toBe('Update promised');
});

describe('the risks', () => {
  const linked = (number: number, ref: string) =>
    rowWith([answered, promised('2021-06-01')], {
      number,
      links: [
        { kind: 'risk', ref },
        { kind: 'action-plan', ref: '9' },
      ],
    });

  test('are entries of the register by their number, each with what is linked to it', () => {
    const { register } = risksOf(
      items(linked(1, '1907'), linked(2, 'R-1606'), linked(3, 'r-1606'), linked(4, '206')),
      () => undefined,
      day,
    );
    expect(register.map(({ ref, rows }) => [ref, rows.map(({ number }) => number)])).toEqual([
      ['206', [4]],
      ['1907', [1]],
      ['R-1606', [2, 3]],
    ]);
  });

  test('are also those whom nobody can remind, and what has no date', () => {
    const open = items(
      rowWith([answered, promised(null)], { number: 1 }),
      rowWith([toRespond()], { number: 2, ownerId: undefined }),
    );
    const { unreachable, noDate } = risksOf(open, (id) => (id ? undefined : 'Nobody owns it'), day);
    expect(unreachable.map(({ row, why }) => [row.number, why])).toEqual([[2, 'Nobody owns it']]);
    expect(noDate.map(({ number }) => number)).toEqual([1]);
  });
});

describe('what a board is asked', () => {
  const asks = (...rows: Row[]) => {
    const open = items(...rows);
    const risks = risksOf(open, (id) => (id ? undefined : 'Nobody owns it'), day);
    return asksOf(open, risks, figuresOf(rows, day, since), day);
  };

  test('is to note that nothing is open, where nothing is', () => {
    expect(asks()).toEqual([{ says: 'note that no recommendation is open', about: [] }]);
  });

  test('is nothing more than to note, where all is well', () => {
    expect(asks(rowWith([answered, promised('2021-06-01')]))).toEqual([
      { says: 'note the figures in section 4 and the 1 open recommendation in section 5', about: [] },
    ]);
  });

  test('is one thing for each kind of trouble, with the recommendations it is about', () => {
    const rows = [
      rowWith([toRespond()], { number: 1, ownerId: undefined }),
      rowWith([answered, promised('2021-02-01')], { number: 2 }),
      rowWith([answered, promised(null)], { number: 3, dateProposed: true }),
      rowWith([answered, promised(null)], { number: 4 }),
      rowWith([answered, promised('2021-06-01', { moved: 2 })], { number: 5 }),
      rowWith([answered], { number: 6, closure: { proposedOn: '2021-01-01', proposedBy: 'Jo' } }),
    ];
    expect(asks(...rows).map(({ says, about }) => `${says}: ${about.map(({ number }) => number)}`)).toEqual([
      'note the figures in section 4 and the 6 open recommendations in section 5: ',
      'note that 1 response is overdue, and ask for it: 1',
      'note that what was promised on 1 recommendation has lapsed, and ask when it will be done: 2',
      'say whether 1 recommendation that is proposed for closure can be closed: 6',
      'decide on another date that is proposed for 1 recommendation: 3',
      'agree dates for 2 recommendations that have none: 3,4',
      'name somebody who can be reminded of 1 recommendation, because nobody can be now: 1',
      'ask why the dates of 1 recommendation have been moved more than once, and whether they hold now: 5',
    ]);
  });

  test('is asked of several together', () => {
    const two = (of: (number: number) => Row) => [of(1), of(2)];
    const rows = [
      ...two((number) => rowWith([toRespond()], { number, ownerId: undefined })),
      ...two((number) => rowWith([answered, promised('2021-02-01')], { number })),
      ...two((number) => rowWith([answered, promised(null)], { number, dateProposed: true })),
      ...two((number) => rowWith([answered, promised('2021-06-01', { moved: 2 })], { number })),
      rowWith([answered, promised('2021-06-01', { moved: 1 })], { number: 3 }),
      ...two((number) =>
        rowWith([answered], { number, closure: { proposedOn: '2021-01-01', proposedBy: 'Jo' } }),
      ),
    ];
    expect(asks(...rows).map(({ says, about }) => `${says}: ${about.map(({ number }) => number)}`)).toEqual([
      'note the figures in section 4 and the 11 open recommendations in section 5: ',
      'note that 2 responses are overdue, and ask for them: 1,2',
      'note that what was promised on 2 recommendations has lapsed, and ask when it will be done: 1,2',
      'say whether 2 recommendations that are proposed for closure can be closed: 1,2',
      'decide on other dates that are proposed for 2 recommendations: 1,2',
      'agree dates for 2 recommendations that have none: 1,2',
      'name people who can be reminded of 2 recommendations, because nobody can be now: 1,2',
      'ask why the dates of 2 recommendations have been moved more than once, and whether they hold now: 1,2',
    ]);
  });
});
