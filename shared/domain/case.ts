import * as z from 'zod';
import { type LegalBasis, legalBases, type Source, sources } from './clocks.ts';
import { type Day, day, isBefore } from './day.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { line, longestText, optional, text, webAddress } from './text.ts';

const source = z.enum(Object.keys(sources) as [Source, ...Source[]], {
  error: 'Choose where the learning comes from',
});
const legalBasis = z.enum(Object.keys(legalBases) as [LegalBasis, ...LegalBasis[]], {
  error: 'Choose what the recommendations were made under',
});
const topics = z.array(line('a topic')).max(20, 'Enter 20 topics or fewer').default([]);

/** Longest reference, and longest id that one may make, in characters. */
const longestReference = 60;

/** Forms of the tracker that stand where a case called so would: `/cases/new`. */
const namesOfForms = ['new', 'paste'];

const reference = line('the reference', longestReference)
  .refine((value) => caseIdOf(value) !== '', {
    error: 'The reference must contain letters or numbers, like 2019/127918',
  })
  // One sign can stand for several letters: '㎯' is 'rad∕s2'. What is too long as it is has its own sentence.
  .refine((value) => value.length > longestReference || caseIdOf(value).length <= longestReference, {
    error: `The reference must be ${longestReference} characters or fewer when its signs are written out in letters and numbers`,
  })
  .refine((value) => !namesOfForms.includes(caseIdOf(value)), {
    error: 'The reference must be more than the word “new” or “paste”, which is the address of a form here',
  });

/** What a person types, or a program posts, to record a case. Dates are `Day` strings. */
export const caseInput = input({
  reference,
  forceReference: optional(line('the force’s own reference', 60)),
  title: line('the title'),
  summary: optional(text('the summary')),
  topics,
  source,
  legalBasis,
  body: line('the body the case is addressed to'),
  linkedBodies: z.array(line('a linked body')).max(50, 'Enter 50 linked bodies or fewer').default([]),
  madeOn: day,
  publishedDueOn: optional(day),
  link: optional(webAddress('the link')),
  keptPage: optional(text('the kept copy of the page', longestText * 5)),
});

/**
 * One learning case. `madeOn` is the day its recommendations were made and starts the response clock;
 * `publishedDueOn` is the response date printed on the page, which is often a day later than the law's (clocks, deadline).
 */
export const learningCase = z.object({
  ...caseInput.shape,
  // What was taken once stays readable, whatever is taken by now.
  reference: z.string(),
  link: z.string().optional(),
  id: z.string(),
  keptPage: z.string().optional(),
  version: z.int(),
});

export type CaseInput = z.infer<typeof caseInput>;
export type Case = z.infer<typeof learningCase>;

/**
 * The id of a case is its reference in the letters an address can carry (accents fall away), so that recording the same case twice is
 * refused.
 *
 * @example caseIdOf('2019/127918') → '2019-127918'
 */
export function caseIdOf(reference: string): string {
  return reference
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Dates that contradict each other are refused before anything is stored. `today` is the London date. */
export function recordCase(input: CaseInput, today: Day): Case | Refusal {
  if (isBefore(today, input.madeOn)) {
    return refuse(
      'made-in-the-future',
      'The day the recommendations were made must be today or in the past',
      'madeOn',
    );
  }
  if (input.publishedDueOn && isBefore(input.publishedDueOn, input.madeOn)) {
    return refuse(
      'due-before-made',
      'The published response date must be on or after the day the recommendations were made',
      'publishedDueOn',
    );
  }
  return { ...input, id: caseIdOf(input.reference), version: 1 };
}
