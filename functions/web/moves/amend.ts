import { type Amendment, amend as decide } from '../../../shared/domain/amendment.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { findForMove } from './find-for-move.ts';

/** Corrects the words of a recommendation, or of its response. What stood there before is kept in the history. */
export const amend = (
  desk: Desk,
  caseId: string,
  number: number,
  input: Amendment,
): Promise<Recommendation | Refusal> => decideAgain(() => once(desk, caseId, number, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  input: Amendment,
): Promise<Recommendation | Refusal> {
  const found = await findForMove(desk, 'amend', caseId, number);
  if (isRefusal(found)) return found;
  const { recommendation: before, response } = found.entry;
  const amended = decide({ recommendation: before, response }, input);
  if (isRefusal(amended)) return amended;
  const answered: Change['updates'] =
    response && amended.response && amended.response.text !== response.text
      ? [{ kind: 'response', before: response, after: amended.response }]
      : [];
  const refused = await save(desk.table, {
    creates: [],
    updates: [{ kind: 'recommendation', before, after: amended.recommendation }, ...answered],
    event: eventOf(desk, 'amend', { caseId, number, why: input.why }),
  });
  return refused ?? { ...amended.recommendation, version: before.version + 1 };
}
