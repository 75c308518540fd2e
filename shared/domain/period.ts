import * as z from 'zod';
import { day } from './day.ts';
import { type Refusal, refuse } from './refusal.ts';

const days = wholeNumber('days', 1, 36_525);
const months = wholeNumber('months', 1, 1_200);

const window = z
  .object({
    kind: z.literal('window-months'),
    from_months: wholeNumber('from_months', 0, 1_200),
    to_months: wholeNumber('to_months', 1, 1_200),
  })
  .refine((between) => between.from_months <= between.to_months, {
    error: 'The window must not close before it opens',
  });

/**
 * A period to be counted from a day: how many days or months, and by which rule. One schema for the web form, the
 * store and the command line; {@link work} in periods.ts does the counting. All numbers are whole:
 * a century of days (36,525) or of months (1,200) at most.
 */
const period = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('days-beginning-with'), days }),
    z.object({ kind: z.literal('days-after'), days }),
    z.object({ kind: z.literal('months-within'), months }),
    z.object({ kind: z.literal('months-beginning-with'), months }),
    window,
    z.object({ kind: z.literal('statutory-extended-to'), days, extended_to: day, applied_on: day }),
    z.object({
      kind: z.literal('statutory-judicial-review'),
      days,
      proceedings_days: wholeNumber('proceedings_days', 0, 36_525),
    }),
  ],
  { error: whyNoKind },
);

export type Period = z.infer<typeof period>;
export type PeriodOf<Kind extends Period['kind']> = Extract<Period, { kind: Kind }>;

/**
 * A period read from outside. 'invalid-date' when all that is wrong is a date that is not real, such as an extension
 * to 30 February; 'invalid-promise' for anything else. `field` names the part that is wrong.
 */
export function readPeriod(input: unknown): Period | Refusal {
  const read = period.safeParse(input);
  if (read.success) return read.data;
  const { issues } = read.error;
  const worst = issues.find((issue) => !isBadDate(issue)) ?? issues[0]!;
  const field = worst.path[0]?.toString();
  const message =
    field?.endsWith('_to') || field?.endsWith('_on') ? `${field}: ${worst.message}` : worst.message;
  return refuse(isBadDate(worst) ? 'invalid-date' : 'invalid-promise', message, field);
}

/** A text that is no date fails our own check ('custom', at a named part); a date that is missing or no text does not. */
function isBadDate(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'custom' && issue.path.length > 0;
}

function wholeNumber(name: string, least: number, most: number) {
  const error = `${name} must be a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

function whyNoKind({ input }: { input?: unknown }): string {
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
  const kinds = period.options.map((option) => option.shape.kind.value).join(', ');
  if (typeof kind !== 'string') return `A promise needs a kind: one of ${kinds}`;
  return `There is no kind of promise called “${kind.slice(0, 40)}”. The kinds are ${kinds}`;
}
