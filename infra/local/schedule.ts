import { Cron } from 'croner';

export type ScheduledCron = { name: string; cron: string; timezone: string };

/**
 * Calls `fire` at each time the expressions name, with the instant the run was due (not the few milliseconds later
 * at which it started), as EventBridge Scheduler gives it. A run that throws is reported and does not end the
 * schedule.
 */
export function startSchedule({
  crons,
  fire,
  warn = console.warn,
}: {
  crons: ScheduledCron[];
  fire: (name: string, scheduledAt: string) => void | Promise<void>;
  warn?: (sentence: string) => void;
}): { stop(): void } {
  const jobs = crons.map(({ name, cron, timezone }) => {
    let due: Date | null = null;
    const job = read(cron, timezone, async () => {
      const scheduledAt = due ?? new Date();
      due = job.nextRun();
      try {
        await fire(name, scheduledAt.toISOString());
      } catch (error) {
        warn(`The scheduled run ${name} of ${scheduledAt.toISOString()} failed: ${String(error)}`);
      }
    });
    due = job.nextRun();
    return job;
  });
  return { stop: () => jobs.forEach((job) => void job.stop()) };
}

/**
 * The instants an expression names after `after` and up to and including `until`, oldest first. `cron(10 6 ? * *
 * *)` in London, after 2026-03-27T06:10:00Z until 2026-03-29T05:10:00Z: 28 March 06:10Z and 29 March 05:10Z (06:10
 * by the clock on the wall both times: summer time began on the 29th).
 */
export function nextRuns(cron: string, timezone: string, after: string, until: string): string[] {
  const job = read(cron, timezone);
  const runs: string[] = [];
  const last = Date.parse(until);
  for (
    let run = job.nextRun(new Date(after));
    run !== null && run.getTime() <= last;
    run = job.nextRun(run)
  ) {
    runs.push(run.toISOString());
  }
  return runs;
}

/**
 * Reads the cron syntax of EventBridge Scheduler: `cron(minutes hours day-of-month month day-of-week year)`, `?`
 * for "any", days numbered 1 = SUN to 7 = SAT. Everything but `cron(...)` throws. One difference from AWS: a time
 * that does not exist on the night the clocks go forward runs at the next one that does, where AWS skips it;
 * schedules keep away from 00:30 to 02:30 for that reason.
 */
function read(cron: string, timezone: string, run?: () => Promise<void>): Cron {
  const fields = /^cron\((.+)\)$/.exec(cron.trim())?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) {
    throw new Error(
      `"${cron}" is not a schedule: expected cron(minutes hours day-of-month month day-of-week year).`,
    );
  }
  const pattern = ['0', ...fields].join(' ').replaceAll('?', '*');
  const options = { mode: '7-part', alternativeWeekdays: true, sloppyRanges: true, timezone } as const;
  return run === undefined
    ? new Cron(pattern, { ...options, paused: true })
    : new Cron(pattern, options, run);
}
