import { canonical } from '../../../shared/domain/canonical.ts';
import { addDays } from '../../../shared/domain/day.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import type { StagePlan } from '../../../shared/domain/stage-plan.ts';
import type { StageChangeInput } from '../../../shared/domain/stage-plan-input.ts';
import {
  defaultStagePlans,
  planOn,
  type StagePlanHistory,
  type StagePlans,
  withPlan,
} from '../../../shared/domain/stage-plans.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { readStagePlans } from '../../../shared/store/stage-plans.ts';
import { type Desk, eventOf } from './desk.ts';

/**
 * Changes the reminder stages from tomorrow on. It was decided on a plan that somebody looked at, with its preview, so it is refused
 * where that has been changed meanwhile, and not decided again by itself.
 */
export async function changeStages(
  desk: Desk,
  { plan, version, why }: StageChangeInput,
): Promise<StagePlanHistory | Refusal> {
  const before = await readStagePlans(desk.table);
  const refused = checkChange(before, plan, version, desk);
  if (refused) return refused;
  const plans = withPlan(before?.plans ?? defaultStagePlans, plan, today(desk.clock));
  const after: StagePlanHistory = { settings: 'stages', plans: [...plans], version: version + 1 };
  const saved = await save(desk.table, {
    creates: before ? [] : [{ kind: 'stage-plan', value: after }],
    updates: before ? [{ kind: 'stage-plan', before, after }] : [],
    event: eventOf(desk, 'change-stages', { settings: 'stages', why }),
  });
  // Of two first changes at once the other is one too.
  return saved ? changedMeanwhile : after;
}

const changedMeanwhile = refuse(
  'changed-meanwhile',
  'Somebody else changed the stages at the same time. Look at them again, then make your change',
);

function checkChange(
  before: StagePlanHistory | undefined,
  plan: StagePlan,
  version: number,
  { clock }: Desk,
): Refusal | undefined {
  if ((before?.version ?? 0) !== version) return changedMeanwhile;
  return isSamePlan(before?.plans ?? defaultStagePlans, plan, clock) ? noChange : undefined;
}

const noChange = refuse('no-change', 'These are the stages as they are. Change something, or leave them');

// What is in force tomorrow is what a change would replace.
const isSamePlan = (plans: StagePlans, plan: StagePlan, clock: Desk['clock']): boolean =>
  canonical(planOn(plans, addDays(today(clock), 1)).plan) === canonical(plan);
