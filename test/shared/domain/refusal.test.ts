import { expect, test } from 'vitest';
import { isRefusal, refuse } from '../../../shared/domain/refusal.ts';

test('a refusal carries a code, a sentence and the field it is about', () => {
  expect(refuse('invalid-date', 'Year must include 4 numbers', 'year')).toEqual({
    refused: 'invalid-date',
    message: 'Year must include 4 numbers',
    field: 'year',
  });
});

test('a refusal that is about no field has none', () => {
  expect(Object.keys(refuse('closed', 'This case is closed'))).toEqual(['refused', 'message']);
});

test('only a refusal is taken for one', () => {
  expect(isRefusal(refuse('closed', 'This case is closed'))).toBe(true);
  for (const other of ['2020-09-29', null, undefined, {}, 0]) expect(isRefusal(other)).toBe(false);
});
