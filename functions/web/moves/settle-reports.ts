import { cleared, type Exception, raise } from '../../../shared/domain/exception.ts';
import {
  isDecided,
  type Report,
  type Settles,
  settle,
  type WaitingKind,
  waiting,
  waitsAs,
} from '../../../shared/domain/report.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { exceptionKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import type { Change } from '../../../shared/store/save.ts';
import type { Desk } from './desk.ts';

type Of = { caseId: string; number: number };

/** The exception that stands for what an owner says of a recommendation, whether or not it has ever been raised. */
export const exceptionOf = (kind: WaitingKind, { caseId, number }: Of, at: string): Exception =>
  raise(waitsAs[kind], { caseId, number }, at);

/** The same as it is kept, cleared or not; undefined where it was never raised. */
export const exceptionEver = ({ table, clock }: Desk, kind: WaitingKind, of: Of) =>
  read(table, 'exception', exceptionKey(exceptionOf(kind, of, clock.now()).id));

/**
 * The waiting reports that a move settles, and the exceptions of which nothing waits any more: to be written with the move. Whoever
 * writes them must write the recommendation too, so that a report made at the same moment is decided on again.
 */
export async function settledReports(
  desk: Desk,
  reports: readonly Report[],
  settles: Settles,
  why?: string,
): Promise<Change['updates']> {
  const now = { by: desk.by, today: today(desk.clock), ...(why === undefined ? {} : { why }) };
  const settled = settle(reports, settles, now);
  const left = waiting(reports).filter(({ id }) => !settled.some(({ before }) => before.id === id));
  const kinds = [...new Set(settled.map(({ before }) => before.kind))]
    .filter(isDecided)
    .filter((kind) => !left.some((each) => each.kind === kind));
  const exceptions = await Promise.all(kinds.map((kind) => exceptionEver(desk, kind, settled[0]!.before)));
  return [
    ...settled.map((each) => ({ kind: 'report' as const, ...each })),
    ...exceptions.flatMap((before) =>
      before && !before.clearedAt
        ? [{ kind: 'exception' as const, before, after: cleared(before, desk.by, desk.clock.now()) }]
        : [],
    ),
  ];
}
