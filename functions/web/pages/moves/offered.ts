import type { Deadline } from '../../../../shared/domain/deadline.ts';
import type { MoveRow } from '../../../../shared/domain/move-row.ts';
import { type RecommendationMove, recommendationMoves } from '../../../../shared/domain/moves.ts';
import { type Report, reportKinds, waiting } from '../../../../shared/domain/report.ts';
import { type Standing, standingOf } from '../../../../shared/domain/standing.ts';
import { dutyAt } from '../../moves/find-duty.ts';
import { dutyHref, recommendationHref, reportHref } from '../names.ts';
import { proposalTitle, rePlanTitle, waitingFor } from './date-titles.ts';
import { type AsItStands, notNow, notNowOn, openPromises, remindedDuties } from './guards.ts';

/** A move that can be made now: its page, and the words of the link to it. */
export type Offer = { move: RecommendationMove; href: string; text: string; promised?: Deadline };

/** The moves on one promise, and on any deadline of which the owner is reminded; every other is on the recommendation. */
const onPromises: readonly RecommendationMove[] = [
  'record-update',
  'propose-date',
  'decline-date',
  're-plan',
];

const onDuties: readonly RecommendationMove[] = ['hold', 'release', 'nudge'];

/** Where the pages are whose address is not the name of the move. */
const addresses: Partial<Record<RecommendationMove, string>> = {
  'record-response': 'response',
  'record-update': 'update',
  'reassign-owner': 'owner',
  'add-evidence': 'evidence/new',
};

/** What an owner says, owners say on pages of their own. */
const movesOfStaff = (Object.keys(recommendationMoves) as RecommendationMove[]).filter((move) =>
  (recommendationMoves[move] as MoveRow).who.includes('liaison'),
);

/** Every move that can be made now, in the order of the table of moves; for what is done to a promise, one for each. */
export function offeredMoves(at: AsItStands): Offer[] {
  const href = recommendationHref(at.entry.recommendation);
  const promises = openPromises(at);
  return movesOfStaff.flatMap((move): Offer[] => {
    if (move === 'decline-report') return offeredOnReports(at);
    const address = addresses[move] ?? move;
    if (onDuties.includes(move))
      return offeredOn(move, remindedDuties(at), at, (duty) => `${dutyHref(dutyAt(duty))}/${move}`);
    if (!onPromises.includes(move))
      return notNow(move, at) ? [] : [{ move, href: `${href}/${address}`, text: asksOf(move, at) }];
    return offeredOn(move, promises, at, ({ sequence }) => `${href}/promises/${sequence}/${address}`);
  });
}

const offeredOnReports = (at: AsItStands): Offer[] =>
  notNow('decline-report', at)
    ? []
    : waiting(at.entry.reports).map((report) => ({
        move: 'decline-report',
        href: `${reportHref(report)}/decline-report`,
        text: `Decline: ${reportKinds[report.kind].toLowerCase()}`,
      }));

const offeredOn = (
  move: RecommendationMove,
  duties: readonly Deadline[],
  at: AsItStands,
  hrefOf: (duty: Deadline) => string,
): Offer[] =>
  duties
    .filter((promised) => !notNowOn(move, at, promised))
    .map((promised) => ({
      move,
      href: hrefOf(promised),
      text: `${asksOf(move, at, promised)}${duties.length > 1 ? `: ${nameOf(promised, at)}` : ''}`,
      promised,
    }));

function asksOf(move: RecommendationMove, { entry }: AsItStands, promised?: Deadline): string {
  if (move === 'propose-date') return proposalTitle;
  if (move === 're-plan') return rePlanTitle({ entry, promised });
  if (move === 'reassign-owner' && !entry.recommendation.ownerId) return 'Choose an owner';
  if (move === 'set-board' && !entry.recommendation.boardId) return 'Choose a board';
  return recommendationMoves[move].asks;
}

function nameOf({ kind, sequence, dueOn }: Deadline, { entry }: AsItStands): string {
  if (kind === 'response') return 'the response';
  if (entry.commitments.some((each) => each.sequence === sequence)) return `promise ${sequence}`;
  return dueOn === null ? 'the date to be promised' : 'the date set by liaison staff';
}

const likeliest: Record<Standing, RecommendationMove> = {
  'awaiting-response': 'record-response',
  'response-due-soon': 'record-response',
  'response-overdue': 'record-response',
  paused: 'resume',
  'no-date': 're-plan',
  'promise-running': 'record-update',
  'window-open': 'record-update',
  'due-soon': 'record-update',
  lapsed: 'record-update',
  'proposed-for-closure': 'close',
  'not-accepted': 'propose-closure',
  closed: 'review-effect',
  withdrawn: 'reopen',
};

/**
 * The offer that most likely comes next: an owner where nobody can be reminded, the decision on a date that is proposed, else what the
 * standing waits for, for the promise that is due first.
 */
export function likelyNext(offers: readonly Offer[], at: AsItStands, ownerless: boolean): Offer | undefined {
  const { recommendation, deadlines } = at.entry;
  const of = (move: RecommendationMove) => offers.filter((each) => each.move === move);
  if (ownerless) {
    const [owner] = of('reassign-owner');
    if (owner) return owner;
  }
  const [said] = waiting(at.entry.reports);
  if (said) return takingUp(said, offers);
  const proposed = of('re-plan').find(({ promised }) => waitingFor({ entry: at.entry, promised }));
  if (proposed) return proposed;
  const standing = standingOf(recommendation, deadlines, at.today);
  return of(likeliest[standing]).toSorted((a, b) => (dueOf(a, standing) < dueOf(b, standing) ? -1 : 1))[0];
}

/** How staff take up what an owner said: what is done is recorded in the owner's words, and what is somebody else's gets another owner. */
function takingUp(said: Report, offers: readonly Offer[]): Offer | undefined {
  if (said.kind !== 'done') return offers.find(({ move }) => move === 'reassign-owner');
  const update = offers.find(({ move, promised }) => move === 'record-update' && promised?.id === said.duty);
  return update
    ? { ...update, href: `${update.href}?report=${said.id}` }
    : offers.find(({ move }) => move === 'record-response');
}

// Where the date is what is missing, the promise without one comes first.
const dueOf = ({ promised }: Offer, standing: Standing): string =>
  promised?.dueOn ?? (standing === 'no-date' ? '' : 'never');
