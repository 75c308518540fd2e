import type { Day } from '../../../domain/day.ts';
import type { Token } from '../text/tokens.ts';
import type { OtherReading, Window } from '../window.ts';

/**
 * What a time is for. Only 'window' gives a promise its date. 'start' says when something begins, 'event' waits for something
 * with no date, 'vague' is "in due course"; 'past' looks back, 'frequency' recurs, 'standard' is how fast a service works.
 */
export type Use = 'window' | 'start' | 'event' | 'vague' | 'past' | 'frequency' | 'standard';

/** A time found in a sentence, from one token to before another. */
export type Time = {
  readonly from: number;
  readonly to: number;
  readonly use: Use;
  /** How much it says: a day more than a month, a month more than "next year". */
  readonly weight: number;
  /** Only beside a label or in brackets is it a promise's date: "31 March 2021" with no preposition. */
  readonly bare: boolean;
  /** "Next month" needs no preposition, so it describes no thing. */
  readonly adverb: boolean;
  /** A length of days or less, which may be a standard of service. */
  readonly short: boolean;
  /** An upper end such as "by" or "within", which a sentence without a verb may carry. */
  readonly closes: boolean;
  readonly window: (on: Day | null) => Window;
  readonly others: (on: Day | null) => readonly OtherReading[];
};

/** One row of the grammar of times. */
export type TimeRule = (tokens: readonly Token[], at: number) => Time | null;

/** A time that gives no window: what it is for, and in words why. */
export function timeless(
  from: number,
  to: number,
  use: Exclude<Use, 'window' | 'start'>,
  window: (on: Day | null) => Window,
): Time {
  return {
    from,
    to,
    use,
    weight: 0,
    bare: false,
    adverb: false,
    short: false,
    closes: false,
    window,
    others: () => [],
  };
}
