import { raise } from '../../../shared/domain/exception.ts';
import type { Recommendation, RecommendationInput } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { responseDeadline } from '../../../shared/domain/response-deadline.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { save } from '../../../shared/store/save.ts';
import { checkContact, type Desk, decideAgain, eventOf, noSuchCase } from './desk.ts';

/** Records the next recommendation of a case; its duty to respond starts with it. One that nobody owns is an exception at once. */
export const recordRecommendation = (
  desk: Desk,
  caseId: string,
  input: RecommendationInput,
): Promise<Recommendation | Refusal> => decideAgain(() => once(desk, caseId, input));

const ownerless = ({ caseId, number }: Recommendation, at: string) =>
  raise('no-owner', { caseId, number }, at);

async function once(
  desk: Desk,
  caseId: string,
  input: RecommendationInput,
): Promise<Recommendation | Refusal> {
  const { table, clock } = desk;
  const file = await readCaseFile(table, caseId);
  if (!file) return noSuchCase;
  const { learningCase } = file;
  const unknown =
    (await checkContact(table, input.ownerId, 'ownerId')) ??
    (await checkContact(table, input.chairId, 'chairId'));
  if (unknown) return unknown;
  const recommendation: Recommendation = {
    ...input,
    caseId,
    number: file.recommendations.length + 1,
    addressee: input.addressee ?? learningCase.body,
    acceptance: 'awaiting',
    version: 1,
  };
  const deadline = responseDeadline(recommendation, learningCase, today(clock));
  if (isRefusal(deadline)) return deadline;
  // The case counts its recommendations through its version, so two recorded at once get two numbers.
  const refused = await save(table, {
    creates: [
      { kind: 'recommendation', value: recommendation },
      { kind: 'deadline', value: deadline },
      ...(input.ownerId
        ? []
        : [{ kind: 'exception' as const, value: ownerless(recommendation, clock.now()) }]),
    ],
    updates: [{ kind: 'case', before: learningCase, after: learningCase }],
    event: eventOf(desk, 'record-recommendation', { caseId, number: recommendation.number }),
  });
  return refused ?? recommendation;
}
