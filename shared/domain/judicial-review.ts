import type * as z from 'zod';
import type { Clock } from './clocks.ts';
import { addDays, type Day, day, daysBetween, inWords, isAfter, isBefore } from './day.ts';
import { type Deadline, withDates } from './deadline.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { responseDays } from './response-deadline.ts';
import { type Moving, type Revised, type Revision, revised } from './revision.ts';
import { optional, text } from './text.ts';

const why = optional(text('the note', 2_000));

/** What a person types when judicial review proceedings have started: their first day. */
export const pauseInput = input({ from: day, why });

/** What a person types when they have ended: their last day. */
export const resumeInput = input({ until: day, why });

export type PauseInput = z.infer<typeof pauseInput>;
export type ResumeInput = z.infer<typeof resumeInput>;

/**
 * Pauses the period for a response. Paragraph 28B(4): where proceedings for judicial review of the decision to recommend are *started
 * during the period*, extended or not, it grows by the days they are in progress. So they must start on or after the day made and on or before
 * the law's last day. While they last nothing falls due, and the owner hears of it after 28 days and then every 90.
 *
 * @param history the earlier changes of its dates: the same day is never counted twice
 * @example made 29 September 2020: started on 23 November → paused; on 24 November → refused
 */
export function pause(
  deadline: Deadline,
  clock: Clock,
  { from, why }: PauseInput,
  { moving, history }: { moving: Moving; history: readonly Revision[] },
): Revised | Refusal {
  const { lawOn, anchorOn, pausedOn } = deadline;
  const { today, by } = moving;
  if (!clock.pause || lawOn === null)
    return refuse('no-pause', 'No law pauses the period for this response for judicial review');
  if (pausedOn !== null)
    return refuse('already-paused', `This has been paused since ${inWords(pausedOn)} already`);
  if (isBefore(from, anchorOn) || isAfter(from, lawOn))
    return refuse(
      'outside-the-period',
      `The proceedings must have started during the period, from ${inWords(anchorOn)} to ${inWords(lawOn)}`,
      'from',
    );
  if (isAfter(from, today))
    return refuse('in-the-future', 'The first day of the proceedings must be today or in the past', 'from');
  const counted = history.find(({ resumedOn }) => resumedOn !== undefined && !isAfter(from, resumedOn));
  if (counted)
    return refuse(
      'counted-already',
      `The days up to ${inWords(counted.resumedOn!)} have been counted already`,
      'from',
    );
  return revised(deadline, withDates(deadline, { pausedOn: from }, today), {
    how: 'pause',
    on: today,
    by,
    why,
    pausedOn: from,
  });
}

/**
 * Resumes the period: the last days grow by the days of the proceedings. Paragraph 28B(4). The first and the last day both count.
 *
 * @example last day 23 November 2020, proceedings from 1 to 10 November → 10 days → 3 December 2020
 */
export function resume(
  deadline: Deadline,
  { until, why }: ResumeInput,
  { today, by }: Moving,
): Revised | Refusal {
  const { pausedOn, lawOn, publishedOn } = deadline;
  if (pausedOn === null) return refuse('not-paused', 'This is not paused, so it cannot be resumed');
  if (isBefore(until, pausedOn))
    return refuse(
      'ended-before-it-began',
      `The last day of the proceedings must be on or after ${inWords(pausedOn)}, their first day`,
      'until',
    );
  if (isAfter(until, today))
    return refuse('in-the-future', 'The last day of the proceedings must be today or in the past', 'until');
  const days = daysBetween(pausedOn, until) + 1;
  const grown = (on: Day | null) => on && addDays(on, days);
  const after = withDates(
    deadline,
    { ...responseDays({ lawOn: grown(lawOn), publishedOn: grown(publishedOn) }), pausedOn: null },
    today,
  );
  const working = `Judicial review from ${inWords(pausedOn)} to ${inWords(until)} adds ${days} ${days === 1 ? 'day' : 'days'}: the law’s last day is ${inWords(after.lawOn!)}`;
  return revised(
    deadline,
    { ...after, working: [...deadline.working, working] },
    { how: 'resume', on: today, by, why, pausedOn, resumedOn: until },
  );
}
