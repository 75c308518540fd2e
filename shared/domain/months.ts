import type { Day } from './day.ts';

/** The month of a day as text: '2020-11'. Months sort and compare as text. */
export const monthOf = (on: Day): string => on.slice(0, 7);

/** Every month from the first to the last, both counted; none where the last is before the first. */
export function monthsBetween(first: string, last: string): string[] {
  const all: string[] = [];
  for (let month = first; month <= last; month = after(month)) all.push(month);
  return all;
}

const after = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};
