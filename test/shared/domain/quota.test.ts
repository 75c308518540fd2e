import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftOf, waitBefore } from '../../../shared/domain/quota.ts';

describe('what is left of the quota', () => {
  test.each([
    [200, 0, 200],
    [200, 199, 1],
    [200, 200, 0],
    [200, 201, 0],
    [200, 10.5, 189],
    [Number.POSITIVE_INFINITY, 1_000_000, Number.POSITIVE_INFINITY],
  ])('of %d a day with %d sent: %d', (perDay, sentToday, left) => {
    expect(leftOf({ perDay, perSecond: 1, sentToday })).toBe(left);
  });
});

describe('the wait before a mail', () => {
  test.each([
    ['at 14 a second two senders send every 179 ms', 14, 2, 0, 179],
    ['after 100 ms there are 79 left', 14, 2, 100, 79],
    ['a moment too early', 14, 2, 178, 1],
    ['on time', 14, 2, 179, 0],
    ['long after', 14, 2, 60_000, 0],
    ['at 1 a second one sender sends every 1,250 ms', 1, 1, 0, 1_250],
    ['at 1 a second two senders send every 2,500 ms', 1, 2, 0, 2_500],
  ])('%s', (_, perSecond, workers, now, wait) => {
    expect(waitBefore(0, now, perSecond, workers)).toBe(wait);
  });

  test('keeps all senders together to 80 % of any rate, and wastes less than a millisecond a mail', () => {
    const anyRate = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(anyRate, fc.integer({ min: 1, max: 50 }), fc.nat(), (perSecond, workers, at) => {
        const every = waitBefore(at, at, perSecond, workers);
        expect((workers * 1_000) / every).toBeLessThanOrEqual(perSecond * 0.8 + 1e-9);
        expect((workers * 1_000) / (every - 1 || 0.5)).toBeGreaterThan(perSecond * 0.8);
      }),
    );
  });
});
