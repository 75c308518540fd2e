import { type Case, type CaseInput, recordCase as decide } from '../../../shared/domain/case.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, eventOf } from './desk.ts';

/** Records a case. The same reference twice is refused: one case, one record. */
export async function recordCase(desk: Desk, input: CaseInput): Promise<Case | Refusal> {
  const decided = decide(input, today(desk.clock));
  if (isRefusal(decided)) return decided;
  const { keptPage, ...learningCase } = decided;
  const refused = await save(desk.table, {
    creates: [
      { kind: 'case', value: learningCase },
      ...(keptPage ? [{ kind: 'page' as const, value: { caseId: learningCase.id, text: keptPage } }] : []),
    ],
    updates: [],
    event: eventOf(desk, 'record-case', { caseId: learningCase.id }),
  });
  if (refused?.refused === 'already-recorded') {
    return refuse(
      refused.refused,
      `A case with the reference ${input.reference} has already been recorded`,
      'reference',
    );
  }
  return refused ?? learningCase;
}
