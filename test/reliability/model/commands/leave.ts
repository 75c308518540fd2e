import * as fc from 'fast-check';
import { recordDeparture } from '../../../../functions/web/moves/record-departure.ts';
import { liaisonTeamId } from '../../../../shared/domain/contact.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove } from '../command.ts';
import { canBeMailed } from '../oracle.ts';

/** Somebody leaves, or has left before, and somebody else takes over; or nobody does yet. */
export const leave = fc
  .record({ pick: anyPick, when: anyWhen, to: fc.option(fc.nat({ max: 1_000 })) })
  .map(({ pick, when, to }) =>
    command(`somebody leaves, ${when}`, (lab) =>
      makeMove(
        lab,
        when,
        pick,
        () =>
          lab.mirror
            .all('contact')
            .filter(({ id, successorId }) => id !== liaisonTeamId && !successorId)
            .map(({ id }) => ({ id })),
        async ({ id }) => {
          const others = lab.mirror.all('contact').filter((each) => canBeMailed(each) && each.id !== id);
          const successorId = to === null ? undefined : others[to % others.length]?.id;
          const done = await recordDeparture(lab.desk, id, successorId ? { successorId } : {});
          return isRefusal(done) ? done : `${id} left, and ${successorId ?? 'nobody'} took over`;
        },
      ),
    ),
  );
