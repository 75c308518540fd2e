import { addDays, addMonths, type Day } from '../../../domain/day.ts';
import type { Offset } from '../window.ts';
import type { Length } from './length.ts';

/** A day so long after another, by the domain's counting; null past the last year it keeps. */
export function after(on: Day, { n, unit }: Offset): Day | null {
  try {
    return unit === 'month' ? addMonths(on, n) : addDays(on, unit === 'week' ? n * 7 : n);
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

/** The day a length before another; hours and minutes are the same day. */
export function before(on: Day, { most, unit }: Length): Day | null {
  return unit === 'hour' ? on : after(on, { n: -most, unit });
}
