import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { report, reportDecline } from '../../../shared/domain/report.ts';
import { declineReport } from '../moves/decline-report.ts';
import type { Desk } from '../moves/desk.ts';
import { accepts, recommendationParams, refusals, replies } from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

const declineRoute = createRoute({
  method: 'post',
  path: '/cases/{caseId}/recommendations/{number}/reports/{report}/decline',
  summary: 'Decline what an owner said; the case lists what waits',
  request: {
    params: recommendationParams.extend({ report: z.string().max(64) }),
    ...accepts(reportDecline),
  },
  responses: { 200: replies('What the owner said, as it is now', report), ...refusals },
});

/** What owners said, where staff do not take it up; taking it up is recording an update or choosing another owner. */
export function reportRoutes(desk: Desk): OpenAPIHono {
  const api = new OpenAPIHono({ defaultHook: invalidInput });
  api.openapi(declineRoute, async (c) => {
    const declined = await declineReport(desk, c.req.valid('param'), c.req.valid('json'));
    return isRefusal(declined) ? (refusalReply(c, declined) as never) : c.json(declined, 200);
  });
  return api;
}
