import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, isAfter, isBefore } from '../../../shared/domain/day.ts';
import { type Deadline, type Role, roles } from '../../../shared/domain/deadline.ts';
import { decide, nextActionOn, type People, settle } from '../../../shared/domain/night.ts';
import { isEverTold, stagesOf } from '../../../shared/domain/stages.ts';
import { firstWorkingDayOnOrAfter, isWorkingDay } from '../../../shared/domain/working-days.ts';
import { RUNS } from './any-day.ts';
import { anyDeadline } from './any-deadline.ts';
import { calendar, contact, everyone } from './essex.ts';

const nights = 160;
const { owner, manager, chair } = everyone;

/** For each night whether it ran: any number in a row may be missed. */
const anyNights = fc
  .array(fc.record({ ran: fc.boolean(), run: fc.integer({ min: 1, max: 20 }) }), {
    minLength: 8,
    maxLength: 40,
  })
  .map((stretches) => stretches.flatMap(({ ran, run }) => Array<boolean>(run).fill(ran)).slice(0, nights));

const anyPeople: fc.Arbitrary<People> = fc.constantFrom<People[]>(
  everyone,
  { owner },
  { owner, manager: owner, chair },
  { owner, manager, chair: manager },
  { owner, manager: contact('m', { status: 'departed' }), chair },
);

type Told = { role: Role; recipient: string; stage: string; coalesced: string[]; on: Day; late: boolean };
type Lived = { told: Told[]; deadline: Deadline; lastNight: Day };

/** Lives the nights in order from the day after recording; `byAgenda` looks only when the agenda says so, as the real run does. */
function live(start: Deadline, people: People, ran: boolean[], byAgenda: boolean): Lived {
  let deadline = start;
  let agenda = start.nextActionOn!;
  let lastNight = start.plannedFromOn;
  const told: Told[] = [];
  for (const [index, runs] of ran.entries()) {
    const today = addDays(start.plannedFromOn, index + 1);
    if (!runs) continue;
    lastNight = today;
    if (byAgenda && isAfter(agenda, today)) continue;
    const decision = decide(deadline, people, today, calendar);
    if ('reminders' in decision) {
      for (const { line, recipient } of decision.reminders) {
        const { role, stage, coalesced, late } = line;
        told.push({ role, recipient: recipient.id, stage, coalesced, on: today, late });
        deadline = settle(deadline, line);
      }
    }
    agenda = nextActionOn(deadline, people, calendar);
  }
  return { told, deadline, lastNight };
}

const lives = fc.tuple(anyDeadline, anyPeople, anyNights);

describe('over any nights, whichever are missed', () => {
  test('nobody is told twice of a stage, nor told of one that was settled before', () => {
    fc.assert(
      fc.property(lives, ([deadline, people, ran]) => {
        const { told } = live(deadline, people, ran, true);
        const heard = told.flatMap(({ role, stage, coalesced }) =>
          [...coalesced, stage].map((key) => `${role} ${key}`),
        );
        expect(new Set(heard).size).toBe(heard.length);
        const mails = told.map(({ recipient, stage }) => `${recipient} ${stage}`);
        expect(new Set(mails).size).toBe(mails.length);
      }),
      { numRuns: 300 },
    );
  });

  test('no stage that has come is left neither mailed nor coalesced after a working night', () => {
    fc.assert(
      fc.property(lives, ([deadline, people, ran]) => {
        const untilWorkingNight = ran.slice(0, lastWorkingNight(deadline, ran) + 1);
        const { told, lastNight } = live(deadline, people, untilWorkingNight, true);
        if (untilWorkingNight.length === 0) return;
        for (const role of rolesTold(people)) {
          const heard = told
            .filter((each) => each.role === role)
            .flatMap(({ stage, coalesced }) => [...coalesced, stage]);
          expect(heard).toEqual(comeBy(deadline, role, lastNight));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('looking only when the agenda says so tells the same people the same on the same days as looking every night', () => {
    fc.assert(
      fc.property(lives, ([deadline, people, ran]) => {
        expect(live(deadline, people, ran, true)).toEqual(live(deadline, people, ran, false));
      }),
      { numRuns: 200 },
    );
  });

  test('nothing is late when no night is missed', () => {
    fc.assert(
      fc.property(anyDeadline, anyPeople, (deadline, people) => {
        const { told } = live(deadline, people, Array<boolean>(nights).fill(true), true);
        expect(told.filter(({ late }) => late)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a mail is late exactly when a night that should have sent it was missed', () => {
    fc.assert(
      fc.property(lives, ([deadline, people, ran]) => {
        const { told } = live(deadline, people, ran, true);
        const { told: everyNight } = live(deadline, people, Array<boolean>(nights).fill(true), true);
        const meantOn = (role: Role, key: string) =>
          everyNight.find((each) => each.role === role && [each.stage, ...each.coalesced].includes(key))?.on;
        for (const { role, stage, coalesced, on, late } of told) {
          const meant = [stage, ...coalesced].map((key) => meantOn(role, key));
          // Nothing to compare with where a stage went on a quiet day to save the due day.
          if (meant.every((each) => each && isWorkingDay(each, calendar.holidays) !== false))
            expect([stage, late]).toEqual([stage, meant.some((each) => isAfter(on, each!))]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a decision', () => {
  test('is the same however often it is asked, and changes nothing it is given', () => {
    fc.assert(
      fc.property(anyDeadline, anyPeople, fc.nat(400), (deadline, people, days) => {
        const today = addDays(deadline.plannedFromOn, days);
        const before = structuredClone({ deadline, people });
        const once = decide(deadline, people, today, calendar);
        expect(decide(deadline, people, today, calendar)).toEqual(once);
        expect({ deadline, people }).toEqual(before);
      }),
      RUNS,
    );
  });
});

/** The last night that ran on a day mail goes; the whole of a data-less year counts as such days. */
const lastWorkingNight = (deadline: Deadline, ran: boolean[]): number =>
  ran.findLastIndex((runs, index) => {
    const today = addDays(deadline.plannedFromOn, index + 1);
    return runs && (firstWorkingDayOnOrAfter(today, calendar.holidays) ?? today) === today;
  });

const rolesTold = ({ owner, manager, chair }: People): Role[] =>
  roles.filter((role) => {
    if (role === 'manager') return manager?.status === 'active' && manager.id !== owner?.id;
    return role === 'owner' || (chair !== undefined && chair.id !== manager?.id && chair.id !== owner?.id);
  });

/** The stages whose mail has come, reckoned from the list of stages alone. */
function comeBy(deadline: Deadline, role: Role, today: Day): string[] {
  const come: string[] = [];
  if (!isEverTold(deadline, role)) return come;
  for (const { key, on, mailOn, daysLate } of stagesOf(deadline, calendar)) {
    if (isAfter(mailOn, today)) return come;
    const joined = role === 'owner' || daysLate >= (role === 'manager' ? 14 : 56);
    if (joined && !isBefore(on, deadline.plannedFromOn)) come.push(key);
  }
  return come;
}
