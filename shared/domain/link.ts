import * as z from 'zod';
import { day } from './day.ts';
import { input } from './input.ts';
import { line, longestNote, optional, text } from './text.ts';

/** What a recommendation can be linked to. */
export const linkKinds = {
  risk: 'Risk on the risk register',
  'action-plan': 'Action plan',
  'same-as': 'The same recommendation',
} as const;

export type LinkKind = keyof typeof linkKinds;

const kind = z.enum(Object.keys(linkKinds) as [LinkKind, ...LinkKind[]], {
  error: 'Choose what it is linked to',
});
const ref = line('the reference', 80).refine((value) => /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(value), {
  error: 'The reference must be letters, numbers, spaces, dots, hyphens and slashes, like 1606',
});

/** What a link points to. The reference of a recommendation is its case and its number: 2019-127918/2. */
export const linkTarget = input({ kind, ref });

/** What a person types to link a recommendation. */
export const linkInput = input({
  ...linkTarget.shape,
  note: optional(text('the note', longestNote)),
});

/** A governance link. One that was removed is kept, so that the record tells what was once linked; it stands in no list. */
export const link = z.object({
  caseId: z.string(),
  number: z.int().positive(),
  kind,
  ref: z.string(),
  note: z.string().optional(),
  on: day,
  by: z.string(),
  removed: z.object({ on: day, by: z.string() }).optional(),
  version: z.int(),
});

export type LinkTarget = z.infer<typeof linkTarget>;
export type LinkInput = z.infer<typeof linkInput>;
export type Link = z.infer<typeof link>;

type Numbered = { caseId: string; number: number };

/** How a link names a recommendation. */
export const refOf = ({ caseId, number }: Numbered): string => `${caseId}/${number}`;

/** The recommendation that a reference names, or undefined where it can name none. */
export function recommendationOf(ref: string): Numbered | undefined {
  const named = /^([a-z0-9-]{1,60})\/([1-9]\d{0,2})$/.exec(ref);
  return named ? { caseId: named[1]!, number: Number(named[2]) } : undefined;
}
