import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { linkInput, link as linkRecord, linkTarget } from '../../../shared/domain/link.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { linkedInSight } from '../gate/in-sight.ts';
import type { Desk } from '../moves/desk.ts';
import { link } from '../moves/link.ts';
import { unlink } from '../moves/unlink.ts';
import type { Site } from '../pages/site.tsx';
import { accepts, recommendationParams, refusals, replies } from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

const routes = {
  link: createRoute({
    method: 'post',
    path: '/cases/{caseId}/recommendations/{number}/links',
    summary: 'Link it to a risk, an action plan, or the same recommendation elsewhere (stored on both sides)',
    request: { params: recommendationParams, ...accepts(linkInput) },
    responses: { 201: replies('The link', linkRecord), ...refusals },
  }),
  unlink: createRoute({
    method: 'post',
    path: '/cases/{caseId}/recommendations/{number}/links/remove',
    summary: 'Take a link away, on both sides where it has two',
    request: { params: recommendationParams, ...accepts(linkTarget) },
    responses: { 200: replies('The link that was removed', linkRecord), ...refusals },
  }),
  linked: createRoute({
    method: 'get',
    path: '/links',
    summary: 'Everything linked to one risk, action plan or recommendation, by case',
    request: { query: linkTarget },
    responses: {
      200: replies('The links', z.object({ items: z.array(linkRecord) })),
      422: refusals[422],
    },
  }),
};

/** What recommendations are linked to. */
export function linkRoutes(site: Site, desk: Desk) {
  return new OpenAPIHono({ defaultHook: invalidInput })
    .openapi(routes.link, async (c) => {
      const { caseId, number } = c.req.valid('param');
      const made = await link(desk, caseId, number, c.req.valid('json'));
      return isRefusal(made) ? (refusalReply(c, made) as never) : c.json(made, 201);
    })
    .openapi(routes.unlink, async (c) => {
      const { caseId, number } = c.req.valid('param');
      const made = await unlink(desk, caseId, number, c.req.valid('json'));
      return isRefusal(made) ? (refusalReply(c, made) as never) : c.json(made, 200);
    })
    .openapi(routes.linked, async (c) =>
      c.json({ items: await linkedInSight(site, c.req.valid('query')) }, 200),
    );
}
