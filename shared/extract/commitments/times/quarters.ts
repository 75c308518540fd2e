import type { Day } from '../../../domain/day.ts';
import { ordinalAt } from '../text/numbers.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import type { Period, SpanOn } from './period.ts';
import { type Closed, monthsFrom, nextOf } from './spans.ts';
import { financialYearAt, fullYear, namedYear, type YearRead, yearAt } from './year.ts';

/** The first of a financial year's quarters begins in April. */
const financial = (year: number, quarter: number): Closed =>
  monthsFrom(quarter === 4 ? year + 1 : year, ((quarter * 3) % 12) + 1, 3);
const calendar = (year: number, quarter: number): Closed => monthsFrom(year, quarter * 3 - 2, 3);

/** A half year by the year it lies in: April to September and October to March, or January to June and July to December. */
const financialHalf = (year: number, half: number): Closed => monthsFrom(year, half === 1 ? 4 : 10, 6);
const calendarHalf = (year: number, half: number): Closed => monthsFrom(year, half === 1 ? 1 : 7, 6);

type Parts = { readonly financial: typeof financial; readonly calendar: typeof calendar };
const quarters: Parts = { financial, calendar };
const halves: Parts = { financial: financialHalf, calendar: calendarHalf };

/**
 * "Q2 2021/22", "Q4", "the first quarter of 2021", "the second half of the financial year". With no year a quarter is the
 * financial year's, as police plans count; with one year's number it is the calendar's. The other count is kept as a reading.
 */
export function quarter(tokens: readonly Token[], at: number): Period | null {
  const lead = fullYear(tokens[at]) && /^(q|qtr|quarter)$/.test(wordAt(tokens, at + 1)) ? at + 1 : at;
  const named = numberedPart(tokens, lead) ?? countedPart(tokens, lead);
  if (!named) return null;
  if (lead > at) return ofYear(named.parts, named.n, () => fullYear(tokens[at])!, named.next);
  const of =
    wordAt(tokens, named.next) === 'of' || wordAt(tokens, named.next) === ',' ? named.next + 1 : named.next;
  return (
    ofFinancialYear(tokens, of, named) ??
    ofCalendarYear(tokens, of, named) ??
    ofNamedYear(tokens, of, named) ??
    withoutYear(named)
  );
}

type Part = { readonly parts: Parts; readonly n: number; readonly next: number };

function numberedPart(tokens: readonly Token[], at: number): Part | null {
  const mark = wordAt(tokens, at);
  const n = Number(wordAt(tokens, at + 1));
  if (tokens[at + 1]?.kind !== 'number' || n < 1) return null;
  if ((mark === 'q' || mark === 'qtr' || mark === 'quarter') && n <= 4) {
    return { parts: quarters, n, next: at + 2 };
  }
  return mark === 'h' && n <= 2 ? { parts: halves, n, next: at + 2 } : null;
}

function countedPart(tokens: readonly Token[], at: number): Part | null {
  const from = wordAt(tokens, at) === 'the' ? at + 1 : at;
  const last = wordAt(tokens, from) === 'final' || wordAt(tokens, from) === 'last';
  const counted = ordinalAt(tokens, from);
  const place = last ? from + 1 : (counted?.next ?? from);
  const word = wordAt(tokens, place);
  const size = word === 'quarter' ? 4 : word === 'half' ? 2 : 0;
  const n = last ? size : (counted?.n ?? 0);
  if (n < 1 || n > size) return null;
  // "The last quarter" alone is the one that has passed.
  if (last && wordAt(tokens, from) === 'last' && wordAt(tokens, place + 1) !== 'of') return null;
  return { parts: size === 4 ? quarters : halves, n, next: place + 1 };
}

function ofFinancialYear(tokens: readonly Token[], at: number, { parts, n }: Part): Period | null {
  const place = wordAt(tokens, at) === 'the' ? at + 1 : at;
  const read = financialYearAt(tokens, place);
  return read ? { span: () => parts.financial(read.year, n), next: read.next } : null;
}

function ofCalendarYear(tokens: readonly Token[], at: number, { parts, n }: Part): Period | null {
  const year = yearAt(tokens, at);
  return year ? ofYear(parts, n, year.of, year.next) : null;
}

function ofYear(parts: Parts, n: number, year: YearRead['of'], next: number): Period {
  const as =
    (count: typeof calendar): SpanOn =>
    (on) => {
      const of = year(on);
      return of === null ? null : count(of, n);
    };
  return {
    span: as(parts.calendar),
    next,
    others: [
      { reading: 'the part of the financial year that begins in that year', span: as(parts.financial) },
    ],
  };
}

function ofNamedYear(tokens: readonly Token[], at: number, { parts, n }: Part): Period | null {
  const year = namedYear(tokens, at);
  if (!year) return null;
  const span = (on: Day | null) => {
    const whole = year.span(on);
    if (!whole) return null;
    const count = whole.from.slice(5, 7) === '04' ? parts.financial : parts.calendar;
    return count(Number(whole.from.slice(0, 4)), n);
  };
  return { span, next: year.next };
}

function withoutYear({ parts, n, next }: Part): Period {
  const soonest =
    (count: typeof calendar): SpanOn =>
    (on) =>
      on ? nextOf(on, (year) => count(year, n)) : null;
  return {
    span: soonest(parts.financial),
    next,
    others: [{ reading: 'the part of the calendar year', span: soonest(parts.calendar) }],
  };
}

/** "this quarter", "next quarter": financial and calendar quarters begin on the same days. */
export function turnOfQuarter(tokens: readonly Token[], at: number): Period | null {
  const turn = wordAt(tokens, at);
  if (wordAt(tokens, at + 1) !== 'quarter' || !['this', 'the', 'next', 'current'].includes(turn)) return null;
  const span = (on: Day | null) => {
    const running = on ? nextOf(on, (year) => runningIn(year, on)) : null;
    if (!running || turn !== 'next') return running;
    const [year, month] = [Number(running.from.slice(0, 4)), Number(running.from.slice(5, 7))];
    return month === 10 ? monthsFrom(year + 1, 1, 3) : monthsFrom(year, month + 3, 3);
  };
  return { span, next: at + 2, adverb: true, partOnly: turn === 'the' };
}

function runningIn(year: number, on: Day): Closed | null {
  return (
    [1, 4, 7, 10].map((month) => monthsFrom(year, month, 3)).find(({ from, to }) => from <= on && on <= to) ??
    null
  );
}
