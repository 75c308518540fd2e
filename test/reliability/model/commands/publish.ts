import * as fc from 'fast-check';
import { recordPublication } from '../../../../functions/web/moves/record-publication.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { anyPick, anyWhen, command, makeMove, openOfKind } from '../command.ts';

/** A response has been published. */
export const publish = fc.record({ pick: anyPick, when: anyWhen }).map(({ pick, when }) =>
  command(`a response is published, ${when}`, (lab) =>
    makeMove(
      lab,
      when,
      pick,
      () => openOfKind(lab, 'publication'),
      async ({ id, caseId, number }) => {
        const done = await recordPublication(lab.desk, caseId, number, { publishedOn: lab.today });
        return isRefusal(done) ? done : `${id} is met`;
      },
    ),
  ),
);
