import * as z from 'zod';
import type { Case } from './case.ts';
import { clockFor } from './clocks.ts';
import { type Commitment, windowOf } from './commitment.ts';
import { contactId } from './contact.ts';
import { type Day, day, earlier, inWords, later } from './day.ts';
import { work } from './periods.ts';
import type { Recommendation } from './recommendation.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/** Who a stage is addressed to. The owner gets every stage; the others join as a duty gets later (stage plan). */
export const roles = ['owner', 'manager', 'chair'] as const;
export type Role = (typeof roles)[number];

const settledThrough = z.object({ owner: day.nullable(), manager: day.nullable(), chair: day.nullable() });

/**
 * A dated duty on a recommendation; small, because it is rewritten at every stage.
 *
 * - `opensOn`: first day of a window; null where the duty can be done at once.
 * - `dueOn`: the day reminders count down to; null for a promise without a date, which is reviewed instead.
 * - `lateAfterOn`: the last day on which it is still in time. Later than `dueOn` only where the published response
 *   date is later than the law's: reminders go by the earlier, "overdue" by the later.
 * - `pausedOn`: the day from which judicial review proceedings hold the period up; null while it runs.
 * - `state`: 'met' when it was done, 'ended' when it is no longer asked (closed, withdrawn, stopped).
 * - `revision` rises when the dates move, so that a moved date is armed again; `version` with every change by a person;
 *   `plans` with every reminder planned.
 * - `settledThrough`: per role, the day of the last stage that was mailed or coalesced.
 * - `plannedFromOn`: the day it was recorded; stages before it are never planned.
 */
export const deadline = z.object({
  id: z.string(),
  caseId: z.string(),
  number: z.int().positive(),
  reference: z.string(),
  kind: z.enum(['response', 'update']),
  sequence: z.int(),
  opensOn: day.nullable(),
  dueOn: day.nullable(),
  lateAfterOn: day.nullable(),
  pausedOn: day.nullable().default(null),
  anchorOn: day,
  basis: z.string(),
  working: z.array(z.string()),
  ownerId: contactId.optional(),
  chairId: contactId.optional(),
  state: z.enum(['open', 'met', 'ended']),
  metOn: day.optional(),
  plannedFromOn: day,
  settledThrough,
  nextActionOn: day.nullable(),
  revision: z.int(),
  version: z.int(),
  plans: z.int(),
});

export type Deadline = z.infer<typeof deadline>;

const unsettled = { owner: null, manager: null, chair: null };

type Duty = Pick<
  Deadline,
  'kind' | 'sequence' | 'opensOn' | 'dueOn' | 'lateAfterOn' | 'anchorOn' | 'basis' | 'working'
>;

const start = (duty: Duty, to: Recommendation, of: Case, today: Day): Deadline => ({
  ...duty,
  id: `${of.id}.${to.number}.${duty.kind}-${duty.sequence}`,
  caseId: of.id,
  number: to.number,
  reference: of.reference,
  ownerId: to.ownerId,
  chairId: to.chairId,
  state: 'open',
  pausedOn: null,
  plannedFromOn: today,
  settledThrough: unsettled,
  nextActionOn: today,
  revision: 1,
  version: 1,
  plans: 0,
});

/**
 * The duty to respond. Both dates are held: the law's last day, computed (56 days *beginning with* the day made: that day is
 * day 1, so last day = made + 55; Police Reform Act 2002, Schedule 3, paragraph 28B(2)), and the published date, entered.
 * Reminders go by the earlier; overdue only after the later. Calendar days: no weekend or bank holiday moves either.
 * Where no clock runs and no date was published there is no response deadline: an undated duty is reviewed instead.
 *
 * @example made 29 September 2020, published 24 November 2020 → due on 23 November, late after 24 November
 */
export function responseDeadline(to: Recommendation, of: Case, today: Day): Deadline | Refusal {
  const clock = clockFor(of);
  const kind = clock?.counted === 'after' ? 'days-after' : 'days-beginning-with';
  const statutory = clock ? work(of.madeOn, { kind, days: clock.days }) : undefined;
  if (isRefusal(statutory)) return statutory;
  const published = of.publishedDueOn;
  const lastDays = [statutory?.closesOn, published].filter((each) => each !== undefined);
  const duty: Duty = {
    kind: 'response',
    sequence: 1,
    opensOn: null,
    dueOn: lastDays.length ? lastDays.reduce(earlier) : null,
    lateAfterOn: lastDays.length ? lastDays.reduce(later) : null,
    anchorOn: of.madeOn,
    basis:
      clock?.law ?? (published ? 'The date published with the recommendation' : 'No law or page sets a date'),
    working: [
      ...(statutory ? [`By law: ${statutory.working}`] : []),
      ...(published ? [`As published: the page asks for a response by ${inWords(published)}`] : []),
    ],
  };
  return start(duty, to, of, today);
}

/** The duty that a confirmed promise with a date makes. */
export function updateDeadline(
  promised: Commitment,
  to: Recommendation,
  of: Case,
  today: Day,
): Deadline | Refusal {
  const window = windowOf(promised.promise, promised.anchorOn);
  if (isRefusal(window)) return window;
  const duty: Duty = {
    kind: 'update',
    sequence: promised.sequence,
    opensOn: window.opensOn,
    dueOn: window.dueOn,
    lateAfterOn: window.dueOn,
    anchorOn: promised.anchorOn,
    basis: promised.quote,
    working: [window.working],
  };
  return start(duty, to, of, today);
}

/**
 * The duty to say when: one for each promise without a date (`sequence` is the promise's), and one for a response that accepts and
 * promises nothing (1). Reviewed, never silent.
 */
export function undatedDeadline(
  { respondedOn, sequence }: { respondedOn: Day; sequence: number },
  to: Recommendation,
  of: Case,
  today: Day,
): Deadline {
  const duty: Duty = {
    kind: 'update',
    sequence,
    opensOn: null,
    dueOn: null,
    lateAfterOn: null,
    anchorOn: respondedOn,
    basis: 'No date promised',
    working: ['The response names no date, so the owner is asked for one'],
  };
  return start(duty, to, of, today);
}
