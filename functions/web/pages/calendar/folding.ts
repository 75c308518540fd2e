import type { ForecastDay, ForecastWeek } from '../../../../shared/domain/forecast.ts';

/** About as many lines as a page of 150 kB holds beside its frame. */
const mostLines = 330;

const choices = [40, 20, 10, 5, 3, 2, 1];

const listsOf = ({ opens, due, late, mails }: ForecastDay) => [opens, due, late, mails];

/** How many lines of each kind a day shows before it is folded: all of a quiet time, fewer the busier it is, never none. */
export function foldedAt(weeks: readonly ForecastWeek[]): number {
  const sizes = weeks.flatMap(({ days }) => days.flatMap(listsOf)).map(({ length }) => length);
  if (total(sizes) <= mostLines) return Number.POSITIVE_INFINITY;
  return choices.find((most) => total(sizes.map((size) => Math.min(size, most))) <= mostLines) ?? 1;
}

const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);
