import { type Day, inWordsWithWeekday } from './day.ts';
import { balances, type Night } from './night.ts';

/** The London time from which a day's first run must have been accounted for. */
export const watchFrom = '08:00';

/** What is wrong with a day's runs. */
export type Trouble = 'missing' | 'unfinished' | 'unbalanced' | 'failures';

const worst: readonly Trouble[] = ['missing', 'unfinished', 'unbalanced', 'failures'];

const says: Record<Trouble, string> = {
  missing: 'No run has been recorded, so nobody has been reminded',
  unfinished: 'A run began and did not end, so somebody may not have been reminded',
  unbalanced: 'A run’s account does not balance, so somebody may have been left out',
  failures: 'A run could not deal with something, so somebody has been left out',
};

/**
 * What is wrong with the runs of a day, the worst first, or undefined. A run cut off and made good by a later, finished one of the same day
 * is no trouble: the later one selects by state and so did all that was left.
 *
 * @example no run on 20 November 2020 by 08:00 → 'missing'
 */
export function troubleWith(nights: readonly Night[]): Trouble | undefined {
  if (nights.length === 0) return 'missing';
  const finished = nights.filter(({ finishedAt }) => finishedAt !== undefined);
  const last = nights
    .map(({ id }) => id)
    .toSorted()
    .at(-1);
  const troubles: Trouble[] = [
    ...(finished.some(({ id }) => id === last) ? [] : (['unfinished'] as const)),
    ...(finished.every(balances) ? [] : (['unbalanced'] as const)),
    ...(finished.every(({ failed }) => failed === 0) ? [] : (['failures'] as const)),
  ];
  return worst.find((trouble) => troubles.includes(trouble));
}

/** The trouble with a day in one sentence: 'Friday 20 November 2020: no run has been recorded, so nobody has been reminded.' */
export const troubleInWords = (trouble: Trouble, day: Day): string =>
  `${inWordsWithWeekday(day)}: ${says[trouble]}.`;
