import { expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { withdraw } from '../../../shared/domain/withdrawal.ts';
import { allowed, responseDuty } from './essex.ts';
import { answeredEssex, on, unansweredEssex } from './held.ts';

const why = 'Made by mistake.';

test('keeps who, when and why, and ends every deadline, the duty to publish too', () => {
  const held = answeredEssex({ closure: { proposedOn: asDay('2020-12-01'), proposedBy: 'Sam' } });
  const publication = { ...responseDuty(), id: 'publication', kind: 'publication' } as never;
  const decided = allowed(
    withdraw({ ...held, deadlines: [...held.deadlines, publication] }, { why }, on('2020-12-08')),
  );
  expect(decided.recommendation.withdrawn).toEqual({ on: '2020-12-08', by: 'Liaison staff', why });
  expect(decided.recommendation.closure).toBeUndefined();
  expect(decided.added).toEqual([]);
  expect(decided.changed.map(({ id, state }) => [id, state])).toEqual([
    ['2019-127918.1.update-1', 'ended'],
    ['publication', 'ended'],
  ]);
});

test('what was met stays met, and twice is refused', () => {
  const decided = allowed(withdraw(unansweredEssex(), { why }, on('2020-11-01')));
  expect(decided.changed).toMatchObject([{ kind: 'response', state: 'ended', nextActionOn: null }]);
  expect(
    withdraw({ ...unansweredEssex(), recommendation: decided.recommendation }, { why }, on('2020-11-02')),
  ).toMatchObject({ refused: 'not-from-here' });
});
