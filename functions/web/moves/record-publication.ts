import type { Deadline } from '../../../shared/domain/deadline.ts';
import { type PublicationInput, published } from '../../../shared/domain/publication.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { findForMove } from './find-for-move.ts';

/** Records that the response has been published. */
export const recordPublication = (
  desk: Desk,
  caseId: string,
  number: number,
  input: PublicationInput,
): Promise<Deadline | Refusal> => decideAgain(() => once(desk, caseId, number, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  input: PublicationInput,
): Promise<Deadline | Refusal> {
  const found = await findForMove(desk, 'record-publication', caseId, number);
  if (isRefusal(found)) return found;
  const before = found.entry.deadlines.find(({ kind }) => kind === 'publication');
  const after = published(before, input, today(desk.clock));
  if (isRefusal(after)) return after;
  const refused = await save(desk.table, {
    creates: [],
    updates: [{ kind: 'deadline', before: before!, after }],
    event: eventOf(desk, 'record-publication', { caseId, number }),
  });
  return refused ?? { ...after, version: before!.version + 1 };
}
