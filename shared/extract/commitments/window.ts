import type { Day } from '../../domain/day.ts';

/** Fortnights, quarters and years are written in weeks and months, so that one rule counts them. */
export type Unit = 'day' | 'week' | 'month';

/** So long after the response. */
export type Offset = { readonly n: number; readonly unit: Unit };

export type Kind = 'within' | 'between' | 'by-date' | 'in' | 'none' | 'completed';

/** Days from the first to the last; null where the words leave that side open. */
export type Span = { readonly from: Day | null; readonly to: Day | null };

/**
 * What some words come to. `earliest` and `latest` are lengths after the response; `dateEarliest` and `dateLatest` are the
 * first and last day that the words mean, as far as they can be known: "in January" needs the day of the response.
 */
export type Window = {
  readonly kind: Kind;
  readonly earliest: Offset | null;
  readonly latest: Offset | null;
  readonly dateEarliest: Day | null;
  readonly dateLatest: Day | null;
  /** How it was read, in words. */
  readonly rule: string;
};

/** Another reading that a careful person could take; kind null: it is no promise. */
export type OtherReading = Omit<Window, 'kind' | 'rule'> & {
  readonly kind: Kind | null;
  readonly reading: string;
};

export const undated = (rule: string): Window => ({
  kind: 'none',
  earliest: null,
  latest: null,
  dateEarliest: null,
  dateLatest: null,
  rule,
});
