import { type Case, type CaseInput, recordCase as decide } from '../../../shared/domain/case.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { caseWithReference } from '../../../shared/store/case-references.ts';
import { save } from '../../../shared/store/save.ts';
import { checkScope, type Desk, eventOf } from './desk.ts';

/** Records a case. The same reference twice is refused: one case, one record. */
export async function recordCase(desk: Desk, input: CaseInput): Promise<Case | Refusal> {
  const decided = checkScope(desk, { addressee: input.body }, 'body') ?? decide(input, today(desk.clock));
  if (isRefusal(decided)) return decided;
  if (await caseWithReference(desk.table, input.reference)) return alreadyRecorded(input);
  const { keptPage, ...learningCase } = decided;
  const refused = await save(desk.table, {
    creates: [
      { kind: 'case', value: learningCase },
      ...(keptPage ? [{ kind: 'page' as const, value: { caseId: learningCase.id, text: keptPage } }] : []),
    ],
    updates: [],
    event: eventOf(desk, 'record-case', { caseId: learningCase.id }),
  });
  if (refused?.refused !== 'already-recorded') return refused ?? learningCase;
  return (await caseWithReference(desk.table, input.reference)) ? alreadyRecorded(input) : takenBefore(input);
}

/** One case, one record. */
export const alreadyRecorded = ({ reference }: { reference: string }): Refusal =>
  refuse('already-recorded', `A case with the reference ${reference} has already been recorded`, 'reference');

/** Another case was recorded under this reference, and then amended to another: its address is taken. */
export const takenBefore = ({ reference }: Pick<CaseInput, 'reference'>): Refusal =>
  refuse(
    'already-taken',
    `Another case was first recorded as ${reference}. Record this one as “${reference} new”, then amend its reference`,
    'reference',
  );
