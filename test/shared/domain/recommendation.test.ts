import { expect, test } from 'vitest';
import { recommendationInput } from '../../../shared/domain/recommendation.ts';

const messages = (input: object) =>
  recommendationInput.safeParse(input).error?.issues.map(({ message }) => message);

test('a recommendation needs its text and nothing else', () => {
  expect(messages({ text: 'Review the policy.' })).toBeUndefined();
  expect(messages({ text: '' })).toEqual(['Enter the text of the recommendation']);
});

test('boxes left empty are not given', () => {
  const empty = { addressee: '', ownerId: ' ', boardId: '', priority: '', theme: '' };
  expect(recommendationInput.parse({ text: 'x', ...empty })).toEqual({ text: 'x' });
});

test.each([
  [{ priority: 'high' }, undefined],
  [{ priority: 'urgent' }, ['Choose a priority from the list']],
  [{ ownerId: 'owner-1' }, undefined],
  [{ ownerId: 'Sam Field' }, ['Choose a contact from the list']],
  [{ boardId: 'a#b' }, ['Choose a board from the list']],
])('%j: %j', (more, expected) => {
  expect(messages({ text: 'x', ...more })).toEqual(expected);
});
