import { describe, expect, test } from 'vitest';
import { type AcceptanceChange, changeAcceptance } from '../../../shared/domain/acceptance-change.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { allowed } from './essex.ts';
import { answeredEssex, on, unansweredEssex } from './held.ts';

const today = on('2020-12-10', 'Priya Shah');
const change = (of: Partial<AcceptanceChange> = {}): AcceptanceChange => ({
  acceptance: 'not-accepted',
  changedOn: asDay('2020-12-08'),
  reasons: 'Counsel has advised.',
  ...of,
});

describe('changing the acceptance', () => {
  test('keeps what it was, and no longer waits for what is not accepted', () => {
    const decided = allowed(changeAcceptance(answeredEssex(), change(), today));
    expect(decided.recommendation.acceptance).toBe('not-accepted');
    expect(decided.recommendation.acceptanceHistory).toEqual([
      { acceptance: 'accepted', on: '2020-11-20', by: 'Liaison staff' },
      { acceptance: 'not-accepted', on: '2020-12-08', by: 'Priya Shah', reasons: 'Counsel has advised.' },
    ]);
    expect(decided.changed).toMatchObject([{ kind: 'update', state: 'ended', nextActionOn: null }]);
    expect(decided.added).toEqual([]);
  });

  test('from not accepted to partly accepted asks for a date from that day', () => {
    const held = answeredEssex({ acceptance: 'not-accepted' }, { state: 'ended' });
    const decided = allowed(changeAcceptance(held, change({ acceptance: 'partly-accepted' }), today));
    expect(decided.added).toMatchObject([
      { sequence: 2, dueOn: null, anchorOn: '2020-12-10', cause: 'accepted-later' },
    ]);
  });

  test('asks for no date where one is promised, nor where it was accepted in part before', () => {
    const promised = answeredEssex({ acceptance: 'not-accepted' });
    const partly = answeredEssex({ acceptance: 'partly-accepted' }, { state: 'met' });
    for (const held of [promised, partly]) {
      const decided = allowed(changeAcceptance(held, change({ acceptance: 'accepted' }), today));
      expect([decided.changed, decided.added]).toEqual([[], []]);
    }
  });

  test.each<[string, Partial<AcceptanceChange>, string | undefined]>([
    ['to what it is already', { acceptance: 'accepted' }, 'same-acceptance'],
    ['the day before the response', { changedOn: asDay('2020-11-19') }, 'changed-before-answer'],
    ['on the day of the response', { changedOn: asDay('2020-11-20') }, undefined],
    ['today', { changedOn: asDay('2020-12-10') }, undefined],
    ['tomorrow', { changedOn: asDay('2020-12-11') }, 'changed-in-the-future'],
    ['to not accepted without reasons', { reasons: undefined }, 'reasons-missing'],
    ['to partly accepted without reasons', { acceptance: 'partly-accepted', reasons: undefined }, undefined],
  ])('%s: %s → %s', (_, of, code) => {
    const result = changeAcceptance(answeredEssex(), change(of), today);
    expect(isRefusal(result) ? result.refused : undefined).toBe(code);
  });

  test.each<[Partial<AcceptanceChange>, string, string]>([
    [{ acceptance: 'accepted' }, 'acceptance', 'It is recorded as accepted already'],
    [
      { changedOn: asDay('2020-11-19') },
      'changedOn',
      'The date must be on or after 20 November 2020, the day of the answer it changes',
    ],
    [{ changedOn: asDay('2020-12-11') }, 'changedOn', 'The date must be today or in the past'],
    [{ reasons: undefined }, 'reasons', 'Enter the reasons the recommendation is not accepted'],
  ])('%j is refused at the box %s: %s', (of, field, message) => {
    expect(changeAcceptance(answeredEssex(), change(of), today)).toMatchObject({ field, message });
  });

  test('is refused before the response, and once it has changed 20 times', () => {
    expect(changeAcceptance(unansweredEssex(), change(), on('2020-11-01'))).toMatchObject({
      refused: 'not-from-here',
    });
    const entry = { acceptance: 'accepted', on: asDay('2020-11-20'), by: 'Lee' } as const;
    const with19 = answeredEssex({ acceptanceHistory: Array(19).fill(entry) });
    const with20 = answeredEssex({ acceptanceHistory: Array(20).fill(entry) });
    expect(isRefusal(changeAcceptance(with19, change(), today))).toBe(false);
    expect(changeAcceptance(with20, change(), today)).toMatchObject({
      refused: 'too-many-changes',
      message: 'The acceptance has changed too often to record another change',
    });
  });
});
