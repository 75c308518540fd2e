import * as z from 'zod';
import { contactId } from './contact.ts';
import { type Day, day } from './day.ts';
import { roles } from './deadline.ts';

/** One reminder inside a mail: which stage of which deadline, for which role; the ledger row says the same. */
export const mailLine = z.object({
  deadlineId: z.string(),
  caseId: z.string(),
  number: z.int(),
  revision: z.int(),
  stage: z.string(),
  role: z.enum(roles),
  /** The stage's own day, and the working day its mail (or that of the first stage coalesced with it) was meant for. */
  stageOn: day,
  mailOn: day,
  late: z.boolean(),
  coalesced: z.array(z.string()),
  /** The last day on which liaison staff held it, or a stage coalesced with it, back. */
  heldUntil: day.optional(),
});

/**
 * The life of a mail, forward only (docs/decisions/0005). Redelivery of a mail that is not PENDING never sends: a CLAIMED mail may have
 * left, and only evidence or the sweeper may say otherwise.
 */
export const mailStates = {
  PENDING: 'Waiting to be sent',
  CLAIMED: 'Being sent',
  SENT: 'Sent',
  DELIVERED: 'Delivered',
  NO_CONFIRMATION: 'Sent, but its delivery was not confirmed within three days',
  BOUNCED: 'Not delivered: it came back',
  COMPLAINED: 'Delivered, and reported as spam',
  SUPERSEDED: 'Not sent: no longer needed',
  SUPPRESSED: 'Not sent: this tracker was set not to send to this address',
  FAILED: 'Not sent: the mail service refused it',
  NEEDS_HUMAN: 'Nobody knows whether it was sent: a person must look',
} as const;

export type MailState = keyof typeof mailStates;

/**
 * One e-mail to one recipient: in a run, a digest of one or more reminders (where `kind` is missing, too), worded when it is sent; from the
 * watchdog, a summary for liaison staff, which has no lines because its words are kept beside it from the start.
 */
export const mail = z
  .object({
    id: z.string(),
    kind: z.enum(['reminders', 'summary']).optional(),
    nightId: z.string(),
    plannedOn: day,
    recipientId: contactId,
    state: z.enum(Object.keys(mailStates) as [MailState, ...MailState[]]),
    lines: z.array(mailLine),
    /** Liaison staff asked for it, besides the reminders of the runs; `note` is quoted in it. */
    asked: z.object({ by: z.string(), note: z.string().optional() }).optional(),
    token: z.string().optional(),
    attempt: z.int(),
    /** It may already have left once: the sweeper found no word of it. Said in the mail. */
    possibleDuplicate: z.boolean().optional(),
    /** The sender could do nothing with it when it last looked: nobody can have it, or a record of it is damaged. */
    cannotLeave: z.boolean().optional(),
    claimedAt: z.string().optional(),
    messageId: z.string().optional(),
    recipientEmail: z.string().optional(),
    subject: z.string().optional(),
    settledAt: z.string().optional(),
    /** Sendings of it (by message id) that came back, or were called spam, when the mail had come to its end by another way. */
    heardLate: z.array(z.string()).optional(),
    reason: z.string().optional(),
    /** Since then neither its words nor the address it went to are known (retention). */
    wordsRemovedOn: day.optional(),
  })
  .refine(({ kind, lines }) => (kind === 'summary') === (lines.length === 0), {
    error: 'A mail of reminders has lines, a summary has none',
    path: ['lines'],
  });

export type MailLine = z.infer<typeof mailLine>;
export type Mail = z.infer<typeof mail>;

/** Whether nothing more is to be heard of a mail. */
export const isSettled = ({ state }: Pick<Mail, 'state'>): boolean =>
  !['PENDING', 'CLAIMED', 'SENT'].includes(state);

/** A mail of which only is known to which contact it went, of what it reminded, when, and what became of it. */
export const withoutWords = ({ recipientEmail: _, reason: __, asked, ...of }: Mail, on: Day): Mail => ({
  ...of,
  ...(asked ? { asked: { by: asked.by } } : {}),
  wordsRemovedOn: on,
});

/**
 * Whether a mail no longer tells of a reminder and never will: it was superseded, or the reminder was dropped from it before it left. What
 * it dropped may be planned again.
 */
export const neverTells = (
  { state, lines }: Mail,
  of: Pick<MailLine, 'deadlineId' | 'revision' | 'stage'>,
): boolean =>
  state === 'SUPERSEDED' ||
  !lines.some(
    ({ deadlineId, revision, stage }) =>
      deadlineId === of.deadlineId && revision === of.revision && stage === of.stage,
  );
