import { expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { reviewEffect } from '../../../shared/domain/effect-review.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { allowed } from './essex.ts';
import { answeredEssex, on } from './held.ts';

const closed = { on: asDay('2021-02-01'), by: 'Kim Lee', links: [] };
const held = answeredEssex({ closed }, { state: 'ended' });
const note = 'Complaints have halved.';

test('adds to the reviews and changes nothing else', () => {
  const once = allowed(reviewEffect(held, { reviewedOn: asDay('2021-08-01'), note }, on('2021-08-02')));
  const again = { ...held, recommendation: once.recommendation };
  const twice = allowed(reviewEffect(again, { reviewedOn: asDay('2022-02-01'), note }, on('2022-02-01')));
  expect(twice.recommendation.effectReviews).toEqual([
    { on: '2021-08-01', by: 'Liaison staff', note },
    { on: '2022-02-01', by: 'Liaison staff', note },
  ]);
  expect([twice.changed, twice.added]).toEqual([[], []]);
});

test.each([
  ['2021-01-31', 'reviewed-before-closed'],
  ['2021-02-01', undefined],
  ['2021-08-02', undefined],
  ['2021-08-03', 'reviewed-in-the-future'],
])('closed on 1 February, reviewed on %s and recorded on 2 August: %s', (reviewedOn, code) => {
  const result = reviewEffect(held, { reviewedOn: asDay(reviewedOn), note }, on('2021-08-02'));
  expect(isRefusal(result) ? result.refused : undefined).toBe(code);
});

test.each([
  ['2021-01-31', 'The review must be dated on or after 1 February 2021, the day it was closed'],
  ['2021-08-03', 'The review must be dated today or in the past'],
])('%s is refused at that box: %s', (reviewedOn, message) => {
  const result = reviewEffect(held, { reviewedOn: asDay(reviewedOn), note }, on('2021-08-02'));
  expect(result).toMatchObject({ message, field: 'reviewedOn' });
});

test('of what is open is refused, and the 21st of what is closed', () => {
  const review = { reviewedOn: asDay('2021-08-01'), note };
  expect(reviewEffect(answeredEssex(), review, on('2021-08-01'))).toMatchObject({ refused: 'not-from-here' });
  const with20 = Array(20).fill({ on: asDay('2021-08-01'), by: 'Lee', note });
  const full = answeredEssex({ closed, effectReviews: with20 }, { state: 'ended' });
  expect(reviewEffect(full, review, on('2021-08-01'))).toMatchObject({
    refused: 'too-many-reviews',
    message: '20 reviews of its effect have been recorded already',
  });
  const nearly = answeredEssex({ closed, effectReviews: with20.slice(1) }, { state: 'ended' });
  expect(isRefusal(reviewEffect(nearly, review, on('2021-08-01')))).toBe(false);
});
