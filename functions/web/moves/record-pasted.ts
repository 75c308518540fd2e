import { type CaseInput, caseIdOf, recordCase as decide } from '../../../shared/domain/case.ts';
import { windowOf } from '../../../shared/domain/commitment.ts';
import type { Day } from '../../../shared/domain/day.ts';
import type { RecommendationInput } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { checkResponse, type ResponseInput } from '../../../shared/domain/response.ts';
import { seesCase } from '../../../shared/domain/scope.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type CaseFile, readCaseFile } from '../../../shared/store/case-file.ts';
import { caseWithReference } from '../../../shared/store/case-references.ts';
import { checkBoard, checkContact, checkScope, type Desk } from './desk.ts';
import { alreadyRecorded, recordCase } from './record-case.ts';
import { recordRecommendation } from './record-recommendation.ts';
import { recordResponse } from './record-response.ts';

/** A case that was read from its page and confirmed. `place`: which recommendation of the page it is, for naming it. */
export type Pasted = {
  learningCase: CaseInput;
  recommendations: readonly {
    place: number;
    recommendation: RecommendationInput;
    response?: ResponseInput | undefined;
  }[];
};

/** What was recorded of one recommendation of the page, and why the rest was not. */
export type PastedLine = { place: number; number?: number; recorded: string[]; refused?: string };

export type PastedAccount = { caseId: string; lines: PastedLine[] };

/** What stands against recording it, before anything is: the field is 'recommendation-2-ownerId' for
 * the second on the page, and 'recommendation-2-promise-0.latest' for a part of its first promise. */
export async function checkPasted(
  desk: Desk,
  { learningCase, recommendations }: Pasted,
): Promise<Refusal | undefined> {
  const now = today(desk.clock);
  const decided = checkScope(desk, { addressee: learningCase.body }, 'body') ?? decide(learningCase, now);
  if (isRefusal(decided)) return decided;
  const known = await caseWithReference(desk.table, learningCase.reference);
  const file = known && (await readCaseFile(desk.table, known.id));
  if (known && (!file || file.keptPage !== learningCase.keptPage || hides(desk, file)))
    return alreadyRecorded(learningCase);
  for (const { place, recommendation, response } of recommendations) {
    const refused =
      (await checkContact(desk.table, recommendation.ownerId, 'ownerId')) ??
      (await checkBoard(desk.table, recommendation.boardId)) ??
      (response && checkAnswer(response, learningCase.madeOn, now));
    if (refused) return { ...refused, field: `recommendation-${place}-${refused.field ?? 'text'}` };
  }
  return undefined;
}

function checkAnswer(response: ResponseInput, madeOn: Day, now: Day): Refusal | undefined {
  const untimely = checkResponse(response, madeOn, now);
  if (untimely) return untimely;
  for (const [index, { promise }] of response.commitments.entries()) {
    const window = windowOf(promise, response.respondedOn);
    if (isRefusal(window)) return { ...window, field: `promise-${index}.${window.field ?? 'kind'}` };
  }
  return undefined;
}

/**
 * Records a case with its page, its recommendations and their responses: each by its own move, in that order. Recording the same page again
 * after being stopped half-way, or at once by a second press, adds what is missing and nothing twice; what could not be recorded is in the account.
 */
export async function recordPasted(atDesk: Desk, pasted: Pasted): Promise<PastedAccount | Refusal> {
  // What a form that was broken off left out is still to be recorded when it comes again.
  const { once: _, ...desk } = atDesk;
  const { learningCase, recommendations } = pasted;
  const begun = await recordCase(desk, learningCase);
  const caseId = caseIdOf(learningCase.reference);
  const file = isRefusal(begun) ? await readCaseFile(desk.table, caseId) : undefined;
  if (isRefusal(begun) && (!file || file.keptPage !== learningCase.keptPage || hides(desk, file)))
    return begun;
  const lines: PastedLine[] = [];
  for (const [index, each] of recommendations.entries()) {
    const alike = recommendations.slice(0, index).filter(inTheWordsOf(each.recommendation)).length;
    lines.push(await recordOne(desk, caseId, each, alike));
  }
  return { caseId, lines };
}

const hides = ({ scope }: Desk, file: CaseFile): boolean => scope !== undefined && !seesCase(scope, file);

const inTheWordsOf =
  ({ text }: { text: string }) =>
  ({ recommendation }: { recommendation: { text: string } }) =>
    recommendation.text === text;

/** `alike`: how many before it on the page are in the same words, each of which is one of those in the case. */
async function recordOne(
  desk: Desk,
  caseId: string,
  { place, recommendation, response }: Pasted['recommendations'][number],
  alike: number,
): Promise<PastedLine> {
  const recorded = await recordRecommendation(
    desk,
    caseId,
    recommendation,
    (file) => file.recommendations.filter(inTheWordsOf(recommendation))[alike]?.recommendation,
  );
  if (isRefusal(recorded)) return { place, recorded: [], refused: recorded.message };
  // It may have been recorded before, by others and for others.
  const outside = checkScope(desk, recorded, 'addressee');
  if (outside) return { place, recorded: [], refused: outside.message };
  const { number } = recorded;
  const answered = response && (await recordResponse(desk, caseId, number, response));
  if (!answered) return { place, number, recorded: ['the recommendation'] };
  return isRefusal(answered) && answered.refused !== 'already-responded'
    ? { place, number, recorded: ['the recommendation'], refused: `The response: ${answered.message}` }
    : { place, number, recorded: ['the recommendation', 'its response'] };
}
