import { describe, expect, test } from 'vitest';
import { defaultStagePlan, offsets } from '../../../shared/domain/stage-plan.ts';

function first(count: number, tail: Parameters<typeof offsets>[0]): number[] {
  const all = offsets(tail);
  return Array.from({ length: count }, () => all.next().value as number);
}

describe('the stages an organisation starts with', () => {
  test('once late: 1, 7 and 14 days, then every 14, and from 56 days every 28', () => {
    expect(first(12, defaultStagePlan.after)).toEqual([1, 7, 14, 28, 42, 56, 84, 112, 140, 168, 196, 224]);
  });

  test('without a date: after 28 days, then every 90', () => {
    expect(first(6, defaultStagePlan.review)).toEqual([28, 118, 208, 298, 388, 478]);
  });

  test('a response is asked for 28, 14, 7 and 1 days before; an update 28, 7 and 1; a publication 7 and 1', () => {
    expect(defaultStagePlan.before).toEqual({
      response: [28, 14, 7, 1],
      update: [28, 7, 1],
      publication: [7, 1],
    });
  });

  test('it thins and never stops: the hundredth notice comes 28 days after the one before it', () => {
    const offset = first(100, defaultStagePlan.after);
    expect(offset[99]! - offset[98]!).toBe(28);
  });
});

describe('the offsets of any plan', () => {
  test('the rhythm changes on the day a repeat starts, not before it', () => {
    const repeats = [
      { from: 0, every: 10 },
      { from: 20, every: 30 },
    ];
    expect(first(4, { first: [9], repeats })).toEqual([9, 19, 29, 59]);
    expect(first(4, { first: [10], repeats })).toEqual([10, 20, 50, 80]);
    expect(first(4, { first: [11], repeats })).toEqual([11, 21, 51, 81]);
  });

  test('before the first repeat starts, its rhythm holds already', () => {
    expect(first(3, { first: [1], repeats: [{ from: 14, every: 14 }] })).toEqual([1, 15, 29]);
  });

  test('a plan without a first offset counts from the due day', () => {
    expect(first(3, { first: [], repeats: [{ from: 0, every: 5 }] })).toEqual([5, 10, 15]);
  });

  test('a plan without repeats ends', () => {
    expect([...offsets({ first: [1, 2], repeats: [] })]).toEqual([1, 2]);
  });
});
