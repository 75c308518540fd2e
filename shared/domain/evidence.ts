import * as z from 'zod';
import { day } from './day.ts';
import { type EvidenceType, fileTypes } from './evidence-type.ts';
import { input } from './input.ts';
import { line, optional, text, webAddress } from './text.ts';

/** What evidence can be. */
export const evidenceKinds = { text: 'Text', link: 'A link', file: 'A file' } as const;

const whatItShows = optional(line('what it shows'));

const textInput = input({ kind: z.literal('text'), text: text('the evidence') });
const linkInput = input({
  kind: z.literal('link'),
  link: webAddress('the web address'),
  shows: whatItShows,
});

/** What a person types to add evidence that is no file. */
export const evidenceInput = z.discriminatedUnion('kind', [textInput, linkInput], {
  error: 'Choose what kind of evidence it is',
});

/** What a person says of a file that they have sent. The name is only cleaned: what it promises is checked against the bytes. */
export const fileInput = input({
  fileName: z
    .string({ error: 'Send the name of the file' })
    .regex(/^[^/\\]{1,1000}$/, { error: 'Send the name of the file without its folders' }),
  shows: whatItShows,
});

const kept = {
  id: z.string(),
  caseId: z.string(),
  number: z.int().positive(),
  addedOn: day,
  addedBy: z.string(),
  version: z.int(),
};

/**
 * Proof of what was done on a recommendation. It is added and never changed. `shows` says in a line what a link or a file proves;
 * `sha256` (hexadecimal) names the very bytes that were checked.
 */
export const evidence = z.discriminatedUnion('kind', [
  z.object({ ...kept, kind: z.literal('text'), text: z.string() }),
  z.object({ ...kept, kind: z.literal('link'), link: z.string(), shows: z.string().optional() }),
  z.object({
    ...kept,
    kind: z.literal('file'),
    fileName: z.string(),
    type: z.enum(Object.keys(fileTypes) as [EvidenceType, ...EvidenceType[]]),
    size: z.int().positive(),
    sha256: z.string(),
    shows: z.string().optional(),
  }),
]);

export type EvidenceInput = z.infer<typeof evidenceInput>;
export type FileInput = z.infer<typeof fileInput>;
export type Evidence = z.infer<typeof evidence>;
export type FileEvidence = Extract<Evidence, { kind: 'file' }>;

/** Evidence in a few words, as the history names it: 'minutes.pdf', 'link to www.essex.police.uk', 'text'. */
export function nameOf(of: Evidence): string {
  if (of.kind === 'file') return of.fileName;
  return of.kind === 'link' ? `link to ${new URL(of.link).hostname}` : 'text';
}
