import * as fc from 'fast-check';
import { reopen as reopenIt } from '../../../../functions/web/moves/reopen.ts';
import { addDays } from '../../../../shared/domain/day.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, wholeRecommendations } from '../command.ts';

/** What was closed or withdrawn is reopened, with a new date or without. */
export const reopen = fc
  .record({ pick: anyPick, when: anyWhen, days: fc.option(fc.integer({ min: 1, max: 90 })) })
  .map(({ pick, when, days }) =>
    command(`one is reopened, ${when}`, (lab) =>
      makeMove(
        lab,
        when,
        pick,
        () => wholeRecommendations(lab).filter(({ closed, withdrawn }) => closed || withdrawn),
        async ({ caseId, number, acceptance }) => {
          const dated = days !== null && acceptance !== 'awaiting';
          const input = { why: 'Again.', ...(dated ? { dueOn: addDays(lab.today, days) } : {}) };
          const done = await reopenIt(lab.desk, caseId, number, input);
          return isRefusal(done) ? done : `${caseId} is reopened`;
        },
      ),
    ),
  );
