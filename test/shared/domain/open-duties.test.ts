import { expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { ended, openDuties } from '../../../shared/domain/open-duties.ts';
import { promisedDuty, responseDuty, withinThreeMonths } from './essex.ts';

const response = responseDuty();
const update = promisedDuty(withinThreeMonths);

test('what is waited for is every open response and update, and never the publication', () => {
  const publication = { ...response, kind: 'publication' as const };
  expect(openDuties([response, publication, update])).toEqual([response, update]);
  expect(openDuties([publication])).toEqual([]);
});

test.each(['met', 'ended'] as const)('nothing is waited for once it is %s', (state) => {
  expect(
    openDuties([
      { ...response, state },
      { ...update, state },
    ]),
  ).toEqual([]);
});

test('nobody is reminded of what has ended, and nothing else of it changes', () => {
  const planned = { ...update, nextActionOn: asDay('2021-01-22') };
  expect(ended(planned)).toEqual({ ...update, state: 'ended', nextActionOn: null });
});
