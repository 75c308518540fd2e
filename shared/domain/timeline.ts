import { type Day, earlier, isAfter, later } from './day.ts';
import { firstOfMonth, type Life, lastOfMonth } from './life.ts';
import type { Calendar } from './stages.ts';
import { type Band, bandsOf } from './timeline-bands.ts';
import { datesOf, type Mark, mailsOf, movesOf, nextStageDays, stagesUntil } from './timeline-marks.ts';

/** A recommendation's life as it is drawn: whole months from `from` to `to` (both counted), in which every band and mark lies. */
export type Timeline = { from: Day; to: Day; bands: Band[]; marks: Mark[] };

/**
 * The life of a recommendation as it is on a day, to be drawn and to be told as a table: pure, so that it can be drawn for any day.
 * It reaches as far as anything that is known, and at least to the next mail of each open duty; to today as long as anything is open.
 * Marks are in order of their days; on one day as they follow from each other (made, dates, moves, mails, stages, today).
 *
 * @example made 29 September 2020, answered 20 November, window 20 March to 20 May 2021, on 21 May 2021 → from 1 September 2020 to
 *   31 May 2021, with a band from 29 September to 23 November, one from 20 March to 20 May, and 'late' on 21 May
 */
export function timelineOf(life: Life, today: Day, calendar: Calendar): Timeline {
  const bands = bandsOf(life, today);
  const happened: Mark[] = [
    { kind: 'made', on: life.madeOn },
    ...datesOf(life),
    ...movesOf(life),
    ...mailsOf(life),
  ];
  const known = [...bands.flatMap(({ from, to }) => [from, to]), ...happened.map(({ on }) => on)];
  const ahead = nextStageDays(life, calendar);
  const last = [...known, ...ahead].reduce(later);
  const first = known.reduce(earlier);
  const [from, to] = [firstOfMonth(first), lastOfMonth(last)];
  const now: Mark[] = isAfter(today, to) || isAfter(from, today) ? [] : [{ kind: 'today', on: today }];
  const marks = [...happened, ...stagesUntil(last, life, today, calendar), ...now];
  return { from, to, bands, marks: marks.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) };
}
