import type { RecommendationMove } from '../../../shared/domain/moves.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import {
  type DoneInput,
  type HandOverInput,
  isDecided,
  type NotMineInput,
  type ProgressInput,
  type Report,
  type ReportKind,
  type Said,
  say,
} from '../../../shared/domain/report.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { aboutDuty, openDuty } from './find-duty.ts';
import { type Found, findForMove } from './find-for-move.ts';
import { exceptionEver, exceptionOf } from './settle-reports.ts';

/** Of which recommendation something is said, and as which contact. */
export type Sayer = { caseId: string; number: number; byId: string };

const moveOf = {
  acknowledged: 'acknowledge',
  progress: 'report-progress',
  done: 'report-done',
  'hand-over': 'propose-hand-over',
  'not-mine': 'say-not-mine',
} as const satisfies Record<ReportKind, RecommendationMove>;

/** An owner says that they have seen it. */
export const acknowledge = (desk: Desk, sayer: Sayer) => report(desk, sayer, { kind: 'acknowledged' });

/** An owner says how it goes. */
export const reportProgress = (desk: Desk, sayer: Sayer, { text }: ProgressInput) =>
  report(desk, sayer, { kind: 'progress', text });

/** An owner says that a duty is done. It stays open, and its reminders go on, until liaison staff record it. */
export const reportDone = (desk: Desk, sayer: Sayer, { duty, text }: DoneInput) =>
  report(desk, sayer, { kind: 'done', text }, duty);

/** An owner says who takes over. Nobody is given anything until liaison staff choose them. */
export const proposeHandOver = (desk: Desk, sayer: Sayer, { text, ...successor }: HandOverInput) =>
  report(desk, sayer, { kind: 'hand-over', ...(text ? { text } : {}), successor });

/** An owner says that it is somebody else's. It stays theirs until liaison staff choose another. */
export const sayNotMine = (desk: Desk, sayer: Sayer, { text }: NotMineInput) =>
  report(desk, sayer, { kind: 'not-mine', text });

const report = (desk: Desk, sayer: Sayer, said: Said, duty?: string): Promise<Report | Refusal> =>
  decideAgain(() => once(desk, sayer, said, duty));

async function once(
  desk: Desk,
  { caseId, number, byId }: Sayer,
  said: Said,
  dutyName: string | undefined,
): Promise<Report | Refusal> {
  const move = moveOf[said.kind];
  const found = await findForMove(desk, move, caseId, number);
  if (isRefusal(found)) return found;
  const duty = dutyName === undefined ? undefined : openDuty(found, dutyName);
  if (isRefusal(duty)) return { ...duty, field: 'duty' };
  const { recommendation, reports } = found.entry;
  const saying = { id: desk.newId(), caseId, number, by: desk.by, byId, on: today(desk.clock) };
  const value = say({ ...said, ...(duty ? { duty } : {}) }, saying, reports);
  if (isRefusal(value)) return value;
  const raised = await raising(desk, found, said.kind);
  const about = duty ? aboutDuty(duty) : { caseId, number };
  const refused = await save(desk.table, {
    creates: [{ kind: 'report', value }, ...raised.creates],
    // Unchanged but for its version: staff who settle or close it meanwhile have seen this report, or this is decided again. The
    // deadlines are left alone, because an owner's word must not change what the night does.
    updates: [{ kind: 'recommendation', before: recommendation, after: recommendation }, ...raised.updates],
    event: eventOf(desk, move, { ...about, why: value.text }),
  });
  return refused ?? value;
}

/** What stands on the first page until liaison staff have decided, where there is something to decide. */
async function raising(
  desk: Desk,
  { entry: { recommendation } }: Found,
  said: ReportKind,
): Promise<Pick<Change, 'creates' | 'updates'>> {
  if (!isDecided(said)) return { creates: [], updates: [] };
  const raised = exceptionOf(said, recommendation, desk.clock.now());
  const ever = await exceptionEver(desk, said, recommendation);
  if (!ever) return { creates: [{ kind: 'exception', value: raised }], updates: [] };
  const again = { kind: 'exception' as const, before: ever, after: raised };
  return { creates: [], updates: ever.clearedAt ? [again] : [] };
}
