import type { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { problem } from './problem.ts';

type Responses = Parameters<typeof createRoute>[0]['responses'];

/** A JSON body of a request. */
export const accepts = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

/** A JSON body of a reply. */
export const replies = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});

const problems = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** The refusals any writing route can give. */
export const refusals = {
  404: problems('There is no such record'),
  409: problems(
    'Already recorded, not possible from where it stands, or changed by somebody else at the same time',
  ),
  422: problems('The input is not acceptable; each field says why'),
} satisfies Responses;

export const notFound = { 404: refusals[404] } satisfies Responses;

/** One page of a list: `next` is the cursor of the following page. */
export const pageOf = <T extends z.ZodType>(items: T) =>
  z.object({ items: z.array(items), next: z.string().optional() });

export const cursorQuery = z.object({ cursor: z.string().max(2_000).optional() });
export const caseParams = z.object({ caseId: z.string() });
const numberInPath = (what: string) => {
  const error = `The number of ${what} is a whole number from 1 to 999`;
  return z
    .string()
    .regex(/^[1-9]\d{0,2}$/, { error })
    .transform(Number);
};

export const recommendationParams = caseParams.extend({ number: numberInPath('a recommendation') });
export const promiseParams = recommendationParams.extend({ sequence: numberInPath('a promise') });
