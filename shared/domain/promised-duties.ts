import type { Board } from './board.ts';
import type { Case } from './case.ts';
import type { Commitment, CommitmentInput } from './commitment.ts';
import type { Day } from './day.ts';
import type { Deadline } from './deadline.ts';
import type { Recommendation } from './recommendation.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { undatedDeadline, updateDeadline } from './update-deadline.ts';

/** Promises as a person confirms them: what made them, from which day they are counted, and the number of the first. */
export type Promises = {
  inputs: readonly CommitmentInput[];
  madeIn?: Commitment['madeIn'];
  anchorOn: Day;
  firstSequence: number;
  confirmedBy: string;
  /** The boards that they name. */
  boards: ReadonlyMap<string, Board>;
};

/**
 * The promises as records and the duties they make. What is promised without a date still owes one and is reviewed; what is said to be
 * done already makes no duty. A refusal names the field of the promise it is about.
 *
 * @example an update received 15 February 2021 promises "within 2 months" → due 15 April 2021, with the next free number
 */
export function promisedDuties(
  { inputs, madeIn, anchorOn, firstSequence, confirmedBy, boards }: Promises,
  to: Recommendation,
  of: Case,
  today: Day,
): { commitments: Commitment[]; deadlines: Deadline[] } | Refusal {
  const { caseId, number } = to;
  const commitments = inputs.map((each, index): Commitment => {
    const sequence = firstSequence + index;
    const made = madeIn ? { madeIn } : {};
    return { ...each, caseId, number, sequence, anchorOn, ...made, confirmedBy, version: 1 };
  });
  const deadlines: Deadline[] = [];
  for (const [index, promised] of commitments.entries()) {
    const { promise, sequence, quote } = promised;
    const board = promise.kind === 'board-meeting' ? boards.get(promise.boardId) : undefined;
    const deadline = updateDeadline(promised, to, of, today, board);
    if (isRefusal(deadline))
      return { ...deadline, field: `commitments.${index}.promise.${deadline.field ?? 'kind'}` };
    if (promise.kind === 'none')
      deadlines.push(undatedDeadline({ respondedOn: anchorOn, sequence, quote, madeIn }, to, of, today));
    else if (promise.kind !== 'completed') deadlines.push(deadline);
  }
  return { commitments, deadlines };
}

/** The next number for a promise: neither a promise nor a duty has had it, so that a number always means one thing. */
export const nextSequence = (commitments: readonly Commitment[], deadlines: readonly Deadline[]): number =>
  Math.max(
    0,
    ...commitments.map(({ sequence }) => sequence),
    ...deadlines.filter(({ kind }) => kind === 'update').map(({ sequence }) => sequence),
  ) + 1;
