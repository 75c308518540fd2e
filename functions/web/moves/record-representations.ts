import { type RepresentationsInput, represented } from '../../../shared/domain/publication.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import type { Response } from '../../../shared/domain/response.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { findForMove } from './find-for-move.ts';

/** Records that the body asks that its response is not published: nobody is reminded of the publication any more. */
export const recordRepresentations = (
  desk: Desk,
  caseId: string,
  number: number,
  input: RepresentationsInput,
): Promise<Response | Refusal> => decideAgain(() => once(desk, caseId, number, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  input: RepresentationsInput,
): Promise<Response | Refusal> {
  const found = await findForMove(desk, 'record-representations', caseId, number);
  if (isRefusal(found)) return found;
  const { deadlines, response } = found.entry;
  const before = deadlines.find(({ kind }) => kind === 'publication');
  const after = represented(before, input, today(desk.clock));
  if (isRefusal(after)) return after;
  const asked: Response = { ...response!, representations: true };
  const refused = await save(desk.table, {
    creates: [],
    updates: [
      { kind: 'deadline', before: before!, after },
      { kind: 'response', before: response!, after: asked },
    ],
    event: eventOf(desk, 'record-representations', { caseId, number, why: input.why }),
  });
  return refused ?? { ...asked, version: asked.version + 1 };
}
