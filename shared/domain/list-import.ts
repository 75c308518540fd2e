import * as z from 'zod';
import { day } from './day.ts';
import { listEntry } from './list-entry.ts';
import { type FateKind, fates } from './list-fate.ts';

const fateKind = z.enum(Object.keys(fates) as [FateKind, ...FateKind[]]);

/** How what is overdue already is treated: reminded like anything else from now on, or held, with no owner until somebody chooses one. */
export const overdueWays = {
  remind: 'Remind the owners of it from now on',
  hold: 'Hold it: nobody is reminded until an owner is chosen',
} as const;

/** What a report says once it has been treated so. */
export const overdueTreated: Record<keyof typeof overdueWays, string> = {
  remind: 'Whoever owns it is reminded from now on',
  hold: 'It is held: nobody is reminded until an owner is chosen',
};

/**
 * What a report says of the lines that nobody owns, whose recommendations become exceptions: 'Nobody owns 2 of these, so nobody is reminded
 * of them until an owner is chosen'.
 */
export const ownerlessInWords = (count: number): string =>
  `Nobody owns ${count} of these, so nobody is reminded of ${count === 1 ? 'it' : 'them'} until an owner is chosen`;

/** What it says of one such line. */
export const ownerlessLine = 'Nobody owns it, so nobody is reminded until an owner is chosen';

export type OverdueWay = keyof typeof overdueWays;

/** What a report says of one line of a list. */
export const listedLine = z.object({
  line: z.int(),
  kind: fateKind,
  reference: z.string().optional(),
  caseId: z.string().optional(),
  number: z.int().optional(),
  reasons: z.array(z.string()),
  notes: z.array(z.string()).default([]),
  overdueSince: day.optional(),
  /** Something is waited for, and the line names nobody who owns it. */
  isOwnerless: z.boolean().optional(),
});

export type ListedLine = z.infer<typeof listedLine>;

const counts = z.object({
  new: z.int(),
  unchanged: z.int(),
  updated: z.int(),
  refused: z.int(),
  overdue: z.int(),
});

export type ListCounts = z.infer<typeof counts>;

export const noLines: ListCounts = { new: 0, unchanged: 0, updated: 0, refused: 0, overdue: 0 };

/** The stages a list goes through. While it is checked or taken in, `done` of its `parts` are through that stage. */
export const listStages = {
  checking: 'Being checked',
  checked: 'Checked',
  'taking-in': 'Being taken in',
  done: 'Taken in',
} as const;

export type ListStage = keyof typeof listStages;

/** A list that somebody sent, on its way into the records. `by`: who sent it, and whom the history names. */
export const listImport = z.object({
  id: z.string(),
  name: z.string(),
  takes: z.string(),
  at: z.string(),
  by: z.string(),
  stage: z.enum(Object.keys(listStages) as [ListStage, ...ListStage[]]),
  parts: z.int(),
  done: z.int(),
  counts,
  overdue: z.enum(['remind', 'hold']).optional(),
  version: z.int(),
});

/** A part of it that one request works through. `checked` and `taken`: what was said of its lines at either stage. */
export const listPart = z.object({
  importId: z.string(),
  part: z.int().positive(),
  groups: z.array(z.array(listEntry)),
  refusedLines: z.array(listedLine),
  checked: z.array(listedLine).optional(),
  taken: z.array(listedLine).optional(),
});

export type ListImport = z.infer<typeof listImport>;
export type ListPart = z.infer<typeof listPart>;

/** The counts with these lines added. */
export function counted(so: ListCounts, lines: readonly ListedLine[]): ListCounts {
  const sum = { ...so };
  for (const { kind, overdueSince } of lines) {
    sum[kind] += 1;
    if (kind === 'new' && overdueSince) sum.overdue += 1;
  }
  return sum;
}

/** The list after one more part is through its stage; with the last of them the stage is over. */
export function advanced(of: ListImport, lines: readonly ListedLine[]): ListImport {
  const done = of.done + 1;
  const next = of.stage === 'checking' ? 'checked' : 'done';
  return { ...of, done, stage: done === of.parts ? next : of.stage, counts: counted(of.counts, lines) };
}

/** The list as it begins to be taken in, once somebody has seen what that would do. */
export const begun = (of: ListImport, overdue: OverdueWay): ListImport => ({
  ...of,
  stage: 'taking-in',
  done: 0,
  counts: noLines,
  overdue,
});
