import * as z from 'zod';
import { addDays, type Day, day, isAfter } from './day.ts';
import { defaultStagePlan, type StagePlan, stagePlan } from './stage-plan.ts';

/**
 * Every stage plan there has been, each with the day from which it is in force; the first has none, having always been. Nothing is ever
 * taken out: a plan that was replaced before its day came was in force on no day. So any past night can be worked out again.
 */
const stagePlans = z.array(z.object({ from: day.nullable(), plan: stagePlan }));

/** The plans as they are kept. `settings` says what they are a setting of, and so where they are and which history tells of them. */
export const stagePlanHistory = z.object({
  settings: z.literal('stages'),
  plans: stagePlans,
  version: z.int(),
});

export type StagePlanHistory = z.infer<typeof stagePlanHistory>;
export type StagePlans = Readonly<z.infer<typeof stagePlans>>;

/** What an organisation starts with: the default plan, for ever. */
export const defaultStagePlans: StagePlans = [{ from: null, plan: defaultStagePlan }];

/**
 * Which edition of the plans this is: 1 until they are changed, and one more with each change. A deadline keeps the edition its next
 * action was worked out with, so that a run sees which it must look at again.
 */
export const editionOf = (plans: StagePlans): number => plans.length;

/** The plan in force on a day, and the day from which it is. */
export const planOn = (plans: StagePlans, on: Day): StagePlans[number] =>
  plans.findLast(({ from }) => from === null || !isAfter(from, on))!;

/** The plan that takes effect after a day, where one was saved. */
export const planAfter = (plans: StagePlans, on: Day): { from: Day; plan: StagePlan } | undefined => {
  const { from, plan } = plans.at(-1)!;
  return from !== null && isAfter(from, on) ? { from, plan } : undefined;
};

/** The plans once another is chosen on a day: it takes effect the day after, so that what the day's runs decided stays as it was. */
export const withPlan = (plans: StagePlans, plan: StagePlan, today: Day): StagePlans => [
  ...plans,
  { from: addDays(today, 1), plan },
];
