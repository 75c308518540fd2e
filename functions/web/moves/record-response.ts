import type { Case } from '../../../shared/domain/case.ts';
import type { Commitment } from '../../../shared/domain/commitment.ts';
import { type Deadline, undatedDeadline, updateDeadline } from '../../../shared/domain/deadline.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { checkResponse, type Response, type ResponseInput } from '../../../shared/domain/response.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf, findRecommendation } from './desk.ts';

/** Records the response and what it promises: the duty to respond is met, and each dated promise becomes a duty of its own. */
export const recordResponse = (
  desk: Desk,
  caseId: string,
  number: number,
  input: ResponseInput,
): Promise<Response | Refusal> => decideAgain(() => once(desk, caseId, number, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  input: ResponseInput,
): Promise<Response | Refusal> {
  const found = await findRecommendation(desk.table, caseId, number);
  if (isRefusal(found)) return found;
  const { learningCase } = found.file;
  const { recommendation, response: earlier, deadlines } = found.entry;
  if (earlier)
    return refuse('already-responded', 'A response to this recommendation has already been recorded');
  const refused = checkResponse(input, learningCase.madeOn, today(desk.clock));
  if (refused) return refused;
  const promised = promisesOf(desk, input, recommendation, learningCase);
  if (isRefusal(promised)) return promised;
  const { commitments: _, ...words } = input;
  const response: Response = { ...words, caseId, number, version: 1 };
  const creates: Change['creates'] = [
    { kind: 'response', value: response },
    ...promised.commitments.map((value) => ({ kind: 'commitment' as const, value })),
    ...promised.deadlines.map((value) => ({ kind: 'deadline' as const, value })),
  ];
  const done = promised.deadlines.length === 0 && input.acceptance !== 'not-accepted';
  const after: Recommendation = {
    ...recommendation,
    acceptance: input.acceptance,
    ...(done ? { closureProposedOn: input.respondedOn } : {}),
  };
  const saved = await save(desk.table, {
    creates,
    updates: [
      { kind: 'recommendation', before: recommendation, after },
      ...deadlines
        .filter(({ kind, state }) => kind === 'response' && state === 'open')
        .map((deadline) => ({
          kind: 'deadline' as const,
          before: deadline,
          after: met(deadline, input.respondedOn),
        })),
    ],
    event: eventOf(desk, 'record-response', { caseId, number }),
  });
  return saved ?? response;
}

const met = (deadline: Deadline, metOn: Deadline['anchorOn']): Deadline => ({
  ...deadline,
  state: 'met',
  metOn,
  nextActionOn: null,
});

type Promised = { commitments: Commitment[]; deadlines: Deadline[] };

// What is promised without a date, or accepted without a promise, still owes a date: it is reviewed, never silent. Where all is said to
// be done already, closing waits for liaison staff.
function promisesOf(desk: Desk, input: ResponseInput, to: Recommendation, of: Case): Promised | Refusal {
  const now = today(desk.clock);
  const commitments: Commitment[] = input.commitments.map((each, index) => ({
    ...each,
    caseId: to.caseId,
    number: to.number,
    sequence: index + 1,
    anchorOn: input.respondedOn,
    confirmedBy: desk.by,
    version: 1,
  }));
  const deadlines: Deadline[] = [];
  for (const [index, commitment] of commitments.entries()) {
    const deadline = updateDeadline(commitment, to, of, now);
    if (isRefusal(deadline))
      return { ...deadline, field: `commitments.${index}.promise.${deadline.field ?? 'kind'}` };
    if (deadline.dueOn !== null) deadlines.push(deadline);
  }
  const { respondedOn } = input;
  const undated = commitments
    .filter(({ promise }) => promise.kind === 'none')
    .map(({ sequence }) => sequence);
  const nothingPromised = commitments.length === 0 && input.acceptance !== 'not-accepted';
  for (const sequence of nothingPromised ? [1] : undated) {
    deadlines.push(undatedDeadline({ respondedOn, sequence }, to, of, now));
  }
  return { commitments, deadlines };
}
