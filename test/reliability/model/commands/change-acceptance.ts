import * as fc from 'fast-check';
import { changeAcceptance as change } from '../../../../functions/web/moves/change-acceptance.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, wholeRecommendations } from '../command.ts';

const acceptances = ['accepted', 'partly-accepted', 'not-accepted'] as const;

/** The body takes another view of a recommendation than it did. */
export const changeAcceptance = fc
  .record({ pick: anyPick, when: anyWhen, acceptance: fc.constantFrom(...acceptances) })
  .map(({ pick, when, acceptance }) =>
    command(`one is ${acceptance} now, ${when}`, (lab) =>
      makeMove(
        lab,
        when,
        pick,
        () =>
          wholeRecommendations(lab).filter(
            (each) => each.acceptance !== 'awaiting' && each.acceptance !== acceptance,
          ),
        async ({ caseId, number }) => {
          const input = { acceptance, changedOn: lab.today, reasons: 'For these reasons.' };
          const done = await change(lab.desk, caseId, number, input);
          return isRefusal(done) ? done : `${caseId} is ${acceptance}`;
        },
      ),
    ),
  );
