import type { Day } from '../../../domain/day.ts';
import type { Token } from '../text/tokens.ts';
import type { Offset } from '../window.ts';
import type { Closed } from './spans.ts';

/** The days a name of time means, seen from the day of the response; null when they cannot be known without it. */
export type SpanOn = (on: Day | null) => Closed | null;

/** A named time: "30 June 2021", "Q2 2021/22", "next month". */
export type Period = {
  readonly span: SpanOn;
  /** The place after its last token. */
  readonly next: number;
  /** One day, which says more than a month does. */
  readonly exact?: boolean;
  /** A bare year or month, which only a word such as "in" or "by" makes a time. */
  readonly weak?: boolean;
  /** It needs no preposition: "next month", "week commencing 13 January". */
  readonly adverb?: boolean;
  /** Only "the end of the year" is a time, "the year" is none. */
  readonly partOnly?: boolean;
  /** Its parts are not told apart: "early in the new year" is as much January as "in the new year". */
  readonly whole?: boolean;
  /** Where people also count it so: "next month" is 1 month on. */
  readonly offset?: Offset;
  /** What else it could mean: Q4 of the calendar year. */
  readonly others?: readonly { readonly reading: string; readonly span: SpanOn }[];
};

/** One row of the grammar of named times. */
export type PeriodRule = (tokens: readonly Token[], at: number) => Period | null;
