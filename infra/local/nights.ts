import { englandAndWales } from '../../shared/domain/bank-holidays.ts';
import { addDays, type Day, daysBetween, isBefore } from '../../shared/domain/day.ts';
import { type Instant, londonDay } from '../../shared/domain/london.ts';
import { runsInCron } from '../../shared/domain/run-times.ts';
import { planNight } from '../../shared/engine/plan.ts';
import { openLog } from '../../shared/runtime/log.ts';
import { lastNight } from '../../shared/store/lists.ts';
import { readMail, unsettledMails } from '../../shared/store/outbox.ts';
import { readCalendar } from '../../shared/store/stage-plans.ts';
import type { Table } from '../../shared/store/table.ts';
import { nextRuns } from './schedule.ts';
import type { LocalTracker } from './tracker.ts';

const timezone = 'Europe/London';

/** What starts when: the same times as on AWS (infra/aws/london-schedule.ts). */
export const schedules = [
  { name: 'nightly', cron: `cron(${runsInCron.minute} ${runsInCron.hour} ? * * *)`, timezone },
  { name: 'reconcile', cron: 'cron(30 7 ? * MON *)', timezone },
  { name: 'watchdog', cron: 'cron(0 8 ? * * *)', timezone },
] as const;

type Scheduled = (typeof schedules)[number]['name'];

/** The end of the working day in which a person finds themselves after moving the clock to a day. */
const morning = 'T09:00:00Z';
const furthestStage = 400;
const furthestMove = 2 * 366;

export type Nights = {
  tonight(): Promise<void>;
  scheduled(name: string, at: string): Promise<void>;
  moveTo(day: Day): Promise<string | undefined>;
  moveToNextMail(): Promise<string | undefined>;
  toRealTime(): Promise<string | undefined>;
  catchUp(): Promise<boolean>;
};

/**
 * The nights of a local run: one after another, never two at once, each at its own time by the simulated clock, so that a week
 * moved in a second is a week lived.
 */
export function localNights(tracker: LocalTracker): Nights {
  const { clock } = tracker;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
  const liveUntil = async (day: Day): Promise<string | undefined> => {
    const until = `${day}${morning}`;
    for (const { name, at } of runsUntil(clock.now(), until)) {
      clock.moveTo(at);
      await live(tracker, name, at);
    }
    const moved = clock.moveTo(until);
    return moved.ok ? undefined : moved.sentence;
  };
  const today = () => londonDay(clock.now());
  const moveToNextMail = async (): Promise<string | undefined> => {
    const day = await nextMailDay(tracker.table, addDays(today(), 1));
    return day
      ? liveUntil(day)
      : `No mail is due in the next ${furthestStage} days, so the date stays as it is.`;
  };
  const toRealTime = async (): Promise<string | undefined> => {
    const moved = clock.reset();
    if (!moved.ok) return moved.sentence;
    await catchUp(tracker);
    return undefined;
  };
  return {
    tonight: () => inTurn(() => tracker.runNight()),
    scheduled: (name, at) => inTurn(() => live(tracker, name as Scheduled, at)),
    moveTo: (day) => inTurn(async () => whyNot(today(), day) ?? liveUntil(day)),
    moveToNextMail: () => inTurn(moveToNextMail),
    toRealTime: () => inTurn(toRealTime),
    catchUp: () => inTurn(() => catchUp(tracker)),
  };
}

const runsUntil = (from: string, until: string): { name: Scheduled; at: string }[] =>
  schedules
    .flatMap(({ name, cron }) => nextRuns(cron, timezone, from, until).map((at) => ({ name, at })))
    .sort((a, b) => (a.at < b.at ? -1 : 1));

// The watchdog and the reconciling throw where something is wrong, to ring an alarm, and have said so in the log by then; here the first page
// says it.
async function live(tracker: LocalTracker, name: Scheduled, at: string): Promise<void> {
  if (name === 'nightly') return tracker.runNight(at);
  await (name === 'watchdog' ? tracker.runWatch() : tracker.runReconcile()).catch(() => undefined);
}

/** The first day from `from` on whose night has somebody to write to, found by the planning of the night itself. */
async function nextMailDay(table: Table, from: Day): Promise<Day | undefined> {
  const deps = {
    table,
    calendar: await readCalendar(table, englandAndWales),
    log: openLog('local'),
  };
  for (let days = 0; days < furthestStage; days++) {
    const day = addDays(from, days);
    if ((await planNight(deps, day)).digests.length > 0) return day;
  }
  return undefined;
}

function whyNot(today: Day, day: Day): string | undefined {
  if (isBefore(day, today))
    return 'The clock can only be moved forward: reminders already sent cannot be unsent.';
  if (daysBetween(today, day) > furthestMove)
    return 'The clock can be moved two years at a time, because every night on the way is lived.';
  return undefined;
}

/**
 * After a stop: hands over again what was planned and not yet sent, and lives the run that was cut off or came due meanwhile, once. One
 * run is enough whatever was missed, because it selects by state. So it is with what else came due. @returns whether a run was due
 */
async function catchUp(tracker: LocalTracker): Promise<boolean> {
  const { table, clock, queue } = tracker;
  await handOverPending(table, queue);
  const now = clock.now();
  const last = await lastNight(table);
  if (!last) return false;
  const missed = runsUntil(last.startedAt, now);
  const latest = (name: Scheduled) => missed.findLast((run) => run.name === name)?.at;
  const due = latest('nightly') ?? (last.finishedAt ? undefined : last.startedAt);
  if (due) await tracker.runNight(due);
  const reconciling = latest('reconcile');
  if (reconciling) await live(tracker, 'reconcile', reconciling);
  const watch = latest('watchdog');
  // The watchdog looks at its own day only: yesterday's look is of no use today.
  if (watch && londonDay(watch as Instant) === londonDay(now)) await live(tracker, 'watchdog', watch);
  await queue.idle();
  return due !== undefined;
}

// What is claimed waits for the mail service's word of it, which is published again at start.
async function handOverPending(table: Table, queue: LocalTracker['queue']): Promise<void> {
  for await (const mailId of unsettledMails(table)) {
    if ((await readMail(table, mailId))?.state === 'PENDING') queue.send(JSON.stringify({ mailId }));
  }
}
