import { addDays, addMonths, type Day, dateInWords, inWords, isAfter, isBefore, partsOf } from './day.ts';
import { type Period, type PeriodOf, readPeriod } from './period.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

/** What a period comes to: in time from `opensOn` until the end of `closesOn`, and the sentence that shows how. */
export type Worked = { opensOn: Day; closesOn: Day; working: string };

/**
 * Works out a period from the day it is counted from. Only a window of months has an opening; any other period is
 * open from `from` itself. Weekends and bank holidays never move a date. A result after 2999 is refused.
 *
 * @example made 29 September 2020, 56 days beginning with it → closes 23 November 2020
 */
export function work(from: Day, input: Period): Worked | Refusal {
  const period = readPeriod(input);
  if (isRefusal(period)) return period;
  try {
    return workOut(from, period);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return refuse('invalid-date', `Counting from ${inWords(from)} goes past the year 2999`);
  }
}

function workOut(from: Day, period: Period): Worked | Refusal {
  switch (period.kind) {
    case 'days-beginning-with':
      return daysBeginningWith(from, period);
    case 'days-after':
      return daysAfter(from, period);
    case 'months-within':
      return monthsWithin(from, period);
    case 'months-beginning-with':
      return monthsBeginningWith(from, period);
    case 'window-months':
      return windowOfMonths(from, period);
    case 'statutory-extended-to':
      return statutoryExtendedTo(from, period);
    case 'statutory-judicial-review':
      return statutoryJudicialReview(from, period);
  }
}

/**
 * "Before the end of the period of 56 days beginning with the day on which the recommendation was made": that day is
 * day 1, so the last day is `days` − 1 later. Police Reform Act 2002, Schedule 3, paragraph 28B(2).
 *
 * @example made 29 September 2020, 56 days → 23 November 2020 (24 November is late)
 */
function daysBeginningWith(from: Day, { days }: PeriodOf<'days-beginning-with'>): Worked {
  const closesOn = lastDayBeginningWith(from, days);
  return {
    opensOn: from,
    closesOn,
    working: `${dayOneOf(from, days)}; the last day is ${inWords(closesOn)}`,
  };
}

/**
 * A number of days after a day: the day itself is not counted, as is usual for "within 28 days of" an event.
 *
 * @example 28 days after 29 September 2020 → 27 October 2020
 */
function daysAfter(from: Day, { days }: PeriodOf<'days-after'>): Worked {
  const closesOn = addDays(from, days);
  return {
    opensOn: from,
    closesOn,
    working: `${plural(days, 'day')} after ${inWords(from)} is ${inWords(closesOn)}`,
  };
}

/**
 * "Within 3 months": up to and including the corresponding date (Dodds v Walker [1981] 1 WLR 1027), or the last day of
 * that month where it has no such date.
 *
 * @example 20 November 2020 + 3 months → 20 February 2021; 30 November 2020 + 3 months → 28 February 2021
 */
function monthsWithin(from: Day, { months }: PeriodOf<'months-within'>): Worked {
  const closesOn = addMonths(from, months);
  const missing = missingDate(from, months);
  const working = missing
    ? `${inWords(from)} plus ${plural(months, 'month')} would be ${missing}, which does not exist, so the last day of that month counts: ${inWords(closesOn)}`
    : `${plural(months, 'month')} after ${inWords(from)} is ${inWords(closesOn)}`;
  return { opensOn: from, closesOn, working };
}

/**
 * "Months beginning with" a day: that day is counted, so the last day is the day before the corresponding date. Where
 * the month has no such date its last day stands in for it and the day before that is taken: 30 November 2020 +
 * 3 months gives 27 February 2021. Halsbury's Laws would allow 28 February; we take the earlier day, because
 * nobody is late who keeps it.
 *
 * @example 3 months beginning with 20 November 2020 → 19 February 2021
 */
function monthsBeginningWith(from: Day, { months }: PeriodOf<'months-beginning-with'>): Worked {
  const corresponding = addMonths(from, months);
  const closesOn = addDays(corresponding, -1);
  const missing = missingDate(from, months);
  const before = missing
    ? `${missing}, which does not exist, so the last day of that month, ${inWords(corresponding)}, stands in for it`
    : inWords(corresponding);
  const working = `${plural(months, 'month')} beginning with ${inWords(from)} ${months === 1 ? 'ends' : 'end'} the day before ${before}; the last day is ${inWords(closesOn)}`;
  return { opensOn: from, closesOn, working };
}

/**
 * "In 4-6 months": opens at the start of one corresponding date and closes at the end of the other, both counted from
 * the same day and neither from the other.
 *
 * @example responded 20 November 2020, 4 to 6 months → opens 20 March 2021, closes 20 May 2021
 */
function windowOfMonths(from: Day, { from_months, to_months }: PeriodOf<'window-months'>): Worked {
  const opensOn = addMonths(from, from_months);
  const closesOn = addMonths(from, to_months);
  const opening = from_months
    ? `opens ${plural(from_months, 'month')} after ${inWords(from)}, on ${inWords(opensOn)}${clamped(from, from_months)}`
    : `opens on ${inWords(opensOn)}`;
  const closing = `closes ${plural(to_months, 'month')} after, at the end of ${inWords(closesOn)}${clamped(from, to_months)}`;
  return { opensOn, closesOn, working: `${opening}, and ${closing}` };
}

/**
 * The statutory period moved to a later day. Paragraph 28B(3) allows it only on an application received before the
 * period ends, so an application is in time from the day made up to and including the last day. There is no longest extension.
 *
 * @example made 29 September 2020, applied for on 23 November 2020 → in time; on 24 November 2020 → refused
 */
function statutoryExtendedTo(from: Day, period: PeriodOf<'statutory-extended-to'>): Worked | Refusal {
  const { days, extended_to: closesOn, applied_on: appliedOn } = period;
  const unextended = lastDayBeginningWith(from, days);
  if (isBefore(appliedOn, from)) {
    const why = `An extension cannot be applied for before the period begins, on ${inWords(from)}`;
    return refuse('invalid-promise', why, 'applied_on');
  }
  if (isAfter(appliedOn, unextended)) {
    const why = `An extension must be applied for before the period ends: its last day was ${inWords(unextended)}`;
    return refuse('invalid-promise', why, 'applied_on');
  }
  if (!isAfter(closesOn, unextended)) {
    const why = `An extension must end after the last day without it, ${inWords(unextended)}`;
    return refuse('invalid-promise', why, 'extended_to');
  }
  const working = `${dayOneOf(from, days)}, so the last day was ${inWords(unextended)}; an extension applied for in time, on ${inWords(appliedOn)}, moves it to ${inWords(closesOn)}`;
  return { opensOn: from, closesOn, working };
}

/**
 * The statutory period grown by the days that judicial review proceedings are in progress, paragraph 28B(4).
 *
 * @example made 29 September 2020, 56 days, 10 days of proceedings → 3 December 2020
 */
function statutoryJudicialReview(from: Day, period: PeriodOf<'statutory-judicial-review'>): Worked {
  const { days, proceedings_days: proceedings } = period;
  const without = lastDayBeginningWith(from, days);
  const closesOn = addDays(without, proceedings);
  const working = `${dayOneOf(from, days)}, so the last day would be ${inWords(without)}; judicial review proceedings add ${plural(proceedings, 'day')}: ${inWords(closesOn)}`;
  return { opensOn: from, closesOn, working };
}

function lastDayBeginningWith(from: Day, days: number): Day {
  return addDays(from, days - 1);
}

function dayOneOf(from: Day, days: number): string {
  return `${inWords(from)} is day 1 of ${days}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function clamped(from: Day, months: number): string {
  const missing = missingDate(from, months);
  return missing ? ` (${missing} does not exist, so the last day of that month counts)` : '';
}

/** The corresponding date in words where the month has no such date, otherwise null. */
function missingDate(from: Day, months: number): string | null {
  const { date } = partsOf(from);
  const landed = partsOf(addMonths(from, months));
  return landed.date === date ? null : dateInWords(landed.year, landed.month, date);
}
