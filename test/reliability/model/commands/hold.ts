import * as fc from 'fast-check';
import { dutyAt } from '../../../../functions/web/moves/find-duty.ts';
import { holdReminders, releaseReminders } from '../../../../functions/web/moves/hold.ts';
import { addDays } from '../../../../shared/domain/day.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, remindedDuties } from '../command.ts';

/** Liaison staff hold the reminders of one date back, for up to two weeks. */
export const hold = fc
  .record({ pick: anyPick, when: anyWhen, days: fc.integer({ min: 0, max: 14 }) })
  .map(({ pick, when, days }) =>
    command(`reminders are held back for ${days} days, ${when}`, (lab) =>
      makeMove(
        lab,
        when,
        pick,
        () => remindedDuties(lab),
        async (deadline) => {
          const until = addDays(lab.today, days);
          const done = await holdReminders(lab.desk, dutyAt(deadline), { until, why: 'They are on leave.' });
          return isRefusal(done) ? done : `${done.id} until ${until}`;
        },
      ),
    ),
  );

/** They release them before that. */
export const release = fc.record({ pick: anyPick, when: anyWhen }).map(({ pick, when }) =>
  command(`reminders are released, ${when}`, (lab) =>
    makeMove(
      lab,
      when,
      pick,
      () => remindedDuties(lab).filter(({ hold }) => hold && hold.until >= lab.today),
      async (deadline) => {
        const done = await releaseReminders(lab.desk, dutyAt(deadline));
        return isRefusal(done) ? done : `${done.id} is released`;
      },
    ),
  ),
);
