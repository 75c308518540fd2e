import { proposalOf } from '../../../shared/domain/closure.ts';
import type { Commitment } from '../../../shared/domain/commitment.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { openDuties } from '../../../shared/domain/open-duties.ts';
import { nextSequence, promisedDuties } from '../../../shared/domain/promised-duties.ts';
import { dropped } from '../../../shared/domain/proposal.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { settlesDone } from '../../../shared/domain/report.ts';
import { checkUpdate, type Update, type UpdateInput } from '../../../shared/domain/update.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import { boardsPromised } from './board-meetings.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { findPromiseForMove } from './find-for-move.ts';
import { settledReports } from './settle-reports.ts';

/**
 * Records that a promise was kept, early or late, and what the update promises next. When no promise is open after it, closing is left
 * to liaison staff to decide.
 */
export const recordUpdate = (
  desk: Desk,
  caseId: string,
  number: number,
  sequence: number,
  input: UpdateInput,
): Promise<Update | Refusal> => decideAgain(() => once(desk, caseId, number, sequence, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  sequence: number,
  input: UpdateInput,
): Promise<Update | Refusal> {
  const looked = await findPromiseForMove(desk, 'record-update', { caseId, number, sequence });
  if (isRefusal(looked)) return looked;
  const { found, promised } = looked;
  const { recommendation, deadlines, commitments, proposals, reports } = found.entry;
  const now = today(desk.clock);
  const refused = checkUpdate(input, promised, now);
  if (refused) return refused;
  const { commitments: inputs = [], ...said } = input;
  const { receivedOn: metOn } = input;
  const boards = await boardsPromised(desk.table, inputs);
  if (isRefusal(boards)) return boards;
  const next = promisedDuties(
    {
      inputs,
      madeIn: 'update',
      anchorOn: metOn,
      firstSequence: nextSequence(commitments, deadlines),
      confirmedBy: desk.by,
      boards,
    },
    recommendation,
    found.file.learningCase,
    now,
  );
  if (isRefusal(next)) return next;
  const update: Update = { ...said, caseId, number, sequence };
  const othersOpen = openDuties(deadlines).some(({ id }) => id !== promised.id);
  const kept = commitments.find((each) => each.sequence === sequence);
  const isLast = !othersOpen && next.deadlines.length === 0;
  // What somebody proposed before stays theirs: they are the one who may not close it.
  const closure = recommendation.closure ?? proposalOf(desk, metOn);
  const after: Recommendation = isLast ? { ...recommendation, closure } : recommendation;
  const saved = await save(desk.table, {
    creates: [{ kind: 'update', value: update }, ...createsOf(next)],
    updates: [
      { kind: 'deadline', before: promised, after: { ...promised, state: 'met', metOn, nextActionOn: null } },
      ...(kept ? [{ kind: 'commitment' as const, before: kept, after: { ...kept, metOn } }] : []),
      ...dropped(proposals, promised.id).map((each) => ({ kind: 'proposal' as const, ...each })),
      { kind: 'recommendation', before: recommendation, after },
      ...(await settledReports(desk, reports, settlesDone([promised]))),
    ],
    event: eventOf(desk, 'record-update', { caseId, number, sequence }),
  });
  return saved ?? update;
}

const createsOf = ({
  commitments,
  deadlines,
}: {
  commitments: Commitment[];
  deadlines: Deadline[];
}): Change['creates'] => [
  ...commitments.map((value) => ({ kind: 'commitment' as const, value })),
  ...deadlines.map((value) => ({ kind: 'deadline' as const, value })),
];
