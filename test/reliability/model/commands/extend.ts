import * as fc from 'fast-check';
import { extend as extendPeriod } from '../../../../functions/web/moves/extend.ts';
import { addDays } from '../../../../shared/domain/day.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, openOfKind } from '../command.ts';

/** More time for a response is granted, on an application of its last day or, where that is still to come, of today. */
export const extend = fc
  .record({ pick: anyPick, when: anyWhen, days: fc.integer({ min: 1, max: 60 }) })
  .map(({ pick, when, days }) =>
    command(`a response is given ${days} days more, ${when}`, (lab) =>
      makeMove(
        lab,
        when,
        pick,
        () =>
          openOfKind(lab, 'response').filter(({ lawOn, pausedOn }) => lawOn !== null && pausedOn === null),
        async ({ id, caseId, number, lawOn }) => {
          const today = lab.today;
          const input = {
            appliedOn: lawOn! < today ? lawOn! : today,
            grantedOn: today,
            newDueOn: addDays(lawOn!, days),
          };
          const done = await extendPeriod(lab.desk, caseId, number, input);
          return isRefusal(done) ? done : `${id} to ${done.dueOn}`;
        },
      ),
    ),
  );
