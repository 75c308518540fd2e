import { addDays, addMonths, type Day, isAfter, isBefore, partsOf } from './day.ts';

/** How old a recommendation is, oldest first. */
export const ages = {
  'over-2-years': 'Over 2 years old',
  'over-1-year': 'Over 1 year old',
  'under-1-year': 'Up to 1 year old',
} as const;

export type Age = keyof typeof ages;

/**
 * The age of a recommendation on a day. It is over a year old from the day after the anniversary of the day it was made; one made on
 * 29 February has its anniversary on 28 February in other years.
 *
 * @example made 29 September 2020: on 29 September 2021 'under-1-year', from 30 September 2021 'over-1-year'
 */
export const ageOf = (madeOn: Day, today: Day): Age => agesOn(today)(madeOn);

/**
 * The age in words, in whole months: a month is over on the corresponding day, or on the month's last day where there is none.
 *
 * @example made 29 September 2020: on 28 October 2020 'Less than a month', on 29 October '1 month', on 29 September 2021 '1 year', on
 *   30 November 2022 '2 years and 2 months'
 */
export function ageInWords(madeOn: Day, today: Day): string {
  const [from, to] = [partsOf(madeOn), partsOf(today)];
  const started = (to.year - from.year) * 12 + to.month - from.month;
  const months = isAfter(addMonths(madeOn, started), today) ? started - 1 : started;
  const parts = [counted(Math.floor(months / 12), 'year'), counted(months % 12, 'month')].filter(Boolean);
  return months < 1 ? 'Less than a month' : parts.join(' and ');
}

const counted = (count: number, unit: string): string =>
  count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;

/** The same for many on one day, which is reckoned with once. */
export function agesOn(today: Day): (madeOn: Day) => Age {
  const [yearOld, twoYearsOld] = [youngestWithin(12, today), youngestWithin(24, today)];
  return (madeOn) => {
    if (isBefore(madeOn, twoYearsOld)) return 'over-2-years';
    return isBefore(madeOn, yearOld) ? 'over-1-year' : 'under-1-year';
  };
}

// The first day whose anniversary has not passed. Back from 29 February is 28 February, whose anniversary was the day before.
function youngestWithin(months: number, today: Day): Day {
  const back = addMonths(today, -months);
  return isBefore(addMonths(back, months), today) ? addDays(back, 1) : back;
}
