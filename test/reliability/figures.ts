import type { Played } from './play.ts';

/** How many schedules ended how; each is counted once, under the worst that happened in it. */
export type Figures = {
  schedules: number;
  exactlyOnce: number;
  duplicates: number;
  lost: number;
  parked: number;
  /** Any other promise broken: a stale mail, an unbalanced statement, a letter to the wrong person. */
  wrong: number;
  /** The most mails too many in one schedule. */
  mostDuplicates: number;
};

export type Ending = 'exactlyOnce' | 'parked' | 'wrong' | 'duplicates' | 'lost';

export function endingOf({ lost, duplicates, wrong, parked }: Omit<Played, 'calls'>): Ending {
  if (lost.length > 0) return 'lost';
  if (duplicates.length > 0) return 'duplicates';
  if (wrong.length > 0) return 'wrong';
  return parked.length > 0 ? 'parked' : 'exactlyOnce';
}

export function count(played: Omit<Played, 'calls'>[]): Figures {
  const figures: Figures = {
    schedules: played.length,
    exactlyOnce: 0,
    duplicates: 0,
    lost: 0,
    parked: 0,
    wrong: 0,
    mostDuplicates: Math.max(0, ...played.map(({ duplicates }) => duplicates.length)),
  };
  for (const each of played) figures[endingOf(each)] += 1;
  return figures;
}
