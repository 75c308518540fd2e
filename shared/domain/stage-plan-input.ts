import * as z from 'zod';
import { input } from './input.ts';
import type { StagePlan } from './stage-plan.ts';
import { line, optional } from './text.ts';

const furthestDay = 365;
const mostDays = 12;
const closestRepeat = 7;
const furthestRepeat = 180;

const wholeDays = (what: string, least: number, most: number) => {
  const error = `${what} must be a whole number of days from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

/** Days in a list: whole, each once, in any order. The tracker sorts them, `down` where they count back. */
const listOf = (what: string, order: 'down' | 'up') =>
  z
    .array(wholeDays(`Each of ${what}`, 1, furthestDay), {
      error: `Enter ${what} as a list of whole numbers`,
    })
    .max(mostDays, { error: `Enter ${mostDays} days or fewer for ${what}` })
    .refine((days) => new Set(days).size === days.length, { error: `Enter each of ${what} once` })
    .transform((days) => days.toSorted((a, b) => (order === 'up' ? a - b : b - a)));

/** Days that go on for ever: never silent, and never a mail every day. */
const tailOf = (what: string, mostRepeats: number) =>
  input({
    first: listOf(what, 'up').refine((days) => days.length > 0, { error: `Enter at least one of ${what}` }),
    repeats: z
      .array(
        input({
          from: wholeDays('The day from which it is less often', 0, furthestDay),
          every: wholeDays('How often it goes on', closestRepeat, furthestRepeat),
        }),
        { error: 'Say how often it goes on' },
      )
      .min(1, { error: 'Say how often it goes on: reminders never stop' })
      .max(mostRepeats, { error: `Say how often it goes on ${mostRepeats === 1 ? 'once' : 'twice at most'}` })
      .transform((repeats) => repeats.toSorted((a, b) => a.from - b.from)),
  }).refine(({ first, repeats: [, later] }) => !later || first.every((day) => day < later.from), {
    path: ['repeats', 1, 'from'],
    error: `The day from which it is less often must come after the last of ${what}`,
  });

/**
 * A stage plan as a person chooses it. What the law and the promises of the tracker demand is not up for choice: something comes after
 * the last day in time, it goes on for ever at least twice a year and never more than weekly, and the owner is always told.
 */
export const stagePlanInput = input({
  before: input({
    response: listOf('the days before a response is due', 'down'),
    update: listOf('the days before an update is due', 'down'),
    publication: listOf('the days before publication is due', 'down'),
  }),
  between: listOf('the days before the later of two dates', 'down'),
  after: tailOf('the days late', 2),
  review: tailOf('the days after which it is reviewed', 1),
  joins: input({
    manager: wholeDays('When the manager is written to', 0, furthestDay),
    chair: wholeDays('When the chair is written to', 0, furthestDay),
  }).refine(({ manager, chair }) => chair >= manager, {
    path: ['chair'],
    error: 'The chair cannot be written to before the manager',
  }),
}) satisfies z.ZodType<StagePlan>;

/** A change of the stages: the plan, the version of the settings it was decided on (0 before the first change), and why. */
export const stageChangeInput = input({
  plan: stagePlanInput,
  version: z.int({ error: 'Send the version of the stages that was looked at' }).min(0),
  why: optional(line('the reason')),
});

export type StageChangeInput = z.infer<typeof stageChangeInput>;
