import { expect, test } from 'vitest';
import { waiting } from '../../../shared/domain/proposal.ts';

test('nobody can decide on a date that nobody proposed', () => {
  expect(waiting(undefined)).toEqual({
    refused: 'no-proposal',
    message: 'No other date is proposed for this promise',
  });
});
