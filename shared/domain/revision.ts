import * as z from 'zod';
import { type Day, day } from './day.ts';
import type { Deadline } from './deadline.ts';

/** How the dates of a deadline came to change. */
export const revisionWords = {
  extend: 'Extended',
  pause: 'Paused for judicial review',
  resume: 'Resumed after judicial review',
  're-plan': 'Date moved',
  meeting: 'Follows the meetings of the board',
} as const;

export type RevisionHow = keyof typeof revisionWords;

const dates = z.object({ opensOn: day.nullable(), dueOn: day.nullable(), lateAfterOn: day.nullable() });

/**
 * One change of a deadline's dates, with what they were and what they became: every earlier date is kept here for ever. `revision` is
 * the number the deadline has with the new dates. `by` decided, `approvedBy` agreed; an extension was applied for (`appliedOn`) and
 * granted (`grantedOn`); judicial review held the period up from `pausedOn` to `resumedOn`, both days included.
 */
export const revision = z.object({
  caseId: z.string(),
  number: z.int().positive(),
  deadlineId: z.string(),
  revision: z.int(),
  how: z.enum(Object.keys(revisionWords) as [RevisionHow, ...RevisionHow[]]),
  on: day,
  before: dates,
  after: dates,
  by: z.string(),
  why: z.string().optional(),
  approvedBy: z.string().optional(),
  appliedOn: day.optional(),
  grantedOn: day.optional(),
  pausedOn: day.optional(),
  resumedOn: day.optional(),
});

export type Revision = z.infer<typeof revision>;

/** Who makes a move, and on which day. */
export type Moving = { by: string; today: Day };

/** What a decision about dates comes to: the deadline with its new dates, armed again, and the record of what it had before. */
export type Revised = { deadline: Deadline; revision: Revision };

type About = Pick<Revision, 'how' | 'on' | 'by'> & Partial<Revision>;

/** A change of dates with its record. */
export const revised = (before: Deadline, deadline: Deadline, about: About): Revised => ({
  deadline,
  revision: {
    ...about,
    caseId: before.caseId,
    number: before.number,
    deadlineId: before.id,
    revision: deadline.revision,
    before: datesOf(before),
    after: datesOf(deadline),
  },
});

const datesOf = ({ opensOn, dueOn, lateAfterOn }: Deadline) => ({ opensOn, dueOn, lateAfterOn });
