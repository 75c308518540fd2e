import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, isAfter } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { nextStage, type Stage, stagesOf } from '../../../shared/domain/stages.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { RUNS } from './any-day.ts';
import { anyDeadline } from './any-deadline.ts';
import { calendar } from './essex.ts';

function first(count: number, deadline: Deadline): Stage[] {
  const stages = stagesOf(deadline, calendar);
  return Array.from({ length: count }, () => stages.next().value as Stage);
}

describe('the stages of any deadline', () => {
  test('mail never goes backwards, the stages have days of their own, in order', () => {
    fc.assert(
      fc.property(anyDeadline, (deadline) => {
        const stages = first(20, deadline);
        for (const [index, stage] of stages.slice(1).entries()) {
          const before = stages[index]!;
          expect(isAfter(stage.on, before.on)).toBe(true);
          expect(isAfter(before.mailOn, stage.mailOn)).toBe(false);
        }
        expect(new Set(stages.map(({ key }) => key)).size).toBe(stages.length);
      }),
      RUNS,
    );
  });

  test('mail goes on a working day wherever the bank holidays are known, and no more than five days away', () => {
    fc.assert(
      fc.property(anyDeadline, (deadline) => {
        for (const { on, mailOn } of first(12, deadline)) {
          if (known(mailOn)) expect(isWorkingDay(mailOn, calendar.holidays)).toBe(true);
          expect(Math.abs(daysBetween(on, mailOn))).toBeLessThanOrEqual(5);
        }
      }),
      RUNS,
    );
  });

  test('ten years after its day there is still a next stage, within 90 days', () => {
    fc.assert(
      fc.property(anyDeadline, (deadline) => {
        const tenYearsOn = addDays(deadline.lateAfterOn ?? deadline.anchorOn, 3_653);
        const told = { ...deadline, settledThrough: { ...deadline.settledThrough, owner: tenYearsOn } };
        const next = nextStage(told, 'owner', calendar);
        expect(isAfter(next.on, tenYearsOn)).toBe(true);
        expect(daysBetween(tenYearsOn, next.on)).toBeLessThanOrEqual(deadline.dueOn ? 28 : 90);
      }),
      { numRuns: 200 },
    );
  });
});

// The last days of the last year may have no working day left in the data.
const known = (on: Day) => on >= '2012-01-03' && on <= '2028-12-29';
