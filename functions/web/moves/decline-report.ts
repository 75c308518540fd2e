import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import {
  type Report,
  type ReportDecline,
  type Settles,
  waitingReport,
} from '../../../shared/domain/report.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { findForMove } from './find-for-move.ts';
import { settledReports } from './settle-reports.ts';

type At = { caseId: string; number: number; report: string };

/** Declines what an owner said: everything stays as it is, and the owner sees why. */
export const declineReport = (desk: Desk, at: At, input: ReportDecline): Promise<Report | Refusal> =>
  decideAgain(() => once(desk, at, input));

async function once(
  desk: Desk,
  { caseId, number, report: id }: At,
  { why }: ReportDecline,
): Promise<Report | Refusal> {
  const found = await findForMove(desk, 'decline-report', caseId, number);
  if (isRefusal(found)) return found;
  const { recommendation, reports, deadlines } = found.entry;
  const before = waitingReport(reports, id);
  if (isRefusal(before)) return before;
  const only: Settles = (each) => (each.id === id ? 'declined' : undefined);
  const settled = await settledReports(desk, reports, only, why);
  const sequence = deadlines.find((each) => each.id === before.duty && each.kind === 'update')?.sequence;
  const refused = await save(desk.table, {
    creates: [],
    // Written as it was, so that of two reports declined at once the second knows of the first.
    updates: [{ kind: 'recommendation', before: recommendation, after: recommendation }, ...settled],
    event: eventOf(desk, 'decline-report', { caseId, number, sequence, why }),
  });
  const declined = settled.find((each) => each.kind === 'report')!.after;
  return refused ?? { ...declined, version: before.version + 1 };
}
