import { clockFor } from '../../../shared/domain/clocks.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { pause as decide, type PauseInput } from '../../../shared/domain/judicial-review.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type Desk, decideAgain } from './desk.ts';
import { findForMove, runningResponse } from './find-for-move.ts';
import { saveRevised } from './save-revised.ts';

/** Records that judicial review proceedings have started: reminders of the response stop, and the owner is asked about them instead. */
export const pause = (
  desk: Desk,
  caseId: string,
  number: number,
  input: PauseInput,
): Promise<Deadline | Refusal> => decideAgain(() => once(desk, caseId, number, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  input: PauseInput,
): Promise<Deadline | Refusal> {
  const found = await findForMove(desk, 'pause', caseId, number);
  if (isRefusal(found)) return found;
  const before = runningResponse(found);
  if (isRefusal(before)) return before;
  const history = found.entry.revisions.filter(({ deadlineId }) => deadlineId === before.id);
  const moving = { by: desk.by, today: today(desk.clock) };
  const decided = decide(before, clockFor(found.file.learningCase), input, { moving, history });
  return isRefusal(decided) ? decided : saveRevised(desk, 'pause', before, decided);
}
