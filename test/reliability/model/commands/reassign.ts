import * as fc from 'fast-check';
import { reassignOwner } from '../../../../functions/web/moves/reassign-owner.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, wholeRecommendations } from '../command.ts';
import type { Lab } from '../lab.ts';
import type { Kept } from '../mirror.ts';
import { ownerIds } from '../start.ts';

async function give(lab: Lab, { caseId, number, ownerId: before }: Kept<'recommendation'>, ownerId: string) {
  const done = await reassignOwner(lab.desk, caseId, number, { ownerId });
  if (isRefusal(done)) return done;
  lab.handedOver.delete(caseId);
  if (before) lab.handedOver.set(caseId, before);
  return `${caseId} goes to ${ownerId}`;
}

/** Gives a recommendation another owner, or its first. */
export const reassign = fc
  .record({ pick: anyPick, when: anyWhen, ownerId: fc.constantFrom(...ownerIds) })
  .map(({ pick, when, ownerId }) =>
    command(`one goes to ${ownerId}, ${when}`, (lab) =>
      makeMove(
        lab,
        when,
        pick,
        () => wholeRecommendations(lab),
        (one) => give(lab, one, ownerId),
      ),
    ),
  );

/** Gives a recommendation back to the owner it had before: a mail that waited for them may have been dropped meanwhile. */
export const giveBack = fc.record({ pick: anyPick, when: anyWhen }).map(({ pick, when }) =>
  command(`one goes back to its owner before, ${when}`, (lab) =>
    makeMove(
      lab,
      when,
      pick,
      () => {
        const latest = [...lab.handedOver.keys()].at(-1);
        return wholeRecommendations(lab).filter(({ caseId }) => caseId === latest);
      },
      (one) => give(lab, one, lab.handedOver.get(one.caseId)!),
    ),
  ),
);
