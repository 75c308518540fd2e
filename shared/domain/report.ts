import * as z from 'zod';
import { contactId, emailAddress } from './contact.ts';
import { type Day, day } from './day.ts';
import type { Deadline } from './deadline.ts';
import type { ExceptionKind } from './exception.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { line, longestNote, optional, text } from './text.ts';

/** What an owner can say of a recommendation, as it is shown to staff and to them. */
export const reportKinds = {
  acknowledged: 'Seen',
  progress: 'Progress',
  done: 'Said to be done',
  'hand-over': 'Somebody else to take over',
  'not-mine': 'Said not to be theirs',
} as const;

export type ReportKind = keyof typeof reportKinds;

/** What became of it. Only what liaison staff must decide on ever waits. */
export const reportStates = {
  noted: 'Noted',
  waiting: 'Waits for the liaison team',
  accepted: 'Confirmed',
  declined: 'Declined',
  dropped: 'No longer needed',
} as const;

export type ReportState = keyof typeof reportStates;

const newcomer = {
  name: line('the name of whoever takes over'),
  post: optional(line('the post they hold')),
  email: emailAddress,
};

/** What an owner types to say that they have seen it: nothing. */
export const acknowledgement = input({});

/** What an owner types to say how it goes. */
export const progressInput = input({ text: text('how it is going', longestNote) });

/** What an owner types to say that something is done: which duty by its name within the recommendation ('update-1'), and what was done. */
export const doneInput = input({
  duty: z
    .string({ error: 'Choose what is done' })
    .regex(/^[a-z]+-\d{1,3}$/, { error: 'Choose what is done' }),
  text: text('what has been done', longestNote),
});

/** What an owner types to say who takes over. */
export const handOverInput = input({ ...newcomer, text: optional(text('the reason', longestNote)) });

/** What an owner types to say that it is not theirs. */
export const notMineInput = input({ text: text('why it is not yours', longestNote) });

/** What staff type to decline what an owner said. */
export const reportDecline = input({ why: text('the reason', longestNote) });

export type ProgressInput = z.infer<typeof progressInput>;
export type DoneInput = z.infer<typeof doneInput>;
export type HandOverInput = z.infer<typeof handOverInput>;
export type NotMineInput = z.infer<typeof notMineInput>;
export type ReportDecline = z.infer<typeof reportDecline>;

/**
 * What an owner said of a recommendation. It closes, moves and reassigns nothing, and no reminder looks at it: what is done, who takes
 * over and whose it is are decided by liaison staff, and until then it waits.
 *
 * - `duty`: the id of the deadline that is said to be done.
 * - `by`, `byId`: who said it, by their name on that day and as a contact.
 * - `decidedOn`, `decidedBy`: when staff made the move that settled it; `why` they declined it.
 */
export const report = z.object({
  id: z.string(),
  caseId: z.string(),
  number: z.int().positive(),
  duty: z.string().optional(),
  kind: z.enum(Object.keys(reportKinds) as [ReportKind, ...ReportKind[]]),
  text: z.string().optional(),
  successor: z.object({ name: z.string(), post: z.string().optional(), email: z.string() }).optional(),
  on: day,
  by: z.string(),
  byId: contactId,
  state: z.enum(Object.keys(reportStates) as [ReportState, ...ReportState[]]),
  decidedOn: day.optional(),
  decidedBy: z.string().optional(),
  why: z.string().optional(),
  version: z.int(),
});

export type Report = z.infer<typeof report>;

/** Which exception stands for reports of a kind while one waits; nobody decides on what is only noted. */
export const waitsAs = {
  done: 'says-done',
  'hand-over': 'hands-over',
  'not-mine': 'not-mine',
} as const satisfies Partial<Record<ReportKind, ExceptionKind>>;

export type WaitingKind = keyof typeof waitsAs;

/** Is this kind of report one that staff decide on? */
export const isDecided = (kind: ReportKind): kind is WaitingKind => Object.hasOwn(waitsAs, kind);

export type Said = Pick<Report, 'kind' | 'text' | 'successor'> & { duty?: Deadline };

type Saying = Pick<Report, 'id' | 'by' | 'byId' | 'on' | 'caseId' | 'number'>;

/**
 * A report as it begins. The same thing is not said twice while it waits to be decided on: that would be one decision asked for twice.
 *
 * @param reports what has been said of the recommendation so far
 */
export function say({ duty, ...said }: Said, saying: Saying, reports: readonly Report[]): Report | Refusal {
  const waits = isDecided(said.kind);
  const earlier = waiting(reports).find((each) => each.kind === said.kind && each.duty === duty?.id);
  if (earlier) return refuse('already-said', `${already[said.kind]} It waits for the liaison team`);
  return {
    ...saying,
    ...said,
    ...(duty ? { duty: duty.id } : {}),
    state: waits ? 'waiting' : 'noted',
    version: 1,
  };
}

const already: Readonly<Record<string, string>> = {
  done: 'It has been said already that this is done.',
  'hand-over': 'It has been said already who takes over.',
  'not-mine': 'It has been said already that this is somebody else’s.',
};

/** The reports that liaison staff must still decide on, in the order given. */
export const waiting = (reports: readonly Report[]): Report[] =>
  reports.filter(({ state }) => state === 'waiting');

/** A report that waits to be decided on, by its id, or why it does not. */
export function waitingReport(reports: readonly Report[], id: string): Report | Refusal {
  const found = reports.find((each) => each.id === id);
  if (!found) return refuse('unknown-report', 'The owner has said no such thing of this recommendation');
  return found.state === 'waiting'
    ? found
    : refuse('already-decided', 'What the owner said has already been decided on');
}

/** What a move of staff makes of a report that waits; undefined where it leaves it waiting. */
export type Settles = (report: Report) => Exclude<ReportState, 'noted' | 'waiting'> | undefined;

type OfDuties = readonly Pick<Deadline, 'id'>[];

const saysDoneOf = ({ kind, duty }: Report, duties: OfDuties): boolean =>
  kind === 'done' && duties.some(({ id }) => id === duty);

/** These duties were done, and staff have recorded it. */
export const settlesDone =
  (duties: OfDuties): Settles =>
  (report) =>
    saysDoneOf(report, duties) ? 'accepted' : undefined;

/** Somebody else owns it now. */
export const settlesOwner: Settles = ({ kind }) => (kind === 'done' ? undefined : 'accepted');

/** These duties are not waited for any more, so whether they are done need not be decided. */
export const settlesEnded =
  (duties: OfDuties): Settles =>
  (report) =>
    saysDoneOf(report, duties) ? 'dropped' : undefined;

/** It is closed, which grants that it is done; who owns it is nobody's question any more. */
export const settlesClosed: Settles = ({ kind }) => (kind === 'done' ? 'accepted' : 'dropped');

/** It is withdrawn, so nothing that was said of it matters. */
export const settlesWithdrawn: Settles = () => 'dropped';

/** A report before and after it was settled. */
export type Settled = { before: Report; after: Report };

/** The waiting reports that a move settles, each before and after. */
export const settle = (
  reports: readonly Report[],
  settles: Settles,
  { by, today, why }: { by: string; today: Day; why?: string },
): Settled[] =>
  waiting(reports).flatMap((before) => {
    const state = settles(before);
    const decided = { decidedOn: today, decidedBy: by, ...(why === undefined ? {} : { why }) };
    return state ? [{ before, after: { ...before, state, ...decided } }] : [];
  });
