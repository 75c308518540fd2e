import * as fc from 'fast-check';
import { pause as pausePeriod } from '../../../../functions/web/moves/pause.ts';
import { resume as resumePeriod } from '../../../../functions/web/moves/resume.ts';
import { addDays } from '../../../../shared/domain/day.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, openOfKind } from '../command.ts';

/** Judicial review holds the period of a response up. */
export const pause = fc
  .record({ pick: anyPick, when: anyWhen, ago: fc.integer({ min: 0, max: 5 }) })
  .map(({ pick, when, ago }) =>
    command(`a response is paused, ${when}`, (lab) =>
      makeMove(
        lab,
        when,
        pick,
        () =>
          openOfKind(lab, 'response').filter(
            ({ lawOn, pausedOn }) => pausedOn === null && lawOn !== null && lawOn >= lab.day,
          ),
        async ({ id, caseId, number }) => {
          const done = await pausePeriod(lab.desk, caseId, number, { from: addDays(lab.today, -ago) });
          return isRefusal(done) ? done : `${id} from ${done.pausedOn}`;
        },
      ),
    ),
  );

/** The proceedings have ended. */
export const resume = fc.record({ pick: anyPick, when: anyWhen }).map(({ pick, when }) =>
  command(`a response goes on, ${when}`, (lab) =>
    makeMove(
      lab,
      when,
      pick,
      () => openOfKind(lab, 'response').filter(({ pausedOn }) => pausedOn !== null),
      async ({ id, caseId, number }) => {
        const done = await resumePeriod(lab.desk, caseId, number, { until: lab.today });
        return isRefusal(done) ? done : `${id} to ${done.dueOn}`;
      },
    ),
  ),
);
