import { expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { dayOfEvent, endedOn, firstOfMonth, inOrder, lastOfMonth } from '../../../shared/domain/life.ts';
import { inFourToSixMonths, promisedDuty, responseDuty } from './essex.ts';
import { happened, life } from './lives.ts';

test('nothing is asked any more from the day it was withdrawn, or else closed', () => {
  const closed = { on: asDay('2021-03-01'), by: 'Kim', links: [] };
  const withdrawn = { on: asDay('2021-04-01'), by: 'Kim', why: 'Made twice' };
  const ended = (recommendation: object) => endedOn(life({ recommendation }));
  expect([ended({}), ended({ closed }), ended({ withdrawn }), ended({ closed, withdrawn })]).toEqual([
    undefined,
    '2021-03-01',
    '2021-04-01',
    '2021-04-01',
  ]);
});

test('an event is of the day in London', () => {
  expect(dayOfEvent(happened('close', '2021-06-30', { at: '2021-06-30T22:59:59.000Z' }))).toBe('2021-06-30');
  expect(dayOfEvent(happened('close', '2021-06-30', { at: '2021-06-30T23:00:00.000Z' }))).toBe('2021-07-01');
});

test('the response comes first, then the promises as they were made, then the publication', () => {
  const promise = (sequence: number) => ({ ...promisedDuty(inFourToSixMonths), sequence });
  const publication = { ...responseDuty(), kind: 'publication' as const };
  const shown = inOrder([publication, promise(10), promise(2), responseDuty()]);
  expect(shown.map(({ kind, sequence }) => `${kind} ${sequence}`)).toEqual([
    'response 1',
    'update 2',
    'update 10',
    'publication 1',
  ]);
});

test.each([
  ['2021-02-20', '2021-02-01', '2021-02-28'],
  ['2020-02-29', '2020-02-01', '2020-02-29'],
  ['2021-04-30', '2021-04-01', '2021-04-30'],
  ['2999-12-31', '2999-12-01', '2999-12-31'],
])('the month of %s goes from %s to %s', (on, first, last) => {
  expect([firstOfMonth(asDay(on)), lastOfMonth(asDay(on))]).toEqual([first, last]);
});
