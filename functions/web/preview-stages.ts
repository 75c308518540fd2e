import { addDays } from '../../shared/domain/day.ts';
import type { StagePlan } from '../../shared/domain/stage-plan.ts';
import { withPlan } from '../../shared/domain/stage-plans.ts';
import { type Preview, previewOf } from '../../shared/domain/stage-preview.ts';
import { today as todayOf } from '../../shared/runtime/clock.ts';
import { openDeadlines } from '../../shared/store/open-deadlines.ts';
import { readCalendar } from '../../shared/store/stage-plans.ts';
import type { WebDeps } from './web.ts';

/** How far a change of the stages is looked ahead, and how many of the nights that differ are shown. */
export const daysAhead = 90;
export const mostShown = 50;

/** What the next 90 nights would send if the stages were changed today. */
export async function previewStages(
  { table, clock, holidays }: Pick<WebDeps, 'table' | 'clock' | 'holidays'>,
  plan: StagePlan,
): Promise<Preview> {
  const today = todayOf(clock);
  const [before, deadlines] = await Promise.all([readCalendar(table, holidays), openDeadlines(table)]);
  const after = { ...before, plans: withPlan(before.plans, plan, today) };
  return previewOf(deadlines, addDays(today, 1), addDays(today, daysAhead), before, after);
}
