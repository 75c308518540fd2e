import * as z from 'zod';
import { input } from './input.ts';
import { aboutPart, type Blank, type MailPart, mailPartNames, mailParts } from './mail-parts.ts';
import { line, optional } from './text.ts';

const longestWords = 600;
const longestAdded = 300;

/** The words of one part, and the sentence that is added below them, if any. */
export type PartWords = { words: string; added?: string | undefined };

/** What every part of a mail says: what its writers go by. */
export type MailWords = Readonly<Record<MailPart, PartWords>>;

/** What the parts say while an organisation has not said it in other words. */
export const ourWords: MailWords = Object.fromEntries(
  Object.entries(mailParts).map(([part, { words }]) => [part, { words }]),
) as Record<MailPart, PartWords>;

const inBraces = /\{([^{}]*)\}/g;

/** '{body} and {due date}' → ['body', 'due date'] */
const named = (words: string): string[] => [...words.matchAll(inBraces)].map(([, name]) => name!);

const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(' and ');

/** Why words cannot stand in a part; undefined where they can. */
function whyNot(words: string, mayHave: readonly Blank[], mustHave: readonly Blank[]): string | undefined {
  const known: readonly string[] = mayHave;
  const unknown = named(words).filter((name) => !known.includes(name));
  const can =
    known.length > 0 ? `What can be filled in here is ${braced(known)}` : 'Nothing can be filled in here';
  if (unknown.length > 0) return `There is no ${braced([...new Set(unknown)])}. ${can}`;
  if (/[{}]/.test(words.replace(inBraces, '')))
    return `Write { and } only around what is to be filled in. ${can}`;
  const missing = mustHave.filter((name) => !named(words).includes(name));
  return missing.length > 0 ? `Say ${braced(missing)}: no mail can go without it` : undefined;
}

// What looks like a tag or an entity would stand in the mail as it is, because nothing here is ever read as HTML.
const markup = /<\/?[a-z!][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i;

// The pieces of a mail that are ours begin so, in the text part each on a line of its own.
const beginsAsOurs =
  /^(?:what (?:to do|was promised|was recommended)\b|how the date is reached\b|you should have had\b|this is a reminder\b|these are \d|for your information\b|an answer on this recommendation waits\b|the response itself goes\b|see it (?:here|and answer)\b|see it, and record\b|recommendation tracker\b)/i;

/** Words of a person that stand on a line of their own in a mail, so that no line of theirs can pass for another part. */
const plainLine = (what: string, longest: number) =>
  line(what, longest)
    .refine((words) => !markup.test(words), {
      error: 'Write plain words, without HTML: they would be shown as they are',
    })
    .refine((words) => /^[\p{L}“‘"'({]/u.test(words), { error: `Begin ${what} with a word` })
    .refine((words) => !beginsAsOurs.test(words), {
      error: `Begin ${what} with other words: a mail has a part that begins so already`,
    });

/** The words for one part as a person may choose them: one line of plain words, with nothing in braces that is not known here. */
export function partWordsInput(part: MailPart): z.ZodType<PartWords> {
  const { mayHave, mustHave, asks } = aboutPart(part);
  const fills = (needed: readonly Blank[]) => (words: string, context: z.RefinementCtx<string>) => {
    const message = whyNot(words, mayHave, needed);
    if (message) context.addIssue({ code: 'custom', message });
  };
  const words = plainLine('the words', longestWords).superRefine(fills(mustHave));
  if (!asks) return input({ words });
  return input({
    words,
    added: optional(plainLine('the added sentence', longestAdded).superRefine(fills([]))),
  });
}

const partsInput = input(
  Object.fromEntries(mailPartNames.map((part) => [part, partWordsInput(part).optional()])),
) as unknown as z.ZodType<Partial<Record<MailPart, PartWords>>>;

/** The parts that an organisation says in its own words, as they are kept; a part that is not among them says ours. */
export const mailWording = z.object({
  settings: z.literal('wording'),
  parts: partsInput,
  version: z.int(),
});

export type MailWording = z.infer<typeof mailWording>;

/** What every part says now. */
export const wordsInForce = (kept: Pick<MailWording, 'parts'> | undefined): MailWords => ({
  ...ourWords,
  ...kept?.parts,
});

/**
 * Words with the facts in their places. Once, so that a brace in a fact is a brace.
 *
 * @example filled('Say whether {body} accepts.', { body: 'Essex Police' }) → 'Say whether Essex Police accepts.'
 */
export const filled = (words: string, facts: Partial<Record<Blank, string>>): string =>
  words.replace(inBraces, (whole, name) => facts[name as Blank] ?? whole);

const version = z.int({ error: 'Send the version of the wording that was looked at' }).min(0);
const why = optional(line('the reason'));

/** A change of one part: its words, the version of the wording it was decided on (0 before the first change), and why. */
export const wordsChangeInput = (part: MailPart) => input({ to: partWordsInput(part), version, why });

/** Going back to our words, in one part or, where none is named, in all. */
export const wordsResetInput = input({
  part: z.enum(mailPartNames, { error: 'There is no such part' }).optional(),
  version,
  why,
});

export type WordsChange = { to: PartWords; version: number; why?: string | undefined };
export type WordsReset = z.infer<typeof wordsResetInput>;
