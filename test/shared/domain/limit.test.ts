import { describe, expect, test } from 'vitest';
import { isOver, limits, windowAt } from '../../../shared/domain/limit.ts';
import { asInstant } from '../../../shared/domain/london.ts';

describe('how much is taken', () => {
  test.each([
    ['session', 300, 1],
    ['address', 600, 1],
    ['attempts', 20, 15],
    ['recommendation', 30, 1],
  ] as const)('of one %s: %d in %d minutes, and not one more', (what, most, minutes) => {
    expect(limits[what]).toEqual({ most, minutes });
    expect(isOver(limits[what], most)).toBe(false);
    expect(isOver(limits[what], most + 1)).toBe(true);
  });
});

describe('the window that a moment is in', () => {
  const at = (time: string) => asInstant(`2020-11-20T${time}Z`);
  const seconds = (time: string) => Date.parse(at(time)) / 1_000;

  test.each([
    ['09:30:00', '09:30:00', '09:45:00', 900],
    ['09:44:59', '09:30:00', '09:45:00', 1],
    ['09:44:59.999', '09:30:00', '09:45:00', 1],
    ['09:45:00', '09:45:00', '10:00:00', 900],
  ])('of fifteen minutes at %s is from %s to %s, with %d seconds left', (now, from, ends, secondsLeft) => {
    expect(windowAt(limits.attempts, at(now))).toEqual({
      from: seconds(from),
      ends: seconds(ends),
      secondsLeft,
    });
  });

  test.each([
    ['09:30:59.999', '09:30:00'],
    ['09:31:00', '09:31:00'],
  ])('of one minute at %s begins at %s', (now, from) => {
    expect(windowAt(limits.session, at(now)).from).toBe(seconds(from));
  });
});
