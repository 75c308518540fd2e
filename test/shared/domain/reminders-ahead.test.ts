import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, type Day } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { decide, type People, rolesTold, settle } from '../../../shared/domain/night.ts';
import { remindersAhead } from '../../../shared/domain/reminders-ahead.ts';
import { defaultStagePlan } from '../../../shared/domain/stage-plan.ts';
import { defaultStagePlans } from '../../../shared/domain/stage-plans.ts';
import type { Calendar } from '../../../shared/domain/stages.ts';
import { anyDeadline } from './any-deadline.ts';
import { calendar, contact, everyone, promisedDuty } from './essex.ts';

const { owner, manager, chair } = everyone;

const anyPeople: fc.Arbitrary<People> = fc.constantFrom<People[]>(
  everyone,
  { owner },
  { manager, chair },
  { owner, manager: owner, chair },
  { owner, manager, chair: manager },
  { owner, manager: contact('m', { status: 'departed' }), chair },
  { owner: contact('o', { delivery: 'bounced' }), manager, chair },
);

/** What the nightly run says, night after night from the one after the recording until a day, as it says it. */
function lived(start: Deadline, people: People, until: Day, by: Calendar) {
  const told: { on: Day; role: string; stage: string }[] = [];
  let deadline = start;
  for (let today = addDays(start.plannedFromOn, 1); today <= until; today = addDays(today, 1)) {
    const decision = decide(deadline, people, today, by);
    for (const { line } of 'reminders' in decision ? decision.reminders : []) {
      told.push({ on: today, role: line.role, stage: line.stage });
      deadline = settle(deadline, line);
    }
  }
  return told;
}

const inOrder = <T extends { on: Day; role: string }>(told: T[]): T[] =>
  told.toSorted((a, b) => (`${a.on} ${a.role}` < `${b.on} ${b.role}` ? -1 : 1));

const forecast = (deadline: Deadline, people: People, until: Day, by: Calendar) => {
  const told = rolesTold(people);
  return remindersAhead(deadline, until, by).filter(({ role }) => told.includes(role));
};

describe('what is forecast', () => {
  test('is exactly what the nights say, whatever the deadline, whoever is there and however long', () => {
    fc.assert(
      fc.property(anyDeadline, anyPeople, fc.integer({ min: 0, max: 250 }), (deadline, people, days) => {
        const until = addDays(deadline.plannedFromOn, days);
        expect(inOrder(forecast(deadline, people, until, calendar))).toEqual(
          inOrder(lived(deadline, people, until, calendar)),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('is so also where the stages change on the way, and for what is paused or held back', () => {
    fc.assert(
      fc.property(
        anyDeadline,
        fc.nat(120),
        fc.boolean(),
        fc.nat(140),
        (some, changesAfter, isPaused, heldAfter) => {
          const from = addDays(some.plannedFromOn, changesAfter);
          const plan = {
            ...defaultStagePlan,
            before: { ...defaultStagePlan.before, update: [10, 4, 2], response: [6] },
          };
          const changing = { ...calendar, plans: [...defaultStagePlans, { from, plan }] };
          const since = addDays(some.plannedFromOn, heldAfter);
          const hold = { since, until: addDays(since, 14), why: 'They are away.', by: 'Lee' };
          const deadline = { ...some, hold, ...(isPaused ? { pausedOn: some.plannedFromOn } : {}) };
          const until = addDays(some.plannedFromOn, 150);
          expect(inOrder(forecast(deadline, everyone, until, changing))).toEqual(
            inOrder(lived(deadline, everyone, until, changing)),
          );
        },
      ),
      { numRuns: 80 },
    );
  });

  test('of a promise for 20 May 2021 is 28, 7 and 1 days before it and the day after', () => {
    const duty = promisedDuty(
      { kind: 'by-date', dueOn: asDay('2021-05-20') },
      asDay('2020-11-20'),
      asDay('2020-11-24'),
    );
    expect(remindersAhead(duty, asDay('2021-05-21'), calendar)).toEqual([
      { on: '2021-04-22', role: 'owner', stage: '-28' },
      { on: '2021-05-13', role: 'owner', stage: '-7' },
      { on: '2021-05-19', role: 'owner', stage: '-1' },
      { on: '2021-05-21', role: 'owner', stage: '+1' },
    ]);
    expect(remindersAhead(duty, asDay('2021-05-20'), calendar)).toHaveLength(3);
  });
});
