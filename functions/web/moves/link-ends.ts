import type { Telling } from '../../../shared/domain/audit-event.ts';
import { mayMakeNow } from '../../../shared/domain/decided.ts';
import { type LinkTarget, recommendationOf, refOf } from '../../../shared/domain/link.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { isInScope } from '../../../shared/domain/scope.ts';
import { today } from '../../../shared/runtime/clock.ts';
import type { Change } from '../../../shared/store/save.ts';
import { type Desk, eventOf, findRecommendation } from './desk.ts';

/** One end of a link: a recommendation, and what it is linked to. */
export type End = { recommendation: Recommendation; target: LinkTarget };

/** The end from which a link is put or taken, where the move can be made from its standing. */
export async function nearEnd(
  desk: Desk,
  move: 'link' | 'unlink',
  of: { caseId: string; number: number },
  target: LinkTarget,
): Promise<End | Refusal> {
  const found = await findRecommendation(desk.table, of.caseId, of.number);
  if (isRefusal(found)) return found;
  const { recommendation } = found.entry;
  return mayMakeNow(move, found.entry, today(desk.clock)) ?? { recommendation, target };
}

/** The other end of a link to the same recommendation: it is stored on both sides, so that it is found from either. */
export async function farEnd(
  { table, scope }: Desk,
  { recommendation, target }: End,
): Promise<End | Refusal> {
  const named = recommendationOf(target.ref);
  if (!named) {
    const sentence = 'Enter the case and the number of the other recommendation, like 2019-127918/2';
    return refuse('not-a-recommendation', sentence, 'ref');
  }
  const found = await findRecommendation(table, named.caseId, named.number);
  // What somebody does not look after is answered as what does not exist.
  if (isRefusal(found) || (scope && !isInScope(scope, found.entry.recommendation)))
    return refuse('no-other-recommendation', `There is no recommendation ${target.ref}`, 'ref');
  return {
    recommendation: found.entry.recommendation,
    target: { kind: 'same-as', ref: refOf(recommendation) },
  };
}

/** Writes a recommendation again as it is, so that of this and another move on it at once one is decided again. */
export const unchanged = ({ recommendation }: End): Change['updates'][number] => ({
  kind: 'recommendation',
  before: recommendation,
  after: recommendation,
});

/** The event of a link, told alike at both its ends: '2019-127918/1 and 2020-000002/1', or what it is linked to alone. */
export const eventBetween = (
  desk: Desk,
  move: 'link' | 'unlink',
  ends: readonly End[],
  note?: string,
): Telling => {
  const [{ recommendation: near, target }, far] = ends as [End, End?];
  const what = far ? `${refOf(near)} and ${target.ref}` : target.ref;
  const { caseId, number } = near;
  return eventOf(desk, move, { caseId, number, why: note ? `${what}. ${note}` : what });
};
