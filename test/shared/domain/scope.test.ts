import { describe, expect, test } from 'vitest';
import { isInScope, seesAll, seesCase } from '../../../shared/domain/scope.ts';

const nothing = { bodies: [], boards: [] };
const essex = { bodies: ['Essex Police'], boards: [] };
const learning = { bodies: [], boards: ['learning'] };
const both = { bodies: ['Essex Police'], boards: ['learning'] };

describe('who is limited', () => {
  test('to nothing sees every recommendation', () => {
    expect(seesAll(nothing)).toBe(true);
    expect(isInScope(nothing, { addressee: 'Kent Police' })).toBe(true);
  });

  test.each([
    ['Essex Police', true],
    [' essex  POLICE ', true],
    ['Kent Police', false],
    ['Essex Police Authority', false],
    ['', false],
  ])('to Essex Police, of what is addressed to "%s": %s', (addressee, sees) => {
    expect(seesAll(essex)).toBe(false);
    expect(isInScope(essex, { addressee })).toBe(sees);
  });

  test('to several bodies sees what is addressed to any of them', () => {
    const two = { bodies: ['Essex Police', 'Kent Police'], boards: [] };
    expect(isInScope(two, { addressee: 'Kent Police' })).toBe(true);
    expect(isInScope(two, { addressee: 'Surrey Police' })).toBe(false);
  });

  test.each([
    ['learning', true],
    ['custody', false],
    [undefined, false],
  ])('to the learning board, of what stands with the board %s: %s', (boardId, sees) => {
    expect(seesAll(learning)).toBe(false);
    expect(isInScope(learning, { addressee: 'Kent Police', boardId })).toBe(sees);
  });

  test.each([
    ['Essex Police', 'learning', true],
    ['Essex Police', 'custody', false],
    ['Kent Police', 'learning', false],
    ['Essex Police', undefined, false],
  ])('to a body and a board sees only what is of both: %s, %s: %s', (addressee, boardId, sees) => {
    expect(isInScope(both, { addressee, boardId })).toBe(sees);
  });
});

describe('a case is seen', () => {
  const kents = (addressee: string) => ({
    learningCase: { body: 'Kent Police' },
    recommendations: [{ recommendation: { addressee: 'Kent Police' } }, { recommendation: { addressee } }],
  });

  test.each([
    ['Essex Police', true],
    ['Kent Police', false],
  ])('by who looks after Essex Police, where it is of Kent Police and asks %s: %s', (addressee, sees) => {
    expect(seesCase({ bodies: ['Essex Police'], boards: [] }, kents(addressee))).toBe(sees);
  });

  test('by who looks after its body, also before it asks anything', () => {
    const empty = { learningCase: { body: 'Kent Police' }, recommendations: [] };
    expect(seesCase({ bodies: ['kent  police'], boards: [] }, empty)).toBe(true);
    expect(seesCase({ bodies: ['Kent Police'], boards: ['learning'] }, empty)).toBe(false);
  });
});
