import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { deadline } from '../../../shared/domain/deadline.ts';
import { mail } from '../../../shared/domain/mail.ts';
import { night } from '../../../shared/domain/night.ts';
import { proposal } from '../../../shared/domain/proposal.ts';
import { recommendation } from '../../../shared/domain/recommendation.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { listNights } from '../../../shared/store/lists.ts';
import { attentionInSight, mailsInSight } from '../gate/in-sight.ts';
import type { Site } from '../pages/site.tsx';
import { cursorQuery, pageOf, refusals, replies } from './contract.ts';
import { invalidInput } from './problem.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Write the month as 2020-11');
const year = z.string().regex(/^\d{4}$/, 'Write the year as 2020');

const routes = {
  attention: createRoute({
    method: 'get',
    path: '/attention',
    summary:
      'What needs attention today: open deadlines that are near, open or late, and closures and dates to decide',
    request: { query: cursorQuery },
    responses: {
      200: replies(
        'One page',
        pageOf(z.union([z.object({ deadline }), z.object({ recommendation }), z.object({ proposal })])),
      ),
    },
  }),
  mails: createRoute({
    method: 'get',
    path: '/mails',
    summary: 'The register of mails planned in a month, newest first',
    request: { query: cursorQuery.extend({ month: month.optional() }) },
    responses: { 200: replies('One page of mails', pageOf(mail)), 422: refusals[422] },
  }),
  nights: createRoute({
    method: 'get',
    path: '/nights',
    summary: 'The statements of the nightly runs of a year, newest first',
    request: { query: cursorQuery.extend({ year: year.optional() }) },
    responses: { 200: replies('One page of nights', pageOf(night)), 422: refusals[422] },
  }),
};

/** Lists across cases: what needs attention, what was mailed, and the nights. */
export function registerRoutes(site: Site) {
  const { table, clock } = site;
  return new OpenAPIHono({ defaultHook: invalidInput })
    .openapi(routes.attention, async (c) =>
      c.json(await attentionInSight(site, c.req.valid('query').cursor), 200),
    )
    .openapi(routes.mails, async (c) => {
      const query = c.req.valid('query');
      return c.json(await mailsInSight(site, query.month ?? today(clock).slice(0, 7), query.cursor), 200);
    })
    .openapi(routes.nights, async (c) => {
      const query = c.req.valid('query');
      return c.json(await listNights(table, query.year ?? today(clock).slice(0, 4), query.cursor), 200);
    });
}
