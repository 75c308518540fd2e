import { describe, expect, test } from 'vitest';
import type { Board } from '../../../shared/domain/board.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { type ForecastWeek, type Foreseen, forecastOf } from '../../../shared/domain/forecast.ts';
import { remindersAhead } from '../../../shared/domain/reminders-ahead.ts';
import type { Duty, Row } from '../../../shared/domain/row.ts';
import { sampleDuty, sampleRow } from '../../support/sample-row.ts';
import { calendar, contact, everyone } from './essex.ts';

/** A promise for 20 May 2021, recorded on 24 November 2020. */
const promised = (of: object = {}): Duty =>
  sampleDuty({ dueOn: asDay('2021-05-20'), plannedFromOn: asDay('2020-11-24'), ownerId: 'anna', ...of });

const d = asDay;
const { owner, manager } = everyone;

/** From Monday 10 May to Sunday 23 May 2021, where nothing else is asked. */
const forecast = (rows: Row[], of: Partial<Foreseen> = {}, from = '2021-05-10', until = '2021-05-23') =>
  forecastOf(rows, d(from), d(until), {
    boards: [],
    peopleOf: () => ({ owner }),
    remindersOf: (duty) => remindersAhead(duty, d(until), calendar),
    ...of,
  });
const due = (dueOn: string | null, of: object = {}) => sampleRow({ duties: [promised({ dueOn, ...of })] });

const daysOf = (weeks: ForecastWeek[]) => weeks.flatMap(({ days }) => days);
const happening = (weeks: ForecastWeek[], what: 'opens' | 'due' | 'late') =>
  daysOf(weeks).flatMap((day) => day[what].map(() => day.on));
const mailed = (weeks: ForecastWeek[]) =>
  daysOf(weeks).flatMap(({ on, mails }) =>
    mails.map(
      ({ recipient, about }) => `${on} ${recipient.id}: ${about.map(({ stage }) => stage).join(' ')}`,
    ),
  );

describe('what a duty brings', () => {
  test.each([
    ['on its last day', 'due', '2021-05-20', ['2021-05-20']],
    ['the day after as late', 'late', '2021-05-20', ['2021-05-21']],
    ['due on the first day asked about', 'due', '2021-05-10', ['2021-05-10']],
    ['not due the day before', 'due', '2021-05-09', []],
    ['late on the first day, due the day before', 'late', '2021-05-09', ['2021-05-10']],
    ['not late again, due two days before', 'late', '2021-05-08', []],
    ['due on the last day', 'due', '2021-05-23', ['2021-05-23']],
    ['late only after the last day', 'late', '2021-05-23', []],
    ['due not after it', 'due', '2021-05-24', []],
    ['without a date nothing', 'due', null, []],
  ] as const)('stands %s', (_, what, dueOn, days) => {
    expect(happening(forecast([due(dueOn)]), what)).toEqual(days);
  });

  test('opens with its window', () => {
    expect(happening(forecast([due('2021-07-01', { opensOn: '2021-05-12' })]), 'opens')).toEqual([
      '2021-05-12',
    ]);
  });

  test('is late only after the later of a response’s two days', () => {
    const weeks = forecast([due('2021-05-12', { kind: 'response', lateAfterOn: '2021-05-13' })]);
    expect([happening(weeks, 'due'), happening(weeks, 'late')]).toEqual([['2021-05-12'], ['2021-05-14']]);
  });

  test('is nothing once it was met, and no date while it is paused', () => {
    expect(daysOf(forecast([due('2021-05-20', { state: 'met' })]))).toEqual([]);
    const paused = due('2021-05-20', {
      kind: 'response',
      pausedOn: '2021-04-20',
      plannedFromOn: '2021-04-20',
    });
    expect(happening(forecast([paused]), 'due')).toEqual([]);
    expect(mailed(forecast([paused]))).toEqual(['2021-05-18 owner-1: paused+28']);
  });
});

describe('what is mailed', () => {
  test('goes to each person once a day, with all there is to tell them in order of reference', () => {
    const rows = [due('2021-05-20'), { ...due('2021-05-20'), reference: '2018/1' }];
    const weeks = forecast(rows);
    expect(mailed(weeks)).toEqual([
      '2021-05-13 owner-1: -7 -7',
      '2021-05-19 owner-1: -1 -1',
      '2021-05-21 owner-1: +1 +1',
    ]);
    expect(daysOf(weeks)[0]!.mails[0]!.about.map(({ row }) => row.reference)).toEqual([
      '2018/1',
      '2019/127918',
    ]);
  });

  test('goes to whoever joins later as well, by the role in which they are told', () => {
    const weeks = forecast([due('2021-05-05')], { peopleOf: () => ({ owner, manager }) });
    expect(mailed(weeks)).toEqual([
      '2021-05-12 owner-1: +7',
      '2021-05-19 manager-1: +14',
      '2021-05-19 owner-1: +14',
    ]);
  });

  test('goes to nobody where the owner cannot be written to', () => {
    const left = { owner: contact('o', { status: 'departed' }), manager };
    expect(mailed(forecast([due('2021-05-05')], { peopleOf: () => left }))).toEqual([]);
  });

  test('leaves out what went before the first day', () => {
    expect(mailed(forecast([due('2021-05-20')], {}, '2021-05-14'))).toEqual([
      '2021-05-19 owner-1: -1',
      '2021-05-21 owner-1: +1',
    ]);
  });
});

test('on one day what is due comes by reference and number, and mails by the names of people', () => {
  const at = (reference: string, number: number, ownerId = 'anna') => ({
    ...due('2021-05-20', { ownerId }),
    reference,
    number,
  });
  const rows = [at('2019/2', 2, 'carl'), at('2019/2', 1, 'bill'), at('2019/1', 3), at('2019/3', 1)];
  const people = {
    anna: contact('anna', { name: 'Zoe' }),
    bill: contact('bill', { name: 'Adam' }),
    carl: contact('carl', { name: 'Adam' }),
  };
  const weeks = forecast(rows, {
    peopleOf: ({ ownerId }) => ({ owner: people[ownerId as keyof typeof people] }),
  });
  const [first] = daysOf(weeks);
  expect(first!.mails.map(({ recipient }) => recipient.id)).toEqual(['bill', 'carl', 'anna']);
  expect(daysOf(weeks).flatMap((day) => day.due.map(({ row }) => `${row.reference} ${row.number}`))).toEqual([
    '2019/1 3',
    '2019/2 1',
    '2019/2 2',
    '2019/3 1',
  ]);
});

test('what opens stands on the first and on the last day asked about, and not beyond them', () => {
  const opens = (on: string) => happening(forecast([due('2021-12-01', { opensOn: on })]), 'opens');
  expect(['2021-05-09', '2021-05-10', '2021-05-23', '2021-05-24'].map((on) => opens(on).length)).toEqual([
    0, 1, 1, 0,
  ]);
});

test('what is due on the last day that is kept is in no forecast of another time, and breaks none', () => {
  expect(daysOf(forecast([due('2999-12-31')], { remindersOf: () => [] }))).toEqual([]);
});

describe('weeks', () => {
  test('begin on Mondays, the first on the first day, and are there also where nothing happens', () => {
    const weeks = forecast([], {}, '2021-05-13', '2021-05-25');
    expect(weeks.map(({ from, until }) => `${from} ${until}`)).toEqual([
      '2021-05-13 2021-05-16',
      '2021-05-17 2021-05-23',
      '2021-05-24 2021-05-25',
    ]);
    expect(weeks.every(({ days }) => days.length === 0)).toBe(true);
  });

  test('sum up their days by what is due', () => {
    const rows = [
      due('2021-05-20', { opensOn: '2021-05-18' }),
      due('2021-05-20', { kind: 'response' }),
      due('2021-05-20', { kind: 'publication' }),
      due('2021-05-21'),
    ];
    const [first, second] = forecast(rows);
    expect(second).toMatchObject({ opens: 1, responses: 1, updates: 2, publications: 1, late: 4 });
    expect(second!.mails).toBe(daysOf([second!]).reduce((sum, { mails }) => sum + mails.length, 0));
    expect(first).toMatchObject({ opens: 0, responses: 0, updates: 0, publications: 0, late: 0 });
  });

  test('have the days in order, with the boards that meet', () => {
    const board: Board = { id: 'b', name: 'B', meetings: [d('2021-05-09'), d('2021-05-12')], version: 1 };
    const weeks = forecast([due('2021-05-11')], { boards: [board] }, '2021-05-10', '2021-05-12');
    expect(daysOf(weeks).map(({ on, meetings }) => [on, meetings.map(({ id }) => id)])).toEqual([
      ['2021-05-10', []],
      ['2021-05-11', []],
      ['2021-05-12', ['b']],
    ]);
  });
});
