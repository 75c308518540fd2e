import type { Hook } from '@hono/zod-openapi';
import type { Context, Env } from 'hono';
import * as z from 'zod';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { statusOf } from '../refused.ts';

/** An error as RFC 9457 problem details. `detail` is a sentence for people, `code` for programs. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

type Problem = z.infer<typeof problem>;

const titles: Record<number, string> = {
  400: 'The request could not be read',
  404: 'Not found',
  409: 'In conflict with what is recorded',
  422: 'Not accepted',
};

const problemReply = (
  c: Context,
  status: 400 | 404 | 409 | 422,
  rest: Pick<Problem, 'detail' | 'code' | 'errors'>,
) =>
  c.json({ type: 'about:blank', title: titles[status]!, status, ...rest }, status, {
    'content-type': 'application/problem+json',
  });

export const refusalReply = (c: Context, refusal: Refusal) =>
  problemReply(c, statusOf(refusal), {
    detail: refusal.message,
    code: refusal.refused,
    ...(refusal.field ? { errors: [{ field: refusal.field, message: refusal.message }] } : {}),
  });

/** Input that does not fit its schema: every field that is wrong, each with its sentence. */
export const invalidInput: Hook<unknown, Env, string, Response | undefined> = (result, c) => {
  if (result.success) return undefined;
  const errors = result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return problemReply(c as Context, 422, {
    detail: errors[0]?.message ?? 'Not accepted',
    code: 'invalid-input',
    errors,
  });
};
