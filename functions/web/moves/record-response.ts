import type { Case } from '../../../shared/domain/case.ts';
import { proposalOf } from '../../../shared/domain/closure.ts';
import type { Commitment } from '../../../shared/domain/commitment.ts';
import type { Day } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { mayMake } from '../../../shared/domain/moves.ts';
import { promisedDuties } from '../../../shared/domain/promised-duties.ts';
import { publicationDeadline } from '../../../shared/domain/publication.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { settlesDone } from '../../../shared/domain/report.ts';
import { checkResponse, type Response, type ResponseInput } from '../../../shared/domain/response.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import { undatedDeadline } from '../../../shared/domain/update-deadline.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import { boardsPromised } from './board-meetings.ts';
import { type Desk, decideAgain, eventOf, findRecommendation } from './desk.ts';
import { settledReports } from './settle-reports.ts';

/**
 * Records the response and what it promises: the duty to respond is met, each promise becomes a duty of its own, and the days to publish
 * the response start, unless representations against it were made.
 */
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
  const { recommendation, response: earlier, deadlines, reports } = found.entry;
  if (earlier)
    return refuse('already-responded', 'A response to this recommendation has already been recorded');
  const refused =
    mayMake('record-response', standingOf(recommendation, deadlines, today(desk.clock))) ??
    checkResponse(input, learningCase.madeOn, today(desk.clock));
  if (refused) return refused;
  const answer = await answerOf(desk, input, recommendation, learningCase);
  if (isRefusal(answer)) return answer;
  const { response, commitments } = answer;
  const creates: Change['creates'] = [
    { kind: 'response', value: response },
    ...commitments.map((value) => ({ kind: 'commitment' as const, value })),
    ...answer.deadlines.map((value) => ({ kind: 'deadline' as const, value })),
  ];
  const awaited = deadlines.filter(({ kind, state }) => kind === 'response' && state === 'open');
  const saved = await save(desk.table, {
    creates,
    updates: [
      { kind: 'recommendation', before: recommendation, after: answer.recommendation },
      ...awaited.map((before) => ({
        kind: 'deadline' as const,
        before,
        after: met(before, input.respondedOn),
      })),
      ...(await settledReports(desk, reports, settlesDone(awaited))),
    ],
    event: eventOf(desk, 'record-response', { caseId, number }),
  });
  return saved ?? response;
}

/** What comes of a response: the recommendation as answered, the promises, and the duties they and the law start. */
export async function answerOf(
  desk: Desk,
  input: ResponseInput,
  to: Recommendation,
  of: Case,
): Promise<
  | { response: Response; commitments: Commitment[]; deadlines: Deadline[]; recommendation: Recommendation }
  | Refusal
> {
  const promised = await promisesOf(desk, input, to, of);
  if (isRefusal(promised)) return promised;
  const publication = publicationOf(input, to, of, today(desk.clock));
  if (isRefusal(publication)) return publication;
  const { commitments: _, ...words } = input;
  const done = promised.deadlines.length === 0 && input.acceptance !== 'not-accepted';
  const after = answered(to, input, desk.by);
  const closure = proposalOf(desk, input.respondedOn);
  return {
    response: { ...words, caseId: to.caseId, number: to.number, version: 1 },
    commitments: promised.commitments,
    deadlines: [...promised.deadlines, ...publication],
    recommendation: done ? { ...after, closure } : after,
  };
}

const answered = (
  of: Recommendation,
  { acceptance, respondedOn: on, reasons }: ResponseInput,
  by: string,
): Recommendation => ({
  ...of,
  acceptance,
  acceptanceHistory: [...of.acceptanceHistory, { acceptance, on, by, ...(reasons ? { reasons } : {}) }],
});

/** A deadline that was met. */
export const met = (deadline: Deadline, metOn: Deadline['anchorOn']): Deadline => ({
  ...deadline,
  state: 'met',
  metOn,
  nextActionOn: null,
});

// What is accepted without a promise still owes a date: it is reviewed, never silent. Where all is said to be done already, closing
// waits for liaison staff.
async function promisesOf(desk: Desk, input: ResponseInput, to: Recommendation, of: Case) {
  const { respondedOn, commitments, acceptance } = input;
  const now = today(desk.clock);
  const boards = await boardsPromised(desk.table, commitments);
  if (isRefusal(boards)) return boards;
  const promises = {
    inputs: commitments,
    anchorOn: respondedOn,
    firstSequence: 1,
    confirmedBy: desk.by,
    boards,
  };
  if (commitments.length > 0 || acceptance === 'not-accepted') return promisedDuties(promises, to, of, now);
  return { commitments: [], deadlines: [undatedDeadline({ respondedOn, sequence: 1 }, to, of, now)] };
}

function publicationOf(
  { representations, respondedOn }: ResponseInput,
  to: Recommendation,
  of: Case,
  now: Day,
): Deadline[] | Refusal {
  const deadline = representations ? undefined : publicationDeadline(respondedOn, to, of, now);
  return isRefusal(deadline) ? deadline : deadline ? [deadline] : [];
}
