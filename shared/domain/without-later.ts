import { type Day, isAfter } from './day.ts';
import type { Deadline } from './deadline.ts';
import type { Recommendation } from './recommendation.ts';
import type { Kept } from './recommendation-kept.ts';

/**
 * Records without what their own days say came later. A line of a list brings a recommendation with its response, its promises and its
 * closing in one move, so that no history tells them apart; each carries its day. Records that moves made one by one are left as they are.
 *
 * @example taken in from a list in 2026, answered on 20 November 2020 and closed on 1 March 2021: as at 1 November 2020 awaiting its
 *   response, as at 1 February 2021 answered and open
 */
export function withoutLater(kept: Kept, day: Day): Kept {
  // What has no day is not later.
  const isLater: IsLater = (on = day) => isAfter(on, day);
  const { closed, withdrawn } = kept.recommendation;
  const restedLater = isLater(closed?.on) || isLater(withdrawn?.on);
  return {
    ...kept,
    recommendation: undecided(kept.recommendation, isLater),
    response: isLater(kept.response?.respondedOn) ? undefined : kept.response,
    commitments: kept.commitments
      .filter(({ anchorOn }) => !isLater(anchorOn))
      .map(({ metOn, ...each }) => (metOn === undefined || isLater(metOn) ? each : { ...each, metOn })),
    deadlines: kept.deadlines
      .filter(({ anchorOn }) => !isLater(anchorOn))
      .map((each) => stillOpen(each, isLater, restedLater)),
    links: kept.links.filter(({ on }) => !isLater(on)),
  };
}

type IsLater = (on: Day | undefined) => boolean;

function undecided(recommendation: Recommendation, isLater: IsLater): Recommendation {
  const { closed, withdrawn, closure, acceptanceHistory, ...rest } = recommendation;
  const answers = acceptanceHistory.filter(({ on }) => !isLater(on));
  const acceptance =
    answers.length < acceptanceHistory.length ? (answers.at(-1)?.acceptance ?? 'awaiting') : rest.acceptance;
  return {
    ...rest,
    acceptance,
    acceptanceHistory: answers,
    ...(closed && !isLater(closed.on) ? { closed } : {}),
    ...(withdrawn && !isLater(withdrawn.on) ? { withdrawn } : {}),
    ...(closure && !isLater(closure.proposedOn) ? { closure } : {}),
  };
}

// What was ended by a closing or withdrawing that is yet to come was still waited for.
function stillOpen(deadline: Deadline, isLater: IsLater, restedLater: boolean): Deadline {
  const { metOn, ...rest } = deadline;
  if (isLater(metOn)) return { ...rest, state: 'open' };
  return restedLater && deadline.state === 'ended' ? { ...deadline, state: 'open' } : deadline;
}
