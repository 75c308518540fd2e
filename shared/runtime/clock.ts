import type { Day } from '../domain/day.ts';
import { type Instant, londonDay } from '../domain/london.ts';

/** Where the present comes from; an argument everywhere, so that any night can be lived again. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => new Date().toISOString() as Instant };

/** Today is a London date, whatever the machine's time zone. */
export const today = (clock: Clock): Day => londonDay(clock.now());
