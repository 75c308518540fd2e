import fc from 'fast-check';
import { addDays, asDay } from '../../../shared/domain/day.ts';

export const RUNS = { numRuns: 1_000 };

/** Any day of the years kept, 1 January 1900 to 31 December 2999. */
export const anyDay = fc.integer({ min: 0, max: 401_766 }).map((n) => addDays(asDay('1900-01-01'), n));

/** Any day of thirty years in which cases fall. */
export const anyRecentDay = fc.integer({ min: 0, max: 10_957 }).map((n) => addDays(asDay('2005-01-01'), n));
