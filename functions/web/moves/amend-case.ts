import { type CaseAmendment, amendCase as decide } from '../../../shared/domain/amendment.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { type CaseFile, type RecommendationFile, readCaseFile } from '../../../shared/store/case-file.ts';
import { caseWithReference, pointerTo } from '../../../shared/store/case-references.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf, findRecommendation, noSuchCase } from './desk.ts';
import { alreadyRecorded } from './record-case.ts';

/**
 * Corrects the title, summary or reference of a case. Each deadline carries the reference, so that a list need not read the case: after
 * the case they are put right, one recommendation at a time, and whoever writes a new deadline meanwhile is decided again. Where that
 * is broken off, amending to the same reference once more finishes it.
 */
export async function amendCase(atDesk: Desk, caseId: string, input: CaseAmendment): Promise<Case | Refusal> {
  const amended = await decideAgain(() => once(atDesk, caseId, input));
  if (isRefusal(amended)) return amended;
  // What was seen is the history of the case, not that of each recommendation; and what a form left out is done when it comes again.
  const { seen: _, once: __, ...desk } = atDesk;
  const file = await readCaseFile(desk.table, caseId);
  for (const entry of behind(file)) {
    const { number } = entry.recommendation;
    const done = await decideAgain(() => putRight(desk, amended, number, input.why));
    if (isRefusal(done)) return done;
  }
  return amended;
}

async function once(desk: Desk, caseId: string, input: CaseAmendment): Promise<Case | Refusal> {
  const file = await readCaseFile(desk.table, caseId);
  if (!file) return noSuchCase;
  const { learningCase: before } = file;
  const after = decide(before, input);
  if (isRefusal(after)) return behind(file).length > 0 ? before : after;
  const other = await caseWithReference(desk.table, after.reference);
  if (other && other.id !== caseId) return alreadyRecorded(after);
  const { creates, updates } = await pointerTo(desk.table, after);
  const refused = await save(desk.table, {
    creates,
    updates: [{ kind: 'case', before, after }, ...updates],
    event: eventOf(desk, 'amend-case', { caseId, why: input.why }),
  });
  return refused ?? { ...after, version: before.version + 1 };
}

const isBehind = ({ reference }: { reference: string }, entry: RecommendationFile): boolean =>
  entry.deadlines.some((each) => each.reference !== reference);

const behind = (file: CaseFile | undefined): RecommendationFile[] =>
  file?.recommendations.filter((entry) => isBehind(file.learningCase, entry)) ?? [];

async function putRight(
  desk: Desk,
  { id: caseId, reference }: Case,
  number: number,
  why: string,
): Promise<true | Refusal> {
  const found = await findRecommendation(desk.table, caseId, number);
  if (isRefusal(found)) return found;
  const { recommendation, deadlines } = found.entry;
  const refused = await save(desk.table, {
    creates: [],
    updates: [
      { kind: 'recommendation', before: recommendation, after: recommendation },
      ...deadlines
        .filter((each) => each.reference !== reference)
        .map((before) => ({ kind: 'deadline' as const, before, after: { ...before, reference } })),
    ],
    event: eventOf(desk, 'amend-case', { caseId, number, why }),
  });
  return refused ?? true;
}
