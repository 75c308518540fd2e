import * as z from 'zod';
import { boardId } from './board.ts';
import type { Case } from './case.ts';
import { contactId } from './contact.ts';
import { type Day, day } from './day.ts';
import { hold } from './hold.ts';
import type { Recommendation } from './recommendation.ts';

/** Who a stage is addressed to. The owner gets every stage; the others join as a duty gets later (stage plan). */
export const roles = ['owner', 'manager', 'chair'] as const;
export type Role = (typeof roles)[number];

const settledThrough = z.object({ owner: day.nullable(), manager: day.nullable(), chair: day.nullable() });

/** What an undated duty waits for: the next meeting of a board, or an event in the promise's own words. */
const awaits = z.union([z.object({ boardId: z.string() }), z.object({ event: z.string() })]);

/**
 * A dated duty on a recommendation; small, because it is rewritten at every stage.
 *
 * - `opensOn`: first day of a window; null where the duty can be done at once.
 * - `dueOn`: the day reminders count down to; null for a promise without a date, which is reviewed instead.
 * - `lateAfterOn`: the last day on which it is still in time. Later than `dueOn` only where the published response
 *   date and the law's differ: reminders go by the earlier, "overdue" by the later.
 * - `lawOn`: the law's last day, as extended; null where no law sets one. `publishedOn`: the response date on the page, as long as it counts.
 * - `pausedOn`: the day from which judicial review proceedings hold the period up; null while it runs.
 * - `hold`: that liaison staff hold its reminders back, or did last, since its dates were set.
 * - `moved`: how often an earlier day was replaced by a later decision or a meeting (extensions and judicial review do not count), and
 *   `firstDueOn` the day that was replaced first.
 * - `state`: 'met' when it was done, 'ended' when it is no longer asked (closed, withdrawn, stopped).
 * - `revision` rises when the dates move, so that a moved date is armed again; `version` with every change by a person;
 *   `plans` with every reminder planned.
 * - `settledThrough`: per role, the day of the last stage that was mailed or coalesced.
 * - `madeIn`: set where an update on an earlier promise made the promise; otherwise the response did.
 * - `cause`: what made liaison staff set or ask for a date, where it was not the response.
 * - `plannedFromOn`: the day its dates were recorded; stages before it are never planned.
 * - `stagesEdition`: which edition of the stage plans `nextActionOn` was worked out with; none before the first run has.
 */
export const deadline = z.object({
  id: z.string(),
  caseId: z.string(),
  number: z.int().positive(),
  reference: z.string(),
  kind: z.enum(['response', 'update', 'publication']),
  sequence: z.int(),
  opensOn: day.nullable(),
  dueOn: day.nullable(),
  lateAfterOn: day.nullable(),
  lawOn: day.nullable().default(null),
  publishedOn: day.nullable().default(null),
  pausedOn: day.nullable().default(null),
  awaits: awaits.optional(),
  hold: hold.optional(),
  madeIn: z.literal('update').optional(),
  moved: z.int().default(0),
  firstDueOn: day.optional(),
  anchorOn: day,
  basis: z.string(),
  working: z.array(z.string()),
  ownerId: contactId.optional(),
  boardId: boardId.optional(),
  state: z.enum(['open', 'met', 'ended']),
  metOn: day.optional(),
  cause: z.enum(['closure-declined', 'accepted-later', 'reopened']).optional(),
  plannedFromOn: day,
  settledThrough,
  nextActionOn: day.nullable(),
  stagesEdition: z.int().optional(),
  revision: z.int(),
  version: z.int(),
  plans: z.int(),
});

export type Deadline = z.infer<typeof deadline>;

/** What the stages of a deadline are worked out from. */
export type Staged = Pick<
  Deadline,
  'kind' | 'opensOn' | 'dueOn' | 'lateAfterOn' | 'lawOn' | 'anchorOn' | 'pausedOn'
>;

/** What makes one duty differ from another on the day it starts. */
export type Duty = Pick<
  Deadline,
  'kind' | 'sequence' | 'opensOn' | 'dueOn' | 'lateAfterOn' | 'anchorOn' | 'basis' | 'working'
> &
  Partial<Pick<Deadline, 'lawOn' | 'publishedOn' | 'awaits' | 'madeIn'>>;

/** Nobody has been told of anything yet. */
const unsettled = { owner: null, manager: null, chair: null };

/** A duty as it starts: open, nobody told of it, and looked at by the next night. */
export const startDuty = (duty: Duty, to: Recommendation, of: Case, today: Day): Deadline => ({
  lawOn: null,
  publishedOn: null,
  ...duty,
  id: `${of.id}.${to.number}.${duty.kind}-${duty.sequence}`,
  caseId: of.id,
  number: to.number,
  reference: of.reference,
  ownerId: to.ownerId,
  boardId: to.boardId,
  state: 'open',
  pausedOn: null,
  moved: 0,
  plannedFromOn: today,
  settledThrough: unsettled,
  nextActionOn: today,
  revision: 1,
  version: 1,
  plans: 0,
});

/**
 * A deadline whose dates change today. It is armed again: its revision rises, so that what was planned for the old dates and has not
 * left is dropped, and every stage of the new dates from today on is planned afresh. A hold was about the old dates, and ends with them.
 */
export const withDates = (
  { hold: _, ...deadline }: Deadline,
  dates: Partial<Pick<Deadline, 'opensOn' | 'dueOn' | 'lateAfterOn' | 'lawOn' | 'publishedOn' | 'pausedOn'>>,
  today: Day,
): Deadline => ({
  ...deadline,
  ...dates,
  revision: deadline.revision + 1,
  settledThrough: unsettled,
  plannedFromOn: today,
  nextActionOn: today,
});
