import type { Deadline } from '../../../shared/domain/deadline.ts';
import { resume as decide, type ResumeInput } from '../../../shared/domain/judicial-review.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type Desk, decideAgain } from './desk.ts';
import { findForMove, runningResponse } from './find-for-move.ts';
import { saveRevised } from './save-revised.ts';

/** Records that judicial review proceedings have ended: the response is reminded again, later by their days. */
export const resume = (
  desk: Desk,
  caseId: string,
  number: number,
  input: ResumeInput,
): Promise<Deadline | Refusal> => decideAgain(() => once(desk, caseId, number, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  input: ResumeInput,
): Promise<Deadline | Refusal> {
  const found = await findForMove(desk, 'resume', caseId, number);
  if (isRefusal(found)) return found;
  const before = runningResponse(found);
  if (isRefusal(before)) return before;
  const decided = decide(before, input, { by: desk.by, today: today(desk.clock) });
  return isRefusal(decided) ? decided : saveRevised(desk, 'resume', before, decided);
}
