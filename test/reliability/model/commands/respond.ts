import * as fc from 'fast-check';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { addDays, type Day } from '../../../../shared/domain/day.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { responseInput } from '../../../../shared/domain/response.ts';
import { anyPick, anyWhen, command, makeMove, wholeRecommendations } from '../command.ts';

const unit = fc.constantFrom('day', 'week', 'month');
const ahead = fc.integer({ min: 5, max: 200 });

/** A promise, for a response of a day. */
const anyPromise = fc.oneof(
  fc
    .record({ latest: fc.integer({ min: 1, max: 9 }), unit })
    .map((each) => () => ({ kind: 'within', ...each })),
  fc
    .record({ earliest: fc.integer({ min: 1, max: 4 }), more: fc.integer({ min: 0, max: 4 }) })
    .map(({ earliest, more }) => () => ({
      kind: 'between',
      earliest,
      latest: earliest + more,
      unit: 'month',
    })),
  ahead.map((days) => (on: Day) => ({ kind: 'by-date', dueOn: addDays(on, days) })),
  fc.tuple(ahead, ahead).map(([opens, more]) => (on: Day) => ({
    kind: 'in-period',
    opensOn: addDays(on, opens),
    dueOn: addDays(on, opens + more),
  })),
  fc.constant(() => ({ kind: 'none' })),
  fc.constant(() => ({ kind: 'completed' })),
);

/** Records a response to something that has none, with up to three promises. */
export const respond = fc
  .record({
    pick: anyPick,
    when: anyWhen,
    ago: fc.integer({ min: 0, max: 20 }),
    acceptance: fc.constantFrom('accepted', 'accepted', 'accepted', 'partly-accepted', 'not-accepted'),
    promises: fc.array(anyPromise, { maxLength: 3 }),
  })
  .map(({ pick, when, ago, acceptance, promises }) =>
    command(`a response with ${promises.length} promises, ${when}`, (lab) =>
      makeMove(
        lab,
        when,
        pick,
        () => wholeRecommendations(lab).filter((each) => each.acceptance === 'awaiting'),
        async ({ caseId, number }) => {
          const respondedOn = addDays(lab.today, -ago);
          const input = responseInput.parse({
            respondedOn,
            acceptance,
            text: 'We will.',
            reasons: 'For these reasons.',
            commitments: promises.map((promise) => ({
              quote: 'We will do it',
              promise: promise(respondedOn),
            })),
          });
          const done = await recordResponse(lab.desk, caseId, number, input);
          return isRefusal(done)
            ? done
            : `${caseId} ${acceptance}: ${JSON.stringify(input.commitments.map((each) => each.promise))}`;
        },
      ),
    ),
  );
