import * as fc from 'fast-check';
import { dutyAt } from '../../../../functions/web/moves/find-duty.ts';
import { nudgeOwner } from '../../../../functions/web/moves/nudge.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, remindedDuties } from '../command.ts';

/** Liaison staff have an owner reminded at once. Its queue has the troubles of the day like any other. */
export const nudge = fc.record({ pick: anyPick, when: anyWhen }).map(({ pick, when }) =>
  command(`an owner is reminded at once, ${when}`, (lab) =>
    makeMove(
      lab,
      when,
      pick,
      () => remindedDuties(lab),
      async (deadline) => {
        const end = await lab.engine.atThePages((deps) =>
          nudgeOwner({ ...lab.desk, newId: deps.newId }, deps, dutyAt(deadline), {}),
        );
        if (end === 'crashed' || 'error' in end) return `${deadline.id}: the request ended without an answer`;
        return isRefusal(end.value) ? end.value : `${deadline.id} to ${end.value.recipientId}`;
      },
    ),
  ),
);
