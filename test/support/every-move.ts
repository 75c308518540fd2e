import { addEvidence } from '../../functions/web/moves/add-evidence.ts';
import { amend } from '../../functions/web/moves/amend.ts';
import { changeAcceptance } from '../../functions/web/moves/change-acceptance.ts';
import { close } from '../../functions/web/moves/close.ts';
import { confirmCommitment } from '../../functions/web/moves/confirm-commitment.ts';
import { declineClosure } from '../../functions/web/moves/decline-closure.ts';
import { declineDate } from '../../functions/web/moves/decline-date.ts';
import { declineReport } from '../../functions/web/moves/decline-report.ts';
import type { Desk } from '../../functions/web/moves/desk.ts';
import { extend } from '../../functions/web/moves/extend.ts';
import { holdReminders, releaseReminders } from '../../functions/web/moves/hold.ts';
import { link } from '../../functions/web/moves/link.ts';
import { nudgeOwner } from '../../functions/web/moves/nudge.ts';
import { pause } from '../../functions/web/moves/pause.ts';
import { proposeClosure } from '../../functions/web/moves/propose-closure.ts';
import { proposeDate } from '../../functions/web/moves/propose-date.ts';
import { rePlan } from '../../functions/web/moves/re-plan.ts';
import { reassignOwner } from '../../functions/web/moves/reassign-owner.ts';
import { recordPublication } from '../../functions/web/moves/record-publication.ts';
import { recordRepresentations } from '../../functions/web/moves/record-representations.ts';
import { recordResponse } from '../../functions/web/moves/record-response.ts';
import { recordUpdate } from '../../functions/web/moves/record-update.ts';
import { reopen } from '../../functions/web/moves/reopen.ts';
import {
  acknowledge,
  proposeHandOver,
  reportDone,
  reportProgress,
  sayNotMine,
} from '../../functions/web/moves/report.ts';
import { resume } from '../../functions/web/moves/resume.ts';
import { reviewEffect } from '../../functions/web/moves/review-effect.ts';
import { setBoard } from '../../functions/web/moves/set-board.ts';
import { unlink } from '../../functions/web/moves/unlink.ts';
import { withdraw } from '../../functions/web/moves/withdraw.ts';
import { asDay } from '../../shared/domain/day.ts';
import type { RecommendationMove } from '../../shared/domain/moves.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import type { Standing } from '../../shared/domain/standing.ts';
import { deskOf, typedResponse } from './desk-of.ts';
import { nightsOf } from './nights-of.ts';
import type { StandingAt } from './standing-at.ts';

/** Tries a move with an input that is acceptable wherever the table of moves allows it. */
export type Try = (at: StandingAt) => Promise<object | Refusal>;

type Of = [desk: Desk, caseId: string, number: number];
const day = asDay;
const promise = { kind: 'by-date', dueOn: day('2021-06-30') } as const;
const of = ({ table, caseId, today }: StandingAt): Of => [deskOf(table, today), caseId, 1];

const unanswered: readonly Standing[] = [
  'awaiting-response',
  'response-due-soon',
  'response-overdue',
  'paused',
];

const dutyIn = ({ caseId, standing }: StandingAt) => ({
  caseId,
  number: 1,
  duty: unanswered.includes(standing) ? 'response-1' : 'update-1',
});

const holdUntil = ({ today }: StandingAt) => ({ until: today, why: 'They are on leave.' });

/** At the desk of Anna, who owns it. */
const asAnna = ({ table, today, caseId }: StandingAt) =>
  [
    { ...deskOf(table, today), by: 'Anna Reed' },
    { caseId, number: 1, byId: 'anna' },
  ] as const;

/** Moves that a try makes first, because nothing stands so that it could be made at once. */
export const madeFirst: Partial<Record<RecommendationMove, RecommendationMove>> = {
  release: 'hold',
  'decline-report': 'say-not-mine',
};

/** Every move at the desk. One that is new does not compile without its row here. */
export const everyMove: Record<RecommendationMove, Try> = {
  'record-response': (at) => recordResponse(...of(at), typedResponse({ respondedOn: at.today })),
  'change-acceptance': (at) =>
    changeAcceptance(...of(at), {
      acceptance: at.standing === 'not-accepted' ? 'accepted' : 'not-accepted',
      changedOn: at.today,
      reasons: 'Counsel has advised.',
    }),
  'record-update': (at) => recordUpdate(...of(at), 1, { receivedOn: at.today, text: 'Done.' }),
  'confirm-commitment': (at) => confirmCommitment(...of(at), { quote: 'and the training by June', promise }),
  extend: (at) =>
    extend(...of(at), {
      appliedOn: day('2020-10-01'),
      grantedOn: day('2020-10-01'),
      newDueOn: day('2021-01-04'),
    }),
  pause: (at) => pause(...of(at), { from: day('2020-10-01') }),
  resume: (at) => resume(...of(at), { until: at.today }),
  'propose-date': (at) =>
    proposeDate(...of(at), 1, { dueOn: day('2021-07-30'), why: 'Leave.', proposedBy: 'Jo' }),
  'decline-date': (at) => declineDate(...of(at), 1, { why: 'It has waited long enough.' }),
  're-plan': (at) =>
    rePlan(...of(at), 1, { dueOn: day('2021-08-31'), why: 'New system.', decidedBy: 'Kim Lee' }),
  'record-publication': (at) => recordPublication(...of(at), { publishedOn: at.today }),
  'record-representations': (at) => recordRepresentations(...of(at), { madeOn: at.today }),
  'reassign-owner': (at) => reassignOwner(...of(at), { ownerId: 'bill' }),
  'set-board': (at) => setBoard(...of(at), { boardId: 'learning' }),
  'propose-closure': (at) => proposeClosure(...of(at), { proposedBy: 'Priya Shah' }),
  'decline-closure': (at) => declineClosure(...of(at), { why: 'The training has not been seen.' }),
  close: (at) => close(...of(at), { closedBy: 'Kim Lee', note: 'The new procedure.', links: [] }),
  reopen: (at) => reopen(...of(at), { why: 'It happened again.' }),
  withdraw: (at) => withdraw(...of(at), { why: 'Made by mistake.' }),
  'review-effect': (at) => reviewEffect(...of(at), { reviewedOn: at.today, note: 'Fewer complaints.' }),
  hold: (at) => holdReminders(deskOf(at.table, at.today), dutyIn(at), holdUntil(at)),
  async release(at) {
    const desk = deskOf(at.table, at.today);
    await holdReminders(desk, dutyIn(at), holdUntil(at));
    return releaseReminders(desk, dutyIn(at));
  },
  nudge: (at) => nudgeOwner(deskOf(at.table, at.today), nightsOf(at.table).depsOn(at.today), dutyIn(at), {}),
  'add-evidence': (at) => addEvidence(...of(at), { kind: 'text', text: 'Seen on site.' }),
  link: (at) => link(...of(at), { kind: 'risk', ref: '1606' }),
  amend: (at) => amend(...of(at), { text: 'Review every search.', why: 'A word was missing.' }),
  unlink: (at) => unlink(...of(at), { kind: 'risk', ref: '7' }),
  acknowledge: (at) => acknowledge(...asAnna(at)),
  'report-progress': (at) => reportProgress(...asAnna(at), { text: 'The training is booked.' }),
  'report-done': (at) => reportDone(...asAnna(at), { duty: dutyIn(at).duty, text: 'All are trained.' }),
  'propose-hand-over': (at) =>
    proposeHandOver(...asAnna(at), { name: 'Sue Park', email: 'sue.park@force.example' }),
  'say-not-mine': (at) => sayNotMine(...asAnna(at), { text: 'It is for the custody team.' }),
  async 'decline-report'(at) {
    const said = await sayNotMine(...asAnna(at), { text: 'It is for the custody team.' });
    if (isRefusal(said)) return said;
    const declined = { caseId: at.caseId, number: 1, report: said.id };
    return declineReport(deskOf(at.table, at.today), declined, { why: 'It is.' });
  },
};
