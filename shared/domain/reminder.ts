import * as z from 'zod';
import { contactId } from './contact.ts';
import { day } from './day.ts';
import { roles } from './deadline.ts';

/**
 * One ledger row: deadline × revision × stage × recipient. There can be one only, so no stage is mailed twice; the revision
 * is part of it, so that a date that moved is armed again. `coalesced` lists the older stages settled with it.
 */
export const reminder = z.object({
  deadlineId: z.string(),
  caseId: z.string(),
  number: z.int(),
  revision: z.int(),
  stage: z.string(),
  role: z.enum(roles),
  recipientId: contactId,
  stageOn: day,
  mailOn: day,
  plannedOn: day,
  late: z.boolean(),
  coalesced: z.array(z.string()),
  heldUntil: day.optional(),
  mailId: z.string(),
});

export type Reminder = z.infer<typeof reminder>;
