import type { Telling } from '../../../shared/domain/audit-event.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Decided, Held, Making } from '../../../shared/domain/decided.ts';
import type { RecommendationMove } from '../../../shared/domain/moves.ts';
import { dropped } from '../../../shared/domain/proposal.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import {
  type Settles,
  settlesClosed,
  settlesEnded,
  settlesWithdrawn,
} from '../../../shared/domain/report.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf, findRecommendation } from './desk.ts';
import { ownerlessAfter } from './ownerless.ts';
import { settledReports } from './settle-reports.ts';

/** One move to be made on one recommendation. */
export type Intended = { move: RecommendationMove; caseId: string; number: number } & Pick<Telling, 'why'>;

/**
 * Makes a move that is decided on a recommendation and its deadlines alone. The recommendation is written again with every move, also
 * where only a deadline changes, so that of two moves at once the second is decided again on what the first left.
 */
export const makeMove = (
  desk: Desk,
  intended: Intended,
  decide: (held: Held, making: Making) => Decided | Refusal,
): Promise<Recommendation | Refusal> => decideAgain(() => once(desk, intended, decide));

async function once(
  desk: Desk,
  { move, ...about }: Intended,
  decide: (held: Held, making: Making) => Decided | Refusal,
): Promise<Recommendation | Refusal> {
  const found = await findRecommendation(desk.table, about.caseId, about.number);
  if (isRefusal(found)) return found;
  const { recommendation: before, deadlines, proposals, reports } = found.entry;
  const held = { ...found.entry, learningCase: found.file.learningCase };
  const decided = decide(held, { by: desk.by, byId: desk.byId, today: today(desk.clock) });
  if (isRefusal(decided)) return decided;
  const { recommendation: after, changed, added } = decided;
  const over = changed.filter(({ state }) => state !== 'open');
  const ownerless = await ownerlessAfter(desk, before, after);
  const refused = await save(desk.table, {
    creates: [...added.map((value) => ({ kind: 'deadline' as const, value })), ...ownerless.creates],
    updates: [
      { kind: 'recommendation', before, after },
      ...changed.map((each) => ({
        kind: 'deadline' as const,
        before: deadlines.find(({ id }) => id === each.id)!,
        after: each,
      })),
      ...(await settledReports(desk, reports, settling(after, over))),
      ...over
        .flatMap(({ id }) => dropped(proposals, id))
        .map((each) => ({ kind: 'proposal' as const, ...each })),
      ...ownerless.updates,
    ],
    event: eventOf(desk, move, about),
  });
  return refused ?? { ...after, version: before.version + 1 };
}

function settling({ closed, withdrawn }: Recommendation, over: readonly Deadline[]): Settles {
  if (withdrawn) return settlesWithdrawn;
  return closed ? settlesClosed : settlesEnded(over);
}
