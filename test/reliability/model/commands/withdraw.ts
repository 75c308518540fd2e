import * as fc from 'fast-check';
import { withdraw as withdrawIt } from '../../../../functions/web/moves/withdraw.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, wholeRecommendations } from '../command.ts';

/** Whoever made a recommendation asks for nothing any more. */
export const withdraw = fc.record({ pick: anyPick, when: anyWhen }).map(({ pick, when }) =>
  command(`one is withdrawn, ${when}`, (lab) =>
    makeMove(
      lab,
      when,
      pick,
      () => wholeRecommendations(lab).filter(({ closed, withdrawn }) => !closed && !withdrawn),
      async ({ caseId, number }) => {
        const done = await withdrawIt(lab.desk, caseId, number, { why: 'Taken back.' });
        return isRefusal(done) ? done : `${caseId} is withdrawn`;
      },
    ),
  ),
);
