import { expect, test } from 'vitest';
import type { MoveRow } from '../../../shared/domain/move-row.ts';
import { mayMake, type RecommendationMove, recommendationMoves } from '../../../shared/domain/moves.ts';
import { type Standing, standings } from '../../../shared/domain/standing.ts';

const moves = Object.entries(recommendationMoves) as [RecommendationMove, MoveRow][];
const everywhere = Object.keys(standings) as Standing[];
const possibleFrom = (standing: Standing) =>
  moves.map(([move]) => move).filter((move) => mayMake(move, standing) === undefined);

test('a refusal names the standing and the move in plain words', () => {
  expect(mayMake('close', 'lapsed')).toEqual({
    refused: 'not-from-here',
    message: 'This recommendation stands as “Promise lapsed”, so “Close it” is not possible now',
  });
  expect(mayMake('close', 'proposed-for-closure')).toBeUndefined();
});

test('from every standing something can be done, and every move can be made from somewhere', () => {
  expect(everywhere.filter((standing) => possibleFrom(standing).length === 0)).toEqual([]);
  expect(moves.filter(([, { from }]) => from.length === 0)).toEqual([]);
});

test('what is withdrawn can only be reopened, and what is at rest is never answered or moved', () => {
  expect(possibleFrom('withdrawn')).toEqual(['reopen']);
  for (const move of ['record-response', 'record-update', 'withdraw', 'reassign-owner', 're-plan'] as const)
    expect(mayMake(move, 'closed')).toMatchObject({ refused: 'not-from-here' });
});
