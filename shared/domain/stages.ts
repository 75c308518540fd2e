import type { BankHolidays } from './bank-holidays.ts';
import { addDays, type Day, daysBetween, earlier, isAfter, isBefore, lastDay, later } from './day.ts';
import { type Deadline, type Role, roles, type Staged } from './deadline.ts';
import { expectedOn, isHeldBack, waits } from './expected-day.ts';
import { offsets, type StagePlan } from './stage-plan.ts';
import type { StagePlans } from './stage-plans.ts';
import { firstWorkingDayOnOrAfter, lastWorkingDayOnOrBefore } from './working-days.ts';

/**
 * A point in a deadline's life at which somebody is mailed.
 *
 * - `key`: 'opens', '-28' (28 days before the due day), 'published-7' or 'law-7' (7 days before the later of a response's two
 *   days), '+14' (14 days late), 'review+28' (28 days after an undated response), 'paused+28' (28 days into judicial review).
 * - `on`: its own day, by the calendar. `mailOn`: the working day the mail goes.
 * - `ahead`: it reminds of a day that is still to come, so its mail goes before a weekend and not after it.
 * - `told`: the roles that hear of it.
 */
export type Stage = {
  key: string;
  ahead: boolean;
  on: Day;
  mailOn: Day;
  daysLate: number;
  told: readonly Role[];
};

/** What stages are worked out with: the plans (data, per organisation) and the bank holidays known. */
export type Calendar = { plans: StagePlans; holidays: BankHolidays };

type Point = Omit<Stage, 'mailOn' | 'told'>;

/**
 * Every stage of a deadline in order, to the last day there is (a duty is never dropped, only thinned): of each plan those whose mail
 * goes on a day on which it is in force (docs/decisions/0015). So a change of plan neither takes back what had come, nor makes anything late that
 * nobody was to be told of before it.
 *
 * @example a plan in force from Saturday 15 May 2021 with '-6' instead of '-7', due on Sunday 23 May: '-7' is Sunday the 16th and its
 *   mail went on Friday the 14th, so it stays; '-6' is Monday the 17th and comes as well
 */
export function* stagesOf(deadline: Staged, { plans, holidays }: Calendar): Generator<Stage> {
  for (const [index, { from, plan }] of plans.entries()) {
    const next = plans[index + 1]?.from ?? null;
    for (const stage of stagesUnder(deadline, plan, holidays)) {
      if (next !== null && !isBefore(stage.mailOn, next)) break;
      if (from === null || !isBefore(stage.mailOn, from)) yield stage;
    }
  }
}

/**
 * Every stage of a deadline by one plan.
 *
 * Bank holidays and weekends never move a duty; they move mail: a reminder before a deadline goes on the last working day on or
 * before its day, a notice at or after it on the next. Where the bank holidays are not known, mail goes on the day.
 * A stage never goes out ahead of the one before it, so a reminder rolled back over a weekend waits for the opening notice.
 *
 * @example window 20 March to 20 May 2021 → opens (Saturday; mailed Monday 22 March), -28 (22 April), -7 (13 May), -1 (19 May),
 *   +1 (21 May), +7, +14 (3 June; manager copied), +28, +42, +56 (15 July; chair copied), +84, …
 */
function* stagesUnder(deadline: Staged, plan: StagePlan, holidays: BankHolidays): Generator<Stage> {
  let previous: Day | undefined;
  for (const point of pointsOf(deadline, plan)) {
    const own = mailDay(point, holidays);
    previous = previous ? later(previous, own) : own;
    yield { ...point, mailOn: previous, told: toldOf(point, plan) };
  }
}

const toldOf = ({ daysLate }: Point, { joins }: StagePlan): Role[] =>
  roles.filter((role) => role === 'owner' || daysLate >= joins[role]);

function* pointsOf(deadline: Staged, plan: StagePlan): Generator<Point> {
  const { dueOn, lateAfterOn, anchorOn, pausedOn } = deadline;
  if (pausedOn !== null) return yield* reviews('paused', pausedOn, plan);
  if (dueOn === null || lateAfterOn === null) return yield* reviews('review', anchorOn, plan);
  yield* pointsBefore(deadline, dueOn, plan);
  yield* pointsBetween(deadline, dueOn, lateAfterOn, plan);
  for (const days of offsets(plan.after, daysBetween(lateAfterOn, lastDay)))
    yield { key: `+${days}`, ahead: false, on: addDays(lateAfterOn, days), daysLate: days };
}

function* reviews(name: 'paused' | 'review', from: Day, plan: StagePlan): Generator<Point> {
  for (const days of offsets(plan.review))
    yield {
      key: `${name}+${days}`,
      ahead: false,
      on: addDays(from, days),
      daysLate: Number.NEGATIVE_INFINITY,
    };
}

// A reminder that falls on the day the window opens is left to the opening notice, so that each stage has a day of its own.
function pointsBefore({ kind, opensOn, anchorOn }: Staged, dueOn: Day, plan: StagePlan): Point[] {
  const opening: Point[] = opensOn
    ? [{ key: 'opens', ahead: false, on: opensOn, daysLate: Number.NEGATIVE_INFINITY }]
    : [];
  const reminders = plan.before[kind]
    .map((days): Point => ({ key: `-${days}`, ahead: true, on: addDays(dueOn, -days), daysLate: -days }))
    .filter(({ on }) => isAfter(on, anchorOn) && on !== opensOn);
  return [...opening, ...reminders].sort((a, b) => daysBetween(b.on, a.on));
}

/**
 * Between the earlier and the later of a response's two days, so that an owner who has passed the first is not left alone until the
 * second. Only what falls after the first: the day after it needs none.
 *
 * @example law 23 November 2020, page 7 December → 'published-7' on 30 November, 'published-1' on 6 December
 */
function pointsBetween({ lawOn }: Staged, dueOn: Day, lateAfterOn: Day, plan: StagePlan): Point[] {
  const which = lawOn === lateAfterOn ? 'law' : 'published';
  return plan.between
    .map(
      (days): Point => ({
        key: `${which}-${days}`,
        ahead: true,
        on: addDays(lateAfterOn, -days),
        daysLate: -days,
      }),
    )
    .filter(({ on }) => isAfter(on, dueOn))
    .toSorted((a, b) => daysBetween(b.on, a.on));
}

const mailDay = (point: Point, holidays: BankHolidays): Day =>
  (point.ahead
    ? lastWorkingDayOnOrBefore(point.on, holidays)
    : firstWorkingDayOnOrAfter(point.on, holidays)) ?? point.on;

/**
 * What a role is to be told today: the latest stage that has come, and the older ones it settles with it. `meantOn` is the working
 * day on which the first of them should have been mailed, and `heldUntil` the last day on which any was held back.
 */
export type Due = {
  stage: Stage;
  coalesced: Stage[];
  meantOn: Day;
  late: boolean;
  heldUntil: Day | undefined;
};

/**
 * The stage a role must hear of on `today`, or undefined. Selection is by state ("has come and is not settled"), never "equals
 * today", so a missed night is made good by the next: the latest stage is mailed and older ones are settled as coalesced.
 * On a day that is no working day nothing is mailed, unless waiting for the next working day would pass the due day (once that
 * has passed, the last day in time). What has already lapsed waits.
 * `late` says that the mail, not the owner, is late: something in it should have gone on an earlier working day. What liaison staff held
 * back is meant for the working day after the hold, so the hold itself makes nothing late.
 *
 * @example '-7' of Monday 16 November 2020, held until Friday the 20th with '-1', whose mail was for that day: on Monday the 23rd → '-1' with
 *   '-7', held until the 20th, not late; where only Tuesday's run looks, late, meant for the 23rd
 */
export function dueStage(deadline: Deadline, role: Role, today: Day, calendar: Calendar): Due | undefined {
  const come: Stage[] = [];
  for (const stage of pendingStages(deadline, role, calendar)) {
    if (isAfter(stage.mailOn, today)) break;
    come.push(stage);
  }
  const stage = come.at(-1);
  if (!stage || waits(stage, deadline, today, calendar)) return undefined;
  const late = come.some((each) => isAfter(today, expectedOn(each, deadline, calendar)));
  const wasHeld = come.some((each) => isHeldBack(each, deadline, calendar));
  const [first] = come as [Stage];
  return {
    stage,
    coalesced: come.slice(0, -1),
    meantOn: isHeldBack(first, deadline, calendar)
      ? earlier(today, expectedOn(first, deadline, calendar))
      : first.mailOn,
    late,
    heldUntil: wasHeld ? deadline.hold!.until : undefined,
  };
}

/** The next day on which a role hears of the deadline, if nothing changes. */
export function nextStage(deadline: Deadline, role: Role, calendar: Calendar): Stage {
  const next = pendingStages(deadline, role, calendar).next();
  if (next.done) throw new Error(`Deadline ${deadline.id} has no further stage: a stage plan must not end`);
  return next.value;
}

/**
 * Whether a role is ever told of a deadline. What has no date, or is paused, never gets late, so whoever joins by days late never
 * hears of it; and to see that a response is published is liaison staff's own work.
 */
export function isEverTold(deadline: Staged, role: Role): boolean {
  if (role === 'owner') return true;
  return deadline.kind !== 'publication' && deadline.dueOn !== null && deadline.pausedOn === null;
}

/** Stages not yet settled for the role and not from before the deadline was recorded. */
function* pendingStages(deadline: Deadline, role: Role, calendar: Calendar): Generator<Stage, undefined> {
  if (!isEverTold(deadline, role)) return undefined;
  const settled = deadline.settledThrough[role];
  for (const stage of stagesOf(deadline, calendar)) {
    if (isBefore(stage.on, deadline.plannedFromOn) || !stage.told.includes(role)) continue;
    if (settled && !isAfter(stage.on, settled)) continue;
    yield stage;
  }
  return undefined;
}
