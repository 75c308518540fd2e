import { addDays, type Day, inWordsWithWeekday, isBefore } from './day.ts';
import { type Instant, londonDay, londonTime, minutesBetween } from './london.ts';
import { balances, type Night } from './night.ts';

/** The London time from which a day's first run must have been accounted for. */
const watchFrom = '08:00';

/** How long a planned mail may wait to be sent before it is trouble. */
const patience = 60;

/** What is wrong with a day's runs, or with the weekly look at what they did. */
export type Trouble = 'missing' | 'unfinished' | 'not-sent' | 'unbalanced' | 'failures' | 'not-compared';

const says: Record<Trouble, string> = {
  missing: 'No run has been recorded, so nobody has been reminded',
  unfinished: 'A run began and did not end, so somebody may not have been reminded',
  'not-sent': 'Mails were planned and are still waiting to be sent, so somebody has not been reminded',
  unbalanced: 'A run’s account does not balance, so somebody may have been left out',
  'not-compared':
    'The reminders have not been compared with what should have been sent for eight days or more, so nobody would notice somebody left out',
  failures: 'A run could not deal with something, so somebody has been left out',
};

/**
 * The day whose runs can be judged at a moment: today from 08:00 in London, or as soon as a run of today has ended, because that run has
 * made good whatever was left of yesterday; before that yesterday.
 *
 * @example 07:59 on 20 November 2020 with no run yet → 19 November; 08:00 → 20 November
 */
export function judgedDay(now: Instant, runsOfToday: readonly Night[]): Day {
  const today = londonDay(now);
  const ended = runsOfToday.some(({ finishedAt }) => finishedAt !== undefined);
  return ended || londonTime(now) >= watchFrom ? today : addDays(today, -1);
}

/** The ledger is compared every Monday; a day more is for one that was late. */
const ledgerPatience = 8;

/** The day from which a tracker must have compared its ledger, or have been new. */
export const comparedSince = (today: Day): Day => addDays(today, 1 - ledgerPatience);

/**
 * Is the last comparison of the ledger too long ago? Counted in London days.
 *
 * @param comparedAt when it was last compared; undefined where it never was
 * @param isNew whether the tracker's first run is less than eight days ago, so that no comparison need have been
 * @example compared on Monday 2 November 2020 → missed on Monday 9 November, and too long ago on Tuesday 10 November
 */
export const isLedgerForgotten = (comparedAt: Instant | undefined, isNew: boolean, today: Day): boolean =>
  comparedAt === undefined ? !isNew : isBefore(londonDay(comparedAt), comparedSince(today));

/** Has all that a run planned had an hour to be sent? */
export const isDueOut = ({ startedAt, finishedAt }: Night, now: Instant): boolean =>
  minutesBetween((finishedAt ?? startedAt) as Instant, now) > patience;

/**
 * What is wrong with the runs of a day, the worst first, or undefined. A run cut off and made good by a later, finished one of the same day
 * is no trouble: the later one selects by state and so did all that was left. Mails that the last run could not hand over, its own or older
 * ones, are trouble on every day on which they still wait.
 *
 * @param waiting how many mails of runs of more than an hour ago still wait to be sent
 * @example no run on 20 November 2020 by 08:00 → 'missing'
 */
export function troubleWith(nights: readonly Night[], waiting: number): Trouble | undefined {
  if (nights.length === 0) return 'missing';
  const finished = nights.filter(({ finishedAt }) => finishedAt !== undefined);
  const lastId = nights
    .map(({ id }) => id)
    .toSorted()
    .at(-1);
  const last = nights.find(({ id }) => id === lastId)!;
  const kept = finished.includes(last) ? last.heldBack + last.notHandedOver : 0;
  const troubles: [Trouble, boolean][] = [
    ['unfinished', !finished.includes(last)],
    ['not-sent', waiting + kept > 0],
    ['unbalanced', !finished.every(balances)],
    ['failures', finished.some(({ failed }) => failed > 0)],
  ];
  return troubles.find(([, isSo]) => isSo)?.[0];
}

/** The trouble with a day in one sentence: 'Friday 20 November 2020: No run has been recorded, so nobody has been reminded.' */
export const troubleInWords = (trouble: Trouble, day: Day): string =>
  `${inWordsWithWeekday(day)}: ${says[trouble]}.`;
