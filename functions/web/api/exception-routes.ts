import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { exception } from '../../../shared/domain/exception.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { exceptionsInSight } from '../gate/in-sight.ts';
import { clearException, clearing } from '../moves/clear-exception.ts';
import type { Desk } from '../moves/desk.ts';
import type { Site } from '../pages/site.tsx';
import { accepts, refusals, replies } from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

const routes = {
  list: createRoute({
    method: 'get',
    path: '/exceptions',
    summary: 'What no mail will see to and nobody has cleared, the oldest first',
    responses: { 200: replies('The exceptions', z.object({ items: z.array(exception) })) },
  }),
  clear: createRoute({
    method: 'post',
    path: '/exceptions/{id}/clear',
    summary: 'Clear an exception; one about a contact’s address lets mail go there again',
    request: { params: z.object({ id: z.string().max(200) }), ...accepts(clearing) },
    responses: { 200: replies('The exception', exception), ...refusals },
  }),
};

/** What liaison staff must look at because no mail will. */
export function exceptionRoutes(site: Site, desk: Desk) {
  return new OpenAPIHono({ defaultHook: invalidInput })
    .openapi(routes.list, async (c) => c.json({ items: await exceptionsInSight(site) }, 200))
    .openapi(routes.clear, async (c) => {
      const result = await clearException(desk, c.req.valid('param').id, c.req.valid('json'));
      return isRefusal(result) ? (refusalReply(c, result) as never) : c.json(result, 200);
    });
}
