import type { Deadline } from '../../../shared/domain/deadline.ts';
import { mayMake, type RecommendationMove } from '../../../shared/domain/moves.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import { today } from '../../../shared/runtime/clock.ts';
import type { CaseFile, RecommendationFile } from '../../../shared/store/case-file.ts';
import { type Desk, findRecommendation } from './desk.ts';

export type Found = { file: CaseFile; entry: RecommendationFile };

/** A recommendation on which a move can be made as it stands today, or the refusal of the table of moves. */
export async function findForMove(
  desk: Desk,
  move: RecommendationMove,
  caseId: string,
  number: number,
): Promise<Found | Refusal> {
  const found = await findRecommendation(desk.table, caseId, number);
  return isRefusal(found) ? found : (mayMakeOn(found, move, desk) ?? found);
}

/** The same with the open duty of one of its promises, by the promise's number. */
export async function findPromiseForMove(
  desk: Desk,
  move: RecommendationMove,
  { caseId, number, sequence }: { caseId: string; number: number; sequence: number },
): Promise<{ found: Found; promised: Deadline } | Refusal> {
  const found = await findRecommendation(desk.table, caseId, number);
  if (isRefusal(found)) return found;
  const promised = openPromise(found, sequence);
  if (isRefusal(promised) && promised.refused === 'unknown-promise') return promised;
  const refused = mayMakeOn(found, move, desk);
  if (refused) return refused;
  return isRefusal(promised) ? promised : { found, promised };
}

/** The open duty of a promise, by the promise's number, or why there is none. */
export function openPromise({ entry }: Found, sequence: number): Deadline | Refusal {
  const promised = entry.deadlines.find((each) => each.kind === 'update' && each.sequence === sequence);
  if (!promised) return refuse('unknown-promise', 'This recommendation has no promise with this number');
  if (promised.state === 'open') return promised;
  return promised.state === 'met'
    ? refuse('already-met', 'An update for this promise has already been recorded')
    : refuse('already-ended', 'This promise is no longer waited for');
}

const mayMakeOn = ({ entry }: Found, move: RecommendationMove, { clock }: Desk): Refusal | undefined =>
  mayMake(move, standingOf(entry.recommendation, entry.deadlines, today(clock)));

/** The response deadline that runs; the table of moves lets nothing by that has none. */
export const runningResponse = ({ entry }: Found): Deadline | Refusal =>
  entry.deadlines.find(({ kind, state }) => kind === 'response' && state === 'open') ??
  refuse('no-response-deadline', 'No response to this recommendation is waited for');
