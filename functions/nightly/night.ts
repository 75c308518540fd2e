import type { BankHolidays } from '../../shared/domain/bank-holidays.ts';
import type { Night } from '../../shared/domain/night.ts';
import { type HandOverDeps, handOver } from '../../shared/engine/hand-over.ts';
import { planNight } from '../../shared/engine/plan.ts';
import { type Clock, today as todayOf } from '../../shared/runtime/clock.ts';
import { reasonOf } from '../../shared/runtime/log.ts';
import { keepLiaisonTeam } from '../../shared/store/liaison-team.ts';
import { keepNight } from '../../shared/store/nights.ts';
import { readCalendar } from '../../shared/store/stage-plans.ts';
import { nothingFound, sweep } from './sweep.ts';
import { type WriteDeps, writePlan } from './write-plan.ts';

export type NightDeps = Omit<WriteDeps, 'calendar'> &
  HandOverDeps & { clock: Clock; holidays: BankHolidays; liaisonEmail: string };

/**
 * One compliance run: gather, decide, write, hand over, and account for it. Selection is by state, so a run that is missed,
 * doubled or cut off is made good by the next: what was planned is not planned again, what was not is still due.
 */
export async function runNight(deps: NightDeps, scheduledAt?: string): Promise<Night> {
  const { table, clock, log } = deps;
  const today = todayOf(clock);
  const startedAt = clock.now();
  const opened: Night = {
    ...nothingYet,
    id: `${startedAt}-${deps.newId()}`,
    plannedOn: today,
    startedAt,
    ...(scheduledAt ? { scheduledAt } : {}),
  };
  await keepNight(table, opened);
  await enterLiaisonTeam(deps);
  const { toSend, outstanding } = await sweep(deps);
  const planning = { ...deps, calendar: await readCalendar(table, deps.holidays) };
  const plan = await planNight(planning, today);
  const { mails, changed, notWritten, failed } = await writePlan(planning, plan, opened);
  const handedOver = await handOver(deps, [...toSend, ...mails], today);
  const night: Night = {
    ...opened,
    finishedAt: clock.now(),
    examined: plan.examined,
    reminded: plan.reminded - failed.size,
    skipped: plan.skipped,
    failed: plan.failed + failed.size,
    due: plan.digests.flat().length,
    reminders: mails.flatMap(({ lines }) => lines).length,
    changed,
    notWritten,
    mails: mails.length,
    outstanding,
    stagesEdition: plan.stagesEdition,
    ...handedOver,
  };
  await keepNight(table, night);
  log.info('Night finished', {
    nightId: night.id,
    mails: night.mails,
    failed: night.failed,
    heldBack: night.heldBack,
  });
  return night;
}

// Who is due to be reminded tonight is reminded, whatever is the matter with this one contact.
async function enterLiaisonTeam({ table, log, liaisonEmail }: NightDeps): Promise<void> {
  try {
    await keepLiaisonTeam(table, liaisonEmail);
  } catch (error) {
    log.error('The liaison team could not be kept among the contacts', { reason: reasonOf(error) });
  }
}

const nothingYet = {
  examined: 0,
  reminded: 0,
  skipped: {},
  failed: 0,
  due: 0,
  reminders: 0,
  changed: 0,
  notWritten: 0,
  mails: 0,
  outstanding: nothingFound,
  stagesEdition: 1,
  handedOver: 0,
  heldBack: 0,
  notHandedOver: 0,
};
