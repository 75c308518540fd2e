import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, type Day, daysBetween, isAfter, isBefore } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { decide, settle } from '../../../shared/domain/night.ts';
import { defaultStagePlan, type StagePlan } from '../../../shared/domain/stage-plan.ts';
import {
  defaultStagePlans,
  editionOf,
  planAfter,
  planOn,
  type StagePlans,
  withPlan,
} from '../../../shared/domain/stage-plans.ts';
import { type Stage, stagesOf } from '../../../shared/domain/stages.ts';
import { anyDeadline } from './any-deadline.ts';
import { calendar, dutyBy, everyone } from './essex.ts';

const d = asDay;
const { owner } = everyone;

const plan = (of: Partial<StagePlan> = {}): StagePlan => ({ ...defaultStagePlan, ...of });
const late = (first: number[], every = 14): StagePlan =>
  plan({ after: { first, repeats: [{ from: 0, every }] } });
const remindedBefore = (...update: number[]): StagePlan =>
  plan({ before: { ...defaultStagePlan.before, update } });

/** The plan in force until a day, and another from then on. */
const changedOn = (from: string, to: StagePlan, was: StagePlan = defaultStagePlan): StagePlans => [
  { from: null, plan: was },
  { from: d(from), plan: to },
];

const keysOf = (deadline: Deadline, plans: StagePlans, count: number): string[] => {
  const stages = stagesOf(deadline, { ...calendar, plans });
  return Array.from({ length: count }, () => (stages.next().value as Stage).key);
};

/** What the owner is told on each of some days, by a run on each. */
function lived(deadline: Deadline, plans: StagePlans, days: readonly string[]): string[] {
  let standing = deadline;
  return days.flatMap((on) => {
    const decision = decide(standing, { owner }, d(on), { ...calendar, plans });
    if ('skip' in decision) return [];
    return decision.reminders.map(({ line }) => {
      standing = settle(standing, line);
      const older = line.coalesced.length > 0 ? ` instead of ${line.coalesced.join(' ')}` : '';
      return `${on} ${line.stage}${older}${line.late ? ' late' : ''}`;
    });
  });
}

// Due on Friday 21 May 2021: 7 days late on Friday 28 May, and every working day around it.
const duty = dutyBy('2021-05-21');
const told = (through: string): Deadline => ({
  ...duty,
  settledThrough: { owner: d(through), manager: null, chair: null },
});
const aroundIt = ['2021-05-26', '2021-05-27', '2021-05-28', '2021-06-01', '2021-06-02', '2021-06-03'];

describe('a stage belongs to the plan in force on the day its mail goes', () => {
  test.each([
    ['the day after it: it was told of', '2021-05-29', ['2021-05-28 +7']],
    ['on its own day: the new plan knows nothing of it', '2021-05-28', []],
    ['the day before it: nor then', '2021-05-27', []],
  ])('7 days late, left out by a plan in force from %s', (_, from, expected) => {
    expect(lived(told('2021-05-22'), changedOn(from, late([1, 60])), aroundIt)).toEqual(expected);
  });

  test.each([
    ['the day before it', '2021-05-26', ['2021-05-27 +6', '2021-05-28 +7']],
    ['on its own day', '2021-05-27', ['2021-05-27 +6', '2021-05-28 +7']],
    ['the day after it: nobody was to be told of it, so it is not late', '2021-05-28', ['2021-05-28 +7']],
  ])('6 days late, added by a plan in force from %s', (_, from, expected) => {
    expect(lived(told('2021-05-22'), changedOn(from, late([1, 6, 7, 60])), aroundIt)).toEqual(expected);
  });

  // Due on Sunday 23 May 2021: '-7' is Sunday the 16th, mailed on Friday the 14th; '-8' is Saturday the 15th, mailed that Friday too.
  const overWeekend = dutyBy('2021-05-23');
  const days = ['2021-05-13', '2021-05-14', '2021-05-15', '2021-05-16', '2021-05-17', '2021-05-18'];

  test('not on its own day: a reminder of Sunday that left on Friday is not told again by a plan of Saturday', () => {
    expect(
      lived(overWeekend, changedOn('2021-05-15', remindedBefore(7, 6), remindedBefore(7)), days),
    ).toEqual(['2021-05-14 -7', '2021-05-17 -6']);
  });

  test('one of Saturday that would have left on Friday does not come late on Monday', () => {
    expect(
      lived(overWeekend, changedOn('2021-05-15', remindedBefore(8, 1), remindedBefore(1)), days),
    ).toEqual([]);
  });
});

describe('a change during an outage', () => {
  test('what had come by the old plan is not lost, and what comes by the new one is told with it, once', () => {
    const plans = changedOn('2021-05-28', late([1, 8, 60]), late([1, 6, 60]));
    // No night ran from the 26th to the 31st of May, a bank holiday.
    expect(lived(told('2021-05-22'), plans, ['2021-05-25', '2021-06-01', '2021-06-02'])).toEqual([
      '2021-06-01 +8 instead of +6 late',
    ]);
  });

  test('the new plan alone is not late for what it asks on the day it comes into force', () => {
    const plans = changedOn('2021-06-01', late([1, 11, 60]), late([1, 60]));
    expect(lived(told('2021-05-22'), plans, ['2021-06-01'])).toEqual(['2021-06-01 +11']);
  });
});

describe('who is told of a stage', () => {
  test('goes by the plan in force on the day its mail goes', () => {
    const early = plan({ joins: { manager: 1, chair: 7 } });
    const stages = stagesOf(duty, { ...calendar, plans: changedOn('2021-05-28', early) });
    const who = Object.fromEntries(
      Array.from({ length: 7 }, () => stages.next().value as Stage).map(({ key, told }) => [key, told]),
    );
    expect(who['+1']).toEqual(['owner']);
    expect(who['+7']).toEqual(['owner', 'manager', 'chair']);
  });
});

describe('the plans', () => {
  const other = remindedBefore(3);

  test('a change takes effect the day after it is chosen', () => {
    const plans = withPlan(defaultStagePlans, other, d('2021-05-14'));
    expect(planOn(plans, d('2021-05-14')).plan).toBe(defaultStagePlan);
    expect(planOn(plans, d('2021-05-15')).plan).toBe(other);
    expect(planAfter(plans, d('2021-05-14'))).toEqual({ from: '2021-05-15', plan: other });
    expect(planAfter(plans, d('2021-05-15'))).toBeUndefined();
    expect([defaultStagePlans, plans].map(editionOf)).toEqual([1, 2]);
    expect(planAfter(defaultStagePlans, d('2021-05-14'))).toBeUndefined();
  });

  test('of two chosen on one day the later counts, and the earlier was in force on no day', () => {
    const twice = withPlan(withPlan(defaultStagePlans, late([5]), d('2021-05-20')), other, d('2021-05-20'));
    expect(planOn(twice, d('2021-05-21')).plan).toBe(other);
    expect(planAfter(twice, d('2021-05-20'))).toEqual({ from: '2021-05-21', plan: other });
    expect(keysOf(duty, twice, 4)).toEqual(keysOf(duty, changedOn('2021-05-21', other), 4));
  });
});

const anyList = (least: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: least, maxLength: 5 });
const up = (list: number[]) => list.toSorted((a, b) => a - b);
const anyTail = fc.record({
  first: anyList(1).map(up),
  repeats: fc.tuple(fc.integer({ min: 7, max: 180 })).map(([every]) => [{ from: 0, every }]),
});
const anyPlan: fc.Arbitrary<StagePlan> = fc.record({
  before: fc.record({ response: anyList(0), update: anyList(0), publication: anyList(0) }),
  between: anyList(0),
  after: anyTail,
  review: anyTail,
  joins: fc
    .integer({ min: 0, max: 60 })
    .chain((manager) =>
      fc.record({ manager: fc.constant(manager), chair: fc.integer({ min: manager, max: 120 }) }),
    ),
});
/** A deadline, and plans that were chosen around its life, some on the same day. */
const anyHistory = fc
  .tuple(
    anyDeadline,
    anyPlan,
    fc.array(fc.tuple(fc.integer({ min: -30, max: 400 }), anyPlan), { maxLength: 5 }),
  )
  .map(([deadline, first, changes]) => ({
    deadline,
    plans: [
      { from: null, plan: first },
      ...changes
        .toSorted(([a], [b]) => a - b)
        .map(([days, chosen]) => ({ from: addDays(deadline.anchorOn, days) as Day | null, plan: chosen })),
    ],
  }));

describe('whatever the plans have been', () => {
  test('stages are in order, each has a day and a key of its own, mail never goes backwards, and they never end', () => {
    fc.assert(
      fc.property(anyHistory, ({ deadline, plans }) => {
        const generated = stagesOf(deadline, { ...calendar, plans });
        const stages = Array.from({ length: 30 }, () => generated.next().value as Stage);
        for (const [index, stage] of stages.slice(1).entries()) {
          expect(isAfter(stage.on, stages[index]!.on)).toBe(true);
          expect(isBefore(stage.mailOn, stages[index]!.mailOn)).toBe(false);
        }
        expect(new Set(stages.map(({ key }) => key)).size).toBe(30);
        expect(stages.every(({ told: [first] }) => first === 'owner')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a change leaves every stage before it as it was, and nothing by the new plan comes before it', () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyPlan,
        fc.integer({ min: -10, max: 420 }),
        ({ deadline, plans }, chosen, days) => {
          const on = addDays(deadline.anchorOn, days);
          const last = plans.at(-1)!.from;
          fc.pre(last === null || !isAfter(last, on));
          const by = (each: StagePlans) => upTo(deadline, each, on);
          expect(by(withPlan(plans, chosen, on))).toEqual(by(plans));
        },
      ),
      { numRuns: 500 },
    );
  });
});

function upTo(deadline: Deadline, plans: StagePlans, on: Day): Stage[] {
  const found: Stage[] = [];
  for (const stage of stagesOf(deadline, { ...calendar, plans })) {
    if (isAfter(stage.mailOn, on)) return found;
    found.push(stage);
  }
  return found;
}

test('the longest silence after a change is at most both plans’ longest', () => {
  const [old, now] = [late([1], 30), late([1], 50)];
  const stages = stagesOf(duty, { ...calendar, plans: changedOn('2021-08-01', now, old) });
  let previous: Stage | undefined;
  for (const stage of Array.from({ length: 12 }, () => stages.next().value as Stage)) {
    if (previous?.key.startsWith('+')) expect(daysBetween(previous.on, stage.on)).toBeLessThanOrEqual(80);
    previous = stage;
  }
});
