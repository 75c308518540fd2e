import * as fc from 'fast-check';
import { close as closeIt } from '../../../../functions/web/moves/close.ts';
import { proposeClosure as propose } from '../../../../functions/web/moves/propose-closure.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, wholeRecommendations } from '../command.ts';

/** The owner proposes to close what is still running: reminders go on until somebody else decides. */
export const proposeClosure = fc.record({ pick: anyPick, when: anyWhen }).map(({ pick, when }) =>
  command(`one is proposed for closure, ${when}`, (lab) =>
    makeMove(
      lab,
      when,
      pick,
      () =>
        wholeRecommendations(lab).filter(
          ({ closure, closed, withdrawn }) => !closure && !closed && !withdrawn,
        ),
      async ({ caseId, number }) => {
        const done = await propose(lab.desk, caseId, number, { proposedBy: 'Ann Price' });
        return isRefusal(done) ? done : `${caseId} is proposed for closure`;
      },
    ),
  ),
);

/** Somebody else closes what was proposed for closure. */
export const close = fc.record({ pick: anyPick, when: anyWhen }).map(({ pick, when }) =>
  command(`one is closed, ${when}`, (lab) =>
    makeMove(
      lab,
      when,
      pick,
      () =>
        wholeRecommendations(lab).filter(
          ({ closure, closed, withdrawn }) => closure && !closed && !withdrawn,
        ),
      async ({ caseId, number }) => {
        const input = { closedBy: 'Lena Moss', note: 'Seen.', links: [] };
        const done = await closeIt(lab.desk, caseId, number, input);
        return isRefusal(done) ? done : `${caseId} is closed`;
      },
    ),
  ),
);
