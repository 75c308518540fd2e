import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { deadline } from '../../../shared/domain/deadline.ts';
import { holdInput } from '../../../shared/domain/hold.ts';
import { input } from '../../../shared/domain/input.ts';
import { mail } from '../../../shared/domain/mail.ts';
import { nudgeInput } from '../../../shared/domain/nudge.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import type { Desk } from '../moves/desk.ts';
import { holdReminders, releaseReminders } from '../moves/hold.ts';
import { nudgeOwner } from '../moves/nudge.ts';
import type { Site } from '../pages/site.tsx';
import { accepts, recommendationParams, refusals, replies } from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

const dutyParams = recommendationParams.extend({
  duty: z.string().regex(/^(response|update)-[1-9]\d{0,2}$/, {
    error: 'A date is named response-1, or update-2 for promise 2',
  }),
});

const onDuty = <I extends z.ZodType, O extends z.ZodType>(
  move: string,
  summary: string,
  taken: I,
  given: O,
) =>
  createRoute({
    method: 'post',
    path: `/cases/{caseId}/recommendations/{number}/dates/{duty}/${move}`,
    summary,
    request: { params: dutyParams, ...accepts(taken) },
    responses: { 200: replies('The record as it is now', given), ...refusals },
  });

const holdRoute = onDuty('hold', 'Hold the reminders of one date back for some days', holdInput, deadline);
const releaseRoute = onDuty('release', 'Release them before that', input({}), deadline);
const nudgeRoute = onDuty('nudge', 'Have the owner reminded of one date at once', nudgeInput, mail);

/** What staff do about the reminders of one date: hold them back, release them, send one at once. */
export function remindingRoutes(deps: Site, desk: Desk): OpenAPIHono {
  const api = new OpenAPIHono({ defaultHook: invalidInput });
  api.openapi(holdRoute, async (c) => {
    const held = await holdReminders(desk, c.req.valid('param'), c.req.valid('json'));
    return isRefusal(held) ? (refusalReply(c, held) as never) : c.json(held, 200);
  });
  api.openapi(releaseRoute, async (c) => {
    const released = await releaseReminders(desk, c.req.valid('param'));
    return isRefusal(released) ? (refusalReply(c, released) as never) : c.json(released, 200);
  });
  api.openapi(nudgeRoute, async (c) => {
    const planned = await nudgeOwner(desk, deps, c.req.valid('param'), c.req.valid('json'));
    return isRefusal(planned) ? (refusalReply(c, planned) as never) : c.json(planned, 200);
  });
  return api;
}
