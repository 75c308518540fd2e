import type * as z from 'zod';
import { type Case, caseInput } from './case.ts';
import { input } from './input.ts';
import type { Recommendation } from './recommendation.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Response } from './response.ts';
import { longestNote, text } from './text.ts';

const why = text('why it is amended', longestNote);

/** What a person types to correct the words of a recommendation or of its response. What is not given stays as it is. */
export const amendment = input({
  text: text('the text of the recommendation').optional(),
  responseText: text('the words of the response').optional(),
  why,
});

/** What a person types to correct what identifies a case. What is not given stays as it is. */
export const caseAmendment = input({
  reference: caseInput.shape.reference.optional(),
  title: caseInput.shape.title.optional(),
  summary: text('the summary').optional(),
  why,
});

export type Amendment = z.infer<typeof amendment>;
export type CaseAmendment = z.infer<typeof caseAmendment>;

type Words = { recommendation: Recommendation; response: Response | undefined };

const nothingAmended = refuse(
  'nothing-amended',
  'Nothing differs from what is recorded: change the words, or leave this page',
);

/**
 * Corrects words that were recorded with a slip. No date, promise or standing comes from them, so none changes; what stood there before
 * is kept in the history. Words alike to those there are refused, so that a history tells only of what happened.
 *
 * @example 'Essex Police should review it’s training.' → 'Essex Police should review its training.', because of a slip in typing
 */
export function amend({ recommendation, response }: Words, typed: Amendment): Words | Refusal {
  const { text: asked = recommendation.text, responseText } = typed;
  if (responseText !== undefined && !response)
    return refuse('no-response', 'No response has been recorded, so it cannot be amended', 'responseText');
  const answered = responseText ?? response?.text;
  if (asked === recommendation.text && answered === response?.text) return nothingAmended;
  return {
    recommendation: { ...recommendation, text: asked },
    response: response && { ...response, text: answered ?? response.text },
  };
}

/** Corrects what identifies a case. Its address stays what its first reference made it, so that links to it go on leading there. */
export function amendCase(of: Case, { why: _, ...typed }: CaseAmendment): Case | Refusal {
  const given = Object.entries(typed).filter(([, value]) => value !== undefined);
  const differs = given.some(([field, value]) => of[field as keyof typeof typed] !== value);
  return differs ? { ...of, ...Object.fromEntries(given) } : nothingAmended;
}
