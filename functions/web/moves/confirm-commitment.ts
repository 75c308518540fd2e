import type { Commitment, CommitmentInput } from '../../../shared/domain/commitment.ts';
import { ended } from '../../../shared/domain/open-duties.ts';
import { nextSequence, promisedDuties } from '../../../shared/domain/promised-duties.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { settlesEnded } from '../../../shared/domain/report.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { boardsPromised } from './board-meetings.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { type Found, findForMove } from './find-for-move.ts';
import { settledReports } from './settle-reports.ts';

/**
 * Adds a promise that an earlier response made and nobody had recorded: it is counted from the day of the response. Where nothing had
 * been promised, the request for a date ends with it.
 */
export const confirmCommitment = (
  desk: Desk,
  caseId: string,
  number: number,
  input: CommitmentInput,
): Promise<Commitment | Refusal> => decideAgain(() => once(desk, caseId, number, input));

const atPromise = (refused: Refusal): Refusal => ({
  ...refused,
  field: refused.field?.replace('commitments.0.', '') ?? 'promise',
});

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  input: CommitmentInput,
): Promise<Commitment | Refusal> {
  const found = await findForMove(desk, 'confirm-commitment', caseId, number);
  if (isRefusal(found)) return found;
  const { recommendation, response, commitments, deadlines, reports } = found.entry;
  if (!response) return refuse('no-response', 'Record the response first: a promise is counted from its day');
  const boards = await boardsPromised(desk.table, [input]);
  if (isRefusal(boards)) return atPromise(boards);
  const promises = {
    inputs: [input],
    anchorOn: response.respondedOn,
    firstSequence: nextSequence(commitments, deadlines),
    confirmedBy: desk.by,
    boards,
  };
  const promised = promisedDuties(promises, recommendation, found.file.learningCase, today(desk.clock));
  if (isRefusal(promised)) return atPromise(promised);
  const [commitment] = promised.commitments as [Commitment];
  const requests = requestsForDate(found);
  const refused = await save(desk.table, {
    creates: [
      { kind: 'commitment', value: commitment },
      ...promised.deadlines.map((value) => ({ kind: 'deadline' as const, value })),
    ],
    updates: [
      // The recommendation is written as it was, so that two promises added at once get two numbers.
      { kind: 'recommendation', before: recommendation, after: recommendation },
      ...requests.map((before) => ({ kind: 'deadline' as const, before, after: ended(before) })),
      ...(await settledReports(desk, reports, settlesEnded(requests))),
    ],
    event: eventOf(desk, 'confirm-commitment', { caseId, number, sequence: commitment.sequence }),
  });
  return refused ?? commitment;
}

/** What asks for a date because nothing had been promised at all. */
const requestsForDate = ({ entry: { deadlines, commitments } }: Found) =>
  deadlines.filter(
    ({ kind, state, dueOn, sequence }) =>
      kind === 'update' &&
      state === 'open' &&
      dueOn === null &&
      !commitments.some((each) => each.sequence === sequence),
  );
