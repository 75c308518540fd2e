import * as z from 'zod';
import { caseInput } from './case.ts';
import { commitmentInput } from './commitment.ts';
import { day } from './day.ts';
import { input } from './input.ts';
import { recommendationInput } from './recommendation.ts';
import { responseInput } from './response.ts';
import { line, optional, text } from './text.ts';

const { text: words, priority, theme, addressee } = recommendationInput.shape;
const { respondedOn, acceptance, reasons, representations, text: answer } = responseInput.shape;

/** Set where the list says that a recommendation is at rest, so that it is taken in without any duty. */
const atRest = input({
  on: day,
  by: line('the name of whoever decided it'),
  why: optional(text('the reason')),
});

/**
 * One line of a list: a recommendation with its case, and what became of it. `number`: its number in the case, where the list gives one;
 * `owner` is an email address and `board` a name. `says`: what the list says about acceptance without giving the date of the response, which
 * every promise is counted from.
 */
export const listEntry = input({
  line: z.int().positive(),
  case: caseInput,
  number: z
    .int()
    .positive('The number must be 1 or more')
    .max(999, 'The number must be 999 or less')
    .optional(),
  recommendation: input({ text: words, addressee, priority, theme }),
  owner: optional(line('the owner’s email address', 254)),
  board: optional(line('the name of the board')),
  response: input({
    respondedOn,
    acceptance,
    text: answer,
    reasons,
    representations,
    promises: z
      .array(input({ ...commitmentInput.shape, metOn: optional(day) }))
      .max(20, 'Enter 20 promises or fewer'),
  }).optional(),
  says: z.string().optional(),
  closed: atRest.optional(),
  withdrawn: atRest.optional(),
});

export type ListEntry = z.infer<typeof listEntry>;

/** Why a line of a list cannot be taken in. */
export type RefusedLine = { line: number; reference?: string; reasons: string[] };
