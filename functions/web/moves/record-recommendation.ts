import type { Case } from '../../../shared/domain/case.ts';
import type { Recommendation, RecommendationInput } from '../../../shared/domain/recommendation.ts';
import { checkNumber } from '../../../shared/domain/recommendation-number.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { responseDeadline } from '../../../shared/domain/response-deadline.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type CaseFile, readCaseFile } from '../../../shared/store/case-file.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import { checkBoard, checkContact, checkScope, type Desk, decideAgain, eventOf, noSuchCase } from './desk.ts';
import { ownerlessOf } from './ownerless.ts';

/**
 * Records the next recommendation of a case; its duty to respond starts with it. One that nobody owns is an exception at once. Where `known`
 * finds it in the case already, that one is the answer; it is asked at every try, so that of two who record the same at once one does.
 */
export const recordRecommendation = (
  desk: Desk,
  caseId: string,
  input: RecommendationInput,
  known: Known = () => undefined,
): Promise<Recommendation | Refusal> => decideAgain(() => once(desk, caseId, input, known));

type Known = (file: CaseFile) => Recommendation | undefined;

async function once(
  desk: Desk,
  caseId: string,
  input: RecommendationInput,
  known: Known,
): Promise<Recommendation | Refusal> {
  const { table } = desk;
  const file = await readCaseFile(table, caseId);
  if (!file) return noSuchCase;
  const there = known(file);
  if (there) return there;
  const { learningCase } = file;
  const unknown =
    (await checkContact(table, input.ownerId, 'ownerId')) ?? (await checkBoard(table, input.boardId));
  if (unknown) return unknown;
  const recommendation = asRecorded(input, learningCase, file.recommendations.length + 1);
  const outside = checkScope(desk, recommendation, input.addressee ? 'addressee' : 'boardId');
  if (outside) return outside;
  const creates = createdWith(recommendation, learningCase, desk);
  if (isRefusal(creates)) return creates;
  // The case counts its recommendations through its version, so two recorded at once get two numbers.
  const refused = await save(table, {
    creates,
    updates: [{ kind: 'case', before: learningCase, after: learningCase }],
    event: eventOf(desk, 'record-recommendation', { caseId, number: recommendation.number }),
  });
  return refused ?? recommendation;
}

/** A recommendation as it is first recorded. */
export const asRecorded = (
  input: RecommendationInput & Pick<Recommendation, 'group'>,
  learningCase: Case,
  number: number,
): Recommendation => ({
  ...input,
  caseId: learningCase.id,
  number,
  addressee: input.addressee ?? learningCase.body,
  acceptance: 'awaiting',
  acceptanceHistory: [],
  effectReviews: [],
  version: 1,
});

/** What is created with a recommendation: itself, its duty to respond, and where nobody owns it, that. */
export function createdWith(
  recommendation: Recommendation,
  learningCase: Case,
  { clock }: Desk,
): Change['creates'] | Refusal {
  const deadline =
    checkNumber(recommendation.number) ?? responseDeadline(recommendation, learningCase, today(clock));
  if (isRefusal(deadline)) return deadline;
  return [
    { kind: 'recommendation', value: recommendation },
    { kind: 'deadline', value: deadline },
    ...(recommendation.ownerId
      ? []
      : [{ kind: 'exception' as const, value: ownerlessOf(recommendation, clock.now()) }]),
  ];
}
