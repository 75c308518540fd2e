import * as fc from 'fast-check';
import { rePlan as moveDate } from '../../../../functions/web/moves/re-plan.ts';
import { addDays } from '../../../../shared/domain/day.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, openOfKind } from '../command.ts';

/** The date of a promise is moved, or it is given its first. */
export const rePlan = fc
  .record({
    pick: anyPick,
    when: anyWhen,
    days: fc.integer({ min: 1, max: 120 }),
    opens: fc.option(fc.integer({ min: 0, max: 60 })),
  })
  .map(({ pick, when, days, opens }) =>
    command(`a promise is moved to ${days} days from now, ${when}`, (lab) =>
      makeMove(
        lab,
        when,
        pick,
        () => openOfKind(lab, 'update'),
        async ({ id, caseId, number, sequence }) => {
          const dueOn = addDays(lab.today, days);
          const input = {
            dueOn,
            ...(opens === null ? {} : { opensOn: addDays(dueOn, -opens) }),
            why: 'It takes longer.',
            decidedBy: 'Lena Moss',
            approvedBy: 'Ann Price',
          };
          const done = await moveDate(lab.desk, caseId, number, sequence, input);
          return isRefusal(done) ? done : `${id} to ${done.opensOn ?? ''} ${done.dueOn}`;
        },
      ),
    ),
  );
