import { describe, expect, test } from 'vitest';
import { recommendationInput, sharedRecommendationInput } from '../../../shared/domain/recommendation.ts';

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

describe('one recommendation made to several bodies', () => {
  const shared = (...bodies: string[]) =>
    sharedRecommendationInput
      .safeParse({ text: 'x', recipients: bodies.map((addressee) => ({ addressee })) })
      .error?.issues.map(({ message }) => message);
  const forces = (count: number) => Array.from({ length: count }, (_, index) => `Force ${index}`);

  test('names each body once, however it is written', () => {
    expect(shared('Essex Police', 'Kent Police')).toBeUndefined();
    expect(shared('Essex Police', 'Kent Police', ' ESSEX  Police')).toEqual(['Enter each body once']);
    expect(shared('Essex Police', 'Essex Police')).toEqual(['Enter each body once']);
  });

  test('names one body at least and 50 at most', () => {
    expect(shared()).toEqual(['Enter at least one body']);
    expect(shared('Essex Police')).toBeUndefined();
    expect(shared(...forces(50))).toBeUndefined();
    expect(shared(...forces(51))).toEqual(['Enter 50 bodies or fewer']);
  });
});
