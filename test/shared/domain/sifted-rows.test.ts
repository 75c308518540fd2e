import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Row } from '../../../shared/domain/row.ts';
import { type RowFilter, rowFilter } from '../../../shared/domain/row-filter.ts';
import { ragOfRow, siftRows } from '../../../shared/domain/sifted-rows.ts';
import { standings } from '../../../shared/domain/standing.ts';
import { sampleDuty, sampleRow } from '../../support/sample-row.ts';

const d = asDay;
const today = d('2020-11-20');
const filter = (asked: Record<string, unknown>): RowFilter => rowFilter.parse(asked);
const found = (asked: Record<string, unknown>, ...rows: Partial<Row>[]) =>
  siftRows(
    rows.map((of, index) => sampleRow({ number: index + 1, ...of })),
    filter(asked),
    today,
  ).found.map(({ row }) => row.number);

const closed = { closed: { on: d('2020-11-01') } };
const withdrawn = { withdrawn: { on: d('2020-11-01'), by: 'Kim Lee', why: 'Made twice' } };
const due = (dueOn: string | null, of: object = {}) => ({
  duties: [sampleDuty({ dueOn: dueOn === null ? null : d(dueOn), ...of })],
});

describe('without a standing', () => {
  test('what is open is found: neither closed nor withdrawn, but also what was not accepted', () => {
    const notAccepted = { acceptance: 'not-accepted' as const, duties: [] };
    expect(found({}, {}, closed, withdrawn, notAccepted)).toEqual([1, 4]);
  });
});

describe('by standing', () => {
  const rows = [{}, closed, withdrawn, due('2020-11-19'), due('2020-12-04')];
  test.each([
    ['closed', [2]],
    ['withdrawn', [3]],
    [
      ['lapsed', 'due-soon'],
      [4, 5],
    ],
    ['all', [1, 2, 3, 4, 5]],
    [['all', 'lapsed'], [4]],
  ])('%s', (standing, expected) => {
    expect(found({ standing }, ...rows)).toEqual(expected);
  });

  test('each is counted whichever standing is asked for, and only what the rest of the filter finds', () => {
    const all = rows.map((of, index) => sampleRow({ number: index + 1, ...of }));
    const { byStanding } = siftRows(all, filter({ standing: 'lapsed' }), today);
    expect(byStanding).toMatchObject({
      closed: 1,
      withdrawn: 1,
      lapsed: 1,
      'due-soon': 1,
      'promise-running': 1,
    });
    expect(Object.values(byStanding).reduce((sum, each) => sum + each)).toBe(5);
    expect(siftRows(all, filter({ body: 'Kent Police' }), today).byStanding.lapsed).toBe(0);
  });
});

describe('by what a row says', () => {
  test.each<[string, Record<string, unknown>, Partial<Row>, Partial<Row>]>([
    ['body', { body: 'Essex Police' }, {}, { addressee: 'Kent Police' }],
    ['body, whatever its capitals', { body: 'essex  police' }, {}, { addressee: 'Essex Police Authority' }],
    ['owner', { owner: 'anna' }, {}, { ownerId: 'bill' }],
    ['nobody as owner', { owner: 'nobody' }, { ownerId: undefined }, {}],
    ['board', { board: 'learning' }, { boardId: 'learning' }, {}],
    ['no board', { board: 'none' }, {}, { boardId: 'learning' }],
    ['source', { source: 'coroner' }, { source: 'coroner' }, {}],
    ['topic', { topic: 'Custody' }, { topics: ['Youth', 'custody'] }, { topics: ['Custody records'] }],
    ['case', { case: '2019-127918' }, {}, { caseId: '2020-000001' }],
    ['priority', { priority: 'high' }, { priority: 'high' }, { priority: 'low' }],
    ['search', { search: 'author' }, {}, { words: 'nothing of it' }],
    [
      'link',
      { linked: 'risk' },
      { links: [{ kind: 'risk', ref: '7' }] },
      { links: [{ kind: 'action-plan', ref: '7' }] },
    ],
    [
      'link to one thing',
      { linked: 'risk', ref: '1606' },
      { links: [{ kind: 'risk', ref: '1606' }] },
      {
        links: [
          { kind: 'risk', ref: '7' },
          { kind: 'action-plan', ref: '1606' },
        ],
      },
    ],
    [
      'age, from the day after the anniversary',
      { age: 'over-1-year' },
      { madeOn: d('2019-11-19') },
      { madeOn: d('2019-11-20') },
    ],
    [
      'moved at least once',
      { moved: 'once' },
      due('2021-02-20', { moved: 1 }),
      due('2021-02-20', { moved: 0 }),
    ],
    [
      'moved more than once',
      { moved: 'more-than-once' },
      due('2021-02-20', { moved: 2 }),
      due('2021-02-20', { moved: 1 }),
    ],
    ['red', { rag: 'red' }, due('2020-11-19'), due('2020-11-20')],
    ['amber where a date is proposed', { rag: 'amber' }, { dateProposed: true }, {}],
  ])('%s', (_, asked, one, other) => {
    expect(found(asked, one, other)).toEqual([1]);
  });
});

describe('by the day it is due', () => {
  const rows = ['2020-11-30', '2020-12-01', '2020-12-31', '2021-01-01'].map((on) => due(on));
  test.each([
    [{ dueFrom: '2020-12-01', dueTo: '2020-12-31' }, [2, 3]],
    [{ dueFrom: '2020-12-31' }, [3, 4]],
    [{ dueTo: '2020-12-01' }, [1, 2]],
  ])('%j: both days count', (asked, expected) => {
    expect(found(asked, ...rows)).toEqual(expected);
  });

  test('only what is waited for has a day: not what was met, has none, or is to be published', () => {
    const asked = { dueTo: '2999-12-31', standing: 'all' };
    const met = due('2020-12-01', { state: 'met' });
    const published = due('2020-12-01', { kind: 'publication' });
    expect(found(asked, met, due(null), published, { ...due('2020-12-01'), ...closed })).toEqual([]);
  });

  test('the day shown is the one asked for', () => {
    const row = sampleRow({
      duties: [sampleDuty({ dueOn: d('2020-11-01') }), sampleDuty({ sequence: 2, dueOn: d('2021-06-01') })],
    });
    const { found } = siftRows([row], filter({ dueFrom: '2021-01-01' }), today);
    expect(found.map(({ duty, standing }) => [duty?.sequence, standing])).toEqual([[2, 'lapsed']]);
  });
});

describe('by a link', () => {
  const linked = (...links: Row['links']) => ({ links });
  const rows = [
    linked({ kind: 'risk', ref: 'R-1606' }),
    linked({ kind: 'action-plan', ref: 'r-1606' }, { kind: 'risk', ref: '7' }),
    linked({ kind: 'risk', ref: '7' }),
    linked(),
  ];
  test.each<[Record<string, unknown>, number[]]>([
    [{ ref: 'r-1606' }, [1, 2]],
    [{ ref: '7' }, [2, 3]],
    [{ linked: 'risk' }, [1, 2, 3]],
    [{ linked: 'risk', ref: 'r-1606' }, [1]],
    [{ linked: 'same-as' }, []],
    [{}, [1, 2, 3, 4]],
  ])('%j, whatever its capitals', (asked, expected) => {
    expect(found(asked, ...rows)).toEqual(expected);
  });
});

test('a name finds every writing of it and no other, of however many rows', () => {
  const names = ['Essex Police', 'Kent Police', ' essex  POLICE', 'Essex Police', 'Kent Police'];
  const rows = names.map((addressee) => ({ addressee }));
  expect(found({ body: 'Essex Police' }, ...rows)).toEqual([1, 3, 4]);
  expect(found({ topic: 'kent police' }, ...names.map((name) => ({ topics: [name] })))).toEqual([2, 5]);
});

test('how many stand where is said of every standing, also where none does', () => {
  const { byStanding, found } = siftRows([], filter({}), today);
  expect(found).toEqual([]);
  expect(byStanding).toEqual(Object.fromEntries(Object.keys(standings).map((each) => [each, 0])));
});

test('what is asked for together is asked of one row together', () => {
  expect(
    found({ owner: 'anna', body: 'Kent Police' }, {}, { addressee: 'Kent Police', ownerId: 'bill' }),
  ).toEqual([]);
});

describe('a filter', () => {
  test.each([
    ['standing', 'lost'],
    ['source', 'nowhere'],
    ['dueFrom', '2020-02-30'],
    ['board', 'No/board'],
    ['sort', 'by chance'],
    ['search', 'x'.repeat(201)],
  ])('with a %s that does not exist is refused', (field, value) => {
    expect(rowFilter.safeParse({ [field]: value }).error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test('of a first or a last day alone is no mistake', () => {
    expect(rowFilter.safeParse({ dueFrom: '2020-12-02' }).success).toBe(true);
    expect(rowFilter.safeParse({ dueTo: '2020-12-02' }).success).toBe(true);
  });

  test('of no standing asks for none; of all for all, and of all and another for the other', () => {
    const chosen = (asked: Record<string, unknown>) => filter(asked).standing;
    expect(chosen({})).toEqual([]);
    expect(chosen({ standing: [] })).toEqual([]);
    expect(chosen({ standing: 'all' })).toEqual(['all']);
    expect(chosen({ standing: 'closed' })).toEqual(['closed']);
    expect(chosen({ standing: ['closed', 'all', 'lapsed'] })).toEqual(['lapsed', 'closed']);
  });

  test('that ends before it begins is refused at its end', () => {
    const asked = { dueFrom: '2020-12-02', dueTo: '2020-12-01' };
    expect(rowFilter.safeParse(asked).error?.issues).toMatchObject([{ path: ['dueTo'] }]);
    expect(rowFilter.safeParse({ ...asked, dueTo: '2020-12-02' }).success).toBe(true);
  });

  test('is the same whichever way its standings are given', () => {
    expect(filter({ standing: ['closed', 'lapsed', 'closed'] })).toEqual(
      filter({ standing: ['lapsed', 'closed'] }),
    );
  });
});

test('the colour of a row is by its dates, and amber while another date waits to be decided', () => {
  const colour = (of: Partial<Row>) => ragOfRow(sampleRow(of), today);
  expect([colour({}), colour({ dateProposed: true }), colour(due('2020-11-19')), colour(closed)]).toEqual([
    'green',
    'amber',
    'red',
    undefined,
  ]);
});
