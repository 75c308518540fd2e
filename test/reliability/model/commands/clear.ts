import * as fc from 'fast-check';
import { clearException } from '../../../../functions/web/moves/clear-exception.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove } from '../command.ts';

/** Liaison staff clear an exception. */
export const clear = fc.record({ pick: anyPick, when: anyWhen }).map(({ pick, when }) =>
  command(`an exception is cleared, ${when}`, (lab) =>
    makeMove(
      lab,
      when,
      pick,
      () => lab.mirror.all('exception').filter(({ kind, clearedAt }) => kind !== 'no-owner' && !clearedAt),
      async ({ id }) => {
        const done = await clearException(lab.desk, id, { reason: 'Dealt with' });
        return isRefusal(done) ? done : `${id} is cleared`;
      },
    ),
  ),
);
