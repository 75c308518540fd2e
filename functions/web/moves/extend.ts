import { clockFor } from '../../../shared/domain/clocks.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { extend as decide, type ExtensionInput } from '../../../shared/domain/extension.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type Desk, decideAgain } from './desk.ts';
import { findForMove, runningResponse } from './find-for-move.ts';
import { saveRevised } from './save-revised.ts';

/** Records that more time for the response was granted: reminders go by the new last day from the next night. */
export const extend = (
  desk: Desk,
  caseId: string,
  number: number,
  input: ExtensionInput,
): Promise<Deadline | Refusal> => decideAgain(() => once(desk, caseId, number, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  input: ExtensionInput,
): Promise<Deadline | Refusal> {
  const found = await findForMove(desk, 'extend', caseId, number);
  if (isRefusal(found)) return found;
  const before = runningResponse(found);
  if (isRefusal(before)) return before;
  const moving = { by: desk.by, today: today(desk.clock) };
  const decided = decide(before, clockFor(found.file.learningCase), input, moving);
  return isRefusal(decided) ? decided : saveRevised(desk, 'extend', before, decided);
}
