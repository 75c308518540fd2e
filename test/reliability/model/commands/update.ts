import * as fc from 'fast-check';
import { recordUpdate } from '../../../../functions/web/moves/record-update.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { updateInput } from '../../../../shared/domain/update.ts';
import { anyPick, anyWhen, command, makeMove, openOfKind } from '../command.ts';

/** Records the update that meets an open promise. */
export const update = fc.record({ pick: anyPick, when: anyWhen }).map(({ pick, when }) =>
  command(`an update, ${when}`, (lab) =>
    makeMove(
      lab,
      when,
      pick,
      () => openOfKind(lab, 'update'),
      async ({ id, caseId, number, sequence }) => {
        const input = updateInput.parse({ receivedOn: lab.today, text: 'Done.' });
        const done = await recordUpdate(lab.desk, caseId, number, sequence, input);
        return isRefusal(done) ? done : `${id} is met`;
      },
    ),
  ),
);
