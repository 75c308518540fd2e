import type { Promised } from '../domain/commitment.ts';
import type { Day } from '../domain/day.ts';
import { confirmable, daysOf } from './commitments/confirmable.ts';
import { promisesNews } from './commitments/report-back.ts';
import { type Finding, findingsIn } from './commitments/sentence.ts';
import { sentencesOf } from './commitments/text/sentences.ts';
import { type Token, tokenize } from './commitments/text/tokens.ts';
import type { Kind, Offset, OtherReading } from './commitments/window.ts';

/** Another reading of the same words; kind null: they promise nothing. */
export type Alternative = OtherReading & { readonly opensOn: Day | null; readonly dueOn: Day | null };

/**
 * What a response seems to promise, for a person to confirm: nothing is saved from it as it stands. `text.slice(start, end)` is
 * `quote`. `opensOn` and `dueOn` are reckoned from `anchorOn`, the day of the response, and null where that is needed and
 * not known. `promises` is what a person would confirm, null where the day of the response is needed first.
 */
export type Suggestion = {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly earliest: Offset | null;
  readonly latest: Offset | null;
  readonly dateEarliest: Day | null;
  readonly dateLatest: Day | null;
  readonly opensOn: Day | null;
  readonly dueOn: Day | null;
  readonly anchorOn: Day | null;
  readonly rule: string;
  readonly event: string | null;
  readonly promise: 'report-back' | 'action';
  readonly promises: Promised | null;
  readonly alternatives: readonly Alternative[];
};

/**
 * Reads the promises in a response, in the order they stand. What is no promise gives nothing; a promise with no date gives kind
 * 'none', and what has been done 'completed'. Months land as the Dodds v Walker rule has them, counted from `respondedOn`.
 *
 * @param respondedOn the day of the response, the anchor of every promise; null where the page does not print it
 * @example ('… report progress back to the IOPC in 4-6mths.', 2020-11-20) → between 4 and 6 months, 20 March to 20 May 2021
 */
export function commitmentsIn(text: string, respondedOn: Day | null): Suggestion[] {
  return sentencesOf(tokenize(text)).flatMap((tokens) =>
    findingsIn(tokens, respondedOn).map((finding) => suggestion(text, tokens, finding, respondedOn)),
  );
}

const longestQuote = 2_000;

function suggestion(text: string, tokens: readonly Token[], finding: Finding, on: Day | null): Suggestion {
  const [start, end] = quoted(tokens, finding);
  const { rule, ...window } = finding.window;
  const event =
    finding.event && text.slice(tokens[finding.event[0]]!.start, tokens[finding.event[1] - 1]!.end);
  const promises = confirmable(window, event, on);
  return {
    quote: text.slice(start, end),
    start,
    end,
    ...window,
    ...daysOf(window, promises, on),
    anchorOn: on,
    rule,
    event,
    promise: promisesNews(tokens, finding.from, finding.to) ? 'report-back' : 'action',
    promises,
    alternatives: finding.others.map((other) => ({ ...other, ...otherDays(other, on) })),
  };
}

function otherDays(other: OtherReading, on: Day | null) {
  const { kind } = other;
  if (kind === null) return { opensOn: null, dueOn: null };
  const window = { ...other, kind };
  return daysOf(window, confirmable(window, null, on), on);
}

/** The words of the finding, without a bullet before or a space after; a longer quote than a record keeps is cut at a word. */
function quoted(tokens: readonly Token[], { from, to }: Finding): [number, number] {
  let first = from;
  while (first < to - 1 && tokens[first]!.kind === 'mark' && !['"', '(', "'"].includes(tokens[first]!.word))
    first += 1;
  const start = tokens[first]!.start;
  let last = to - 1;
  while (last > first && tokens[last]!.end - start > longestQuote) last -= 1;
  return [start, Math.min(tokens[last]!.end, start + longestQuote)];
}
