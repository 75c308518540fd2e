import { addDays, type Day, isAfter, later } from './day.ts';
import type { Deadline, Staged } from './deadline.ts';
import { afterHold } from './hold.ts';
import type { Calendar, Stage } from './stages.ts';
import { firstWorkingDayOnOrAfter } from './working-days.ts';

/**
 * The working day on which the mail of a stage can first be expected; what goes later is late. What is recorded during a day can first be
 * mailed by the next morning's run, and what is held back once the hold is over.
 *
 * @example '-7' of Monday 16 November 2020, held back until Friday the 20th → Monday the 23rd
 */
export const expectedOn = (stage: Stage, deadline: Deadline, calendar: Calendar): Day =>
  workingDayFrom(afterHold(deadline, dayWithoutHold(stage, deadline, calendar)), calendar);

/** Whether a hold has kept the mail of a stage back. */
export const isHeldBack = (stage: Stage, deadline: Deadline, calendar: Calendar): boolean => {
  const without = dayWithoutHold(stage, deadline, calendar);
  return afterHold(deadline, without) !== without;
};

const dayWithoutHold = (stage: Stage, { plannedFromOn }: Deadline, calendar: Calendar): Day =>
  workingDayFrom(later(stage.mailOn, addDays(plannedFromOn, 1)), calendar);

const workingDayFrom = (on: Day, { holidays }: Calendar): Day => firstWorkingDayOnOrAfter(on, holidays) ?? on;

/**
 * Whether the mail of a stage that has come waits for the next working day: always, unless a day that it reminds of would be missed by then.
 */
export function waits(stage: Stage, deadline: Staged, today: Day, { holidays }: Calendar): boolean {
  const next = firstWorkingDayOnOrAfter(today, holidays);
  if (next === null || next === today) return false;
  if (!stage.ahead) return true;
  const lastDay = isAfter(today, deadline.dueOn!) ? deadline.lateAfterOn! : deadline.dueOn!;
  const wouldMissTheDay = !isAfter(today, lastDay) && isAfter(next, lastDay);
  return !wouldMissTheDay;
}
