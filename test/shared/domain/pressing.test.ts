import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { pressingOn } from '../../../shared/domain/pressing.ts';
import type { Duty, Row } from '../../../shared/domain/row.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import { sampleDuty, sampleRow } from '../../support/sample-row.ts';

/** A promise for 20 May 2021, recorded on 24 November 2020. */
const promised = (of: object = {}): Duty =>
  sampleDuty({ dueOn: asDay('2021-05-20'), plannedFromOn: asDay('2020-11-24'), ownerId: 'anna', ...of });

const today = asDay('2021-05-06');
const pressing = (...rows: Row[]) => pressingOn(rows, today);
const groupsOf = (...rows: Row[]) => pressing(...rows).map(({ group, count }) => `${group} ${count}`);
const due = (dueOn: string | null, of: object = {}) => promised({ dueOn, ...of });
const withDuties = (...duties: Duty[]) => sampleRow({ duties });

describe('a recommendation presses', () => {
  test.each([
    ['from 14 days before a promise is due', '2021-05-20', 'due-soon 1'],
    ['not 15 days before', '2021-05-21', undefined],
    ['on the day it is due as due soon', '2021-05-06', 'due-soon 1'],
    ['from the day after as lapsed', '2021-05-05', 'lapsed 1'],
    ['without a date at once', null, 'no-date 1'],
  ])('%s', (_, dueOn, group) => {
    expect(groupsOf(withDuties(due(dueOn)))).toEqual(group ? [group] : []);
  });

  test('with its window open, but not the day before', () => {
    const open = (opensOn: string) => withDuties(due('2021-07-01', { opensOn }));
    expect(groupsOf(open('2021-05-06'))).toEqual(['window-open 1']);
    expect(groupsOf(open('2021-05-07'))).toEqual([]);
  });

  test('without a day for its response, which nothing else would ever bring up, but not while it has one', () => {
    const response = (dueOn: string | null) => withDuties(due(dueOn, { kind: 'response' }));
    expect(groupsOf(response(null))).toEqual(['awaiting-response 1']);
    expect(groupsOf(response('2021-06-30'))).toEqual([]);
  });

  test('while it is paused, for as long as that is', () => {
    expect(groupsOf(withDuties(due('2021-01-01', { kind: 'response', pausedOn: '2020-12-01' })))).toEqual([
      'paused 1',
    ]);
  });

  test('once more where another date waits to be decided, and where a response is to be published within 14 days', () => {
    const publication = (dueOn: string) => due(dueOn, { id: 'p', kind: 'publication' });
    const row = sampleRow({ duties: [due('2021-05-05'), publication('2021-05-20')], dateProposed: true });
    expect(groupsOf(row)).toEqual(['lapsed 1', 'date-proposed 1', 'publication 1']);
    expect(groupsOf(withDuties(due('2021-09-01'), publication('2021-05-21')))).toEqual([]);
  });

  test('never once it is closed or withdrawn', () => {
    const over = { duties: [due('2021-05-05')], dateProposed: true };
    expect(groupsOf(sampleRow({ ...over, closed: { on: today } }))).toEqual([]);
    expect(groupsOf(sampleRow({ ...over, withdrawn: { on: today, by: 'A', why: 'B' } }))).toEqual([]);
  });
});

describe('a group', () => {
  test('comes in the order of urgency and counts what stands so', () => {
    const rows = [due(null), due('2021-05-20'), due('2021-05-05'), due('2021-05-04', { kind: 'response' })];
    expect(groupsOf(...rows.map((each) => withDuties(each)))).toEqual([
      'response-overdue 1',
      'lapsed 1',
      'due-soon 1',
      'no-date 1',
    ]);
  });

  test('counts all and shows the ten that have waited longest, those of one day by reference and number', () => {
    const rows = Array.from({ length: 43 }, (_, index) =>
      sampleRow({
        number: 1 + (index % 2),
        reference: `2019/${String(100 + Math.floor(((index * 7) % 43) / 2))}`,
        duties: [due(`2021-04-${String(10 + ((index * 7) % 20)).padStart(2, '0')}`)],
      }),
    );
    const [group] = pressing(...rows);
    expect(group).toMatchObject({ group: 'lapsed', count: 43, isLate: true });
    const rank = ({ row, since }: { row: Row; since: string }) => `${since} ${row.reference} ${row.number}`;
    const all = pressingOn(rows, today, 43)[0]!.first.map(rank);
    expect(group!.first.map(rank)).toEqual(all.slice(0, 10));
    expect(all).toEqual(all.toSorted());
  });

  test('counts as many as stand so on any list', () => {
    const rows = ['2021-05-05', '2021-05-06', '2021-05-20', '2021-05-21', null].flatMap((dueOn) =>
      (['response', 'update'] as const).map((kind) => withDuties(due(dueOn, { kind }), due('2021-05-20'))),
    );
    for (const { group, count } of pressing(...rows))
      expect(count).toBe(rows.filter((row) => standingOf(row, row.duties, today) === group).length);
  });

  test('has the longest late first, and by its due day what is not late', () => {
    const [overdue] = pressing(
      withDuties(due('2021-04-01', { kind: 'response', lateAfterOn: asDay('2021-05-01') })),
      withDuties(due('2021-04-02', { kind: 'response' })),
    );
    expect(overdue!.first.map(({ since }) => since)).toEqual(['2021-04-02', '2021-05-01']);
    const [soon] = pressing(
      withDuties(due('2021-05-19')),
      withDuties(due('2021-05-18', { lateAfterOn: asDay('2021-06-18') })),
    );
    expect(soon!.first.map(({ since }) => since)).toEqual(['2021-05-18', '2021-05-19']);
  });

  test('is late where any of it is; a decision is not, whatever waits for it', () => {
    const proposed = sampleRow({ duties: [due('2021-05-05')], dateProposed: true });
    expect(pressing(proposed).map(({ group, isLate }) => [group, isLate])).toEqual([
      ['lapsed', true],
      ['date-proposed', false],
    ]);
  });
});

describe('a publication', () => {
  const publication = (dueOn: string | null) => due(dueOn, { id: 'p', kind: 'publication' });
  const group = (...rows: Row[]) => pressing(...rows).find(({ group }) => group === 'publication');

  test('presses only by a day, and not once it is published', () => {
    expect(group(withDuties(publication(null)))).toBeUndefined();
    const published = { ...publication('2021-05-06'), state: 'met' as const };
    expect(group(withDuties(due('2021-09-01'), published))).toBeUndefined();
  });

  test('presses on once the recommendation is closed, and once it is withdrawn no more', () => {
    const over = { duties: [due('2021-05-05', { state: 'ended' }), publication('2021-05-05')] };
    const closed = sampleRow({ ...over, closed: { on: today } });
    expect(groupsOf(closed)).toEqual(['publication 1']);
    expect(group(closed)).toMatchObject({ isLate: true, first: [{ duty: { id: 'p' }, also: [] }] });
    const published = { ...publication('2021-05-05'), state: 'met' as const };
    expect(groupsOf({ ...closed, duties: [published] })).toEqual([]);
    expect(groupsOf(sampleRow({ ...over, withdrawn: { on: today, by: 'A', why: 'B' } }))).toEqual([]);
  });

  test('makes its group late from the day after its last day, whichever comes first', () => {
    const [late, inTime] = [withDuties(publication('2021-05-05')), withDuties(publication('2021-05-06'))];
    expect(group(inTime)).toMatchObject({ isLate: false, count: 1 });
    expect(group(late, inTime)).toMatchObject({ isLate: true, count: 2 });
    expect(group(inTime, late)).toMatchObject({ isLate: true, count: 2 });
  });
});

describe('a line', () => {
  test('names of two duties of one day the first, and the other beside it', () => {
    const [soon] = pressing(withDuties(due('2021-05-20', { id: 'a' }), due('2021-05-20', { id: 'b' })));
    expect(soon!.first[0]!.duty!.id).toBe('a');
    expect(soon!.first[0]!.also.map(({ id }) => id)).toEqual(['b']);
    const [dated] = pressing(withDuties(due('2021-05-20', { id: 'a' }), due('2021-05-19', { id: 'b' })));
    expect(dated!.first[0]!.duty!.id).toBe('b');
  });

  test('of what is paused ranks by the day from which it is, and is not late', () => {
    const [paused] = pressing(
      withDuties(due('2021-01-01', { kind: 'response', pausedOn: asDay('2020-12-01') })),
    );
    expect(paused).toMatchObject({ isLate: false, first: [{ since: '2020-12-01' }] });
  });

  test('of what has no date ranks by the day from which it counts', () => {
    const [undated] = pressing(withDuties(due(null, { anchorOn: asDay('2020-11-20') })));
    expect(undated).toMatchObject({ isLate: false, first: [{ since: '2020-11-20' }] });
  });

  test('of another date that is proposed ranks by the date there is', () => {
    const row = sampleRow({ duties: [due('2021-09-01'), due('2021-07-01')], dateProposed: true });
    expect(pressing(row)).toMatchObject([{ group: 'date-proposed', first: [{ since: '2021-07-01' }] }]);
    expect(pressing(sampleRow({ duties: [], dateProposed: true }))).toMatchObject([
      { group: 'proposed-for-closure' },
    ]);
  });

  test('of one of which nothing is waited for and nothing was done counts from the day it was made', () => {
    const [group] = pressing(withDuties(due('2021-05-05', { state: 'ended' })));
    expect(group).toMatchObject({ group: 'proposed-for-closure', first: [{ since: '2020-09-29' }] });
  });

  test('of a closure to decide has beside it what is soon due, and not what merely runs', () => {
    const closure = { proposedOn: asDay('2021-05-01'), proposedBy: 'A' };
    const also = (dueOn: string) =>
      pressing(sampleRow({ closure, duties: [due(dueOn)] }))[0]!.first[0]!.also.length;
    expect([also('2021-05-20'), also('2021-05-21')]).toEqual([1, 0]);
  });

  test('names what else needs attention, and not what merely runs or was done', () => {
    const [lapsed] = pressing(
      withDuties(
        due('2021-05-20', { id: 'soon' }),
        due('2021-05-05', { id: 'late' }),
        due('2021-05-04', { id: 'met', state: 'met' }),
        due('2021-09-01', { id: 'runs' }),
      ),
    );
    expect(lapsed!.first[0]!.duty!.id).toBe('late');
    expect(lapsed!.first[0]!.also.map(({ id }) => id)).toEqual(['soon']);
  });

  test('of a closure to decide says since when, and what is late meanwhile', () => {
    const closure = { proposedOn: asDay('2021-05-01'), proposedBy: 'A' };
    const [group] = pressing(sampleRow({ closure, duties: [due('2021-05-05')] }));
    expect(group).toMatchObject({ group: 'proposed-for-closure', isLate: false });
    expect(group!.first[0]).toMatchObject({ since: '2021-05-01', duty: undefined });
    expect(group!.first[0]!.also).toHaveLength(1);
  });

  test('of one where all was done and nobody proposed to close it counts from the last of it', () => {
    const met = (metOn: string) => due('2021-05-05', { state: 'met', metOn: asDay(metOn) });
    const [group] = pressing(withDuties(met('2021-03-01'), met('2021-04-01')));
    expect(group!.first[0]!.since).toBe('2021-04-01');
  });
});
