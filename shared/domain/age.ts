import { addMonths, type Day, isAfter } from './day.ts';

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
export function ageOf(madeOn: Day, today: Day): Age {
  if (isAfter(today, addMonths(madeOn, 24))) return 'over-2-years';
  return isAfter(today, addMonths(madeOn, 12)) ? 'over-1-year' : 'under-1-year';
}
