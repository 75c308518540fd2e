import { addDays, addMonths, type Day } from '../../../domain/day.ts';
import type { Offset } from '../window.ts';
import type { Length } from './length.ts';

/** A reckoning, or what stands for it where it leaves the years that days are kept for, 1900 to 2999. */
export function kept<T>(reckon: () => T, otherwise: () => T): T {
  try {
    return reckon();
  } catch (fault) {
    if (fault instanceof RangeError) return otherwise();
    throw fault;
  }
}

/** A day so long after another, by the domain's counting; null past the last year it keeps. */
export function after(on: Day, { n, unit }: Offset): Day | null {
  const reckon = () => (unit === 'month' ? addMonths(on, n) : addDays(on, unit === 'week' ? n * 7 : n));
  return kept<Day | null>(reckon, () => null);
}

/** The day a length before another; hours and minutes are the same day. */
export function before(on: Day, { most, unit }: Length): Day | null {
  return unit === 'hour' ? on : after(on, { n: -most, unit });
}
