import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { type Age, ages } from '../../../shared/domain/age.ts';
import { caseInput, learningCase } from '../../../shared/domain/case.ts';
import { commitment } from '../../../shared/domain/commitment.ts';
import { day } from '../../../shared/domain/day.ts';
import { deadline } from '../../../shared/domain/deadline.ts';
import { evidence } from '../../../shared/domain/evidence.ts';
import { link } from '../../../shared/domain/link.ts';
import { proposal } from '../../../shared/domain/proposal.ts';
import { type Rag, rags } from '../../../shared/domain/rag.ts';
import { recommendation, recommendationInput } from '../../../shared/domain/recommendation.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { reminder } from '../../../shared/domain/reminder.ts';
import { report } from '../../../shared/domain/report.ts';
import { response, responseInput } from '../../../shared/domain/response.ts';
import { revision } from '../../../shared/domain/revision.ts';
import { type Standing, standings } from '../../../shared/domain/standing.ts';
import { update, updateInput } from '../../../shared/domain/update.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { readCalendar } from '../../../shared/store/stage-plans.ts';
import { viewCase } from '../case-view.ts';
import { casesInSight, fileInSight } from '../gate/in-sight.ts';
import { type Desk, noSuchCase } from '../moves/desk.ts';
import { newOwner, reassignOwner } from '../moves/reassign-owner.ts';
import { recordCase } from '../moves/record-case.ts';
import { recordRecommendation } from '../moves/record-recommendation.ts';
import { recordResponse } from '../moves/record-response.ts';
import { recordUpdate } from '../moves/record-update.ts';
import type { Site } from '../pages/site.tsx';
import {
  accepts,
  caseParams,
  cursorQuery,
  notFound,
  pageOf,
  promiseParams,
  recommendationParams,
  refusals,
  replies,
} from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

const standing = z.enum(Object.keys(standings) as [Standing, ...Standing[]]);

const caseView = z.object({
  learningCase,
  age: z.enum(Object.keys(ages) as [Age, ...Age[]]),
  recommendations: z.array(
    z.object({
      recommendation,
      standing,
      rag: z.enum(Object.keys(rags) as [Rag, ...Rag[]]).optional(),
      response: response.optional(),
      commitments: z.array(commitment),
      updates: z.array(update),
      deadlines: z.array(
        deadline.extend({
          standing: z.union([standing, z.enum(['met', 'ended'])]),
          nextMail: z.object({ stage: z.string(), on: day }).optional(),
        }),
      ),
      evidence: z.array(evidence),
      revisions: z.array(revision),
      proposals: z.array(proposal),
      reports: z.array(report),
      reminders: z.array(reminder),
      links: z.array(link),
    }),
  ),
});

const routes = {
  list: createRoute({
    method: 'get',
    path: '/cases',
    summary: 'List cases, the most recently made first',
    request: { query: cursorQuery },
    responses: { 200: replies('One page of cases', pageOf(learningCase)) },
  }),
  record: createRoute({
    method: 'post',
    path: '/cases',
    summary: 'Record a case',
    request: accepts(caseInput),
    responses: { 201: replies('The case', learningCase), ...refusals },
  }),
  show: createRoute({
    method: 'get',
    path: '/cases/{caseId}',
    summary: 'Read a case with its recommendations, where each stands today, and its reminders',
    request: { params: caseParams },
    responses: { 200: replies('The case', caseView), ...notFound },
  }),
  recommend: createRoute({
    method: 'post',
    path: '/cases/{caseId}/recommendations',
    summary: 'Record the next recommendation of a case',
    request: { params: caseParams, ...accepts(recommendationInput) },
    responses: { 201: replies('The recommendation', recommendation), ...refusals },
  }),
  reassign: createRoute({
    method: 'post',
    path: '/cases/{caseId}/recommendations/{number}/owner',
    summary: 'Choose an owner, or another owner, for a recommendation',
    request: { params: recommendationParams, ...accepts(newOwner) },
    responses: { 200: replies('The recommendation', recommendation), ...refusals },
  }),
  respond: createRoute({
    method: 'post',
    path: '/cases/{caseId}/recommendations/{number}/response',
    summary: 'Record the response and the promises it makes',
    request: { params: recommendationParams, ...accepts(responseInput) },
    responses: { 201: replies('The response', response), ...refusals },
  }),
  update: createRoute({
    method: 'post',
    path: '/cases/{caseId}/recommendations/{number}/promises/{sequence}/update',
    summary: 'Record that a promise was kept, and what the update promises next',
    request: {
      params: promiseParams,
      ...accepts(updateInput),
    },
    responses: { 201: replies('The update', update), ...refusals },
  }),
};

/** Cases and what is recorded about them. The same moves and the same schemas as the pages. */
export function caseRoutes(site: Site, desk: Desk) {
  const { table, clock, holidays } = site;
  return new OpenAPIHono({ defaultHook: invalidInput })
    .openapi(routes.list, async (c) => c.json(await casesInSight(site, c.req.valid('query').cursor), 200))
    .openapi(routes.record, async (c) => {
      const recorded = await recordCase(desk, c.req.valid('json'));
      return isRefusal(recorded) ? (refusalReply(c, recorded) as never) : c.json(recorded, 201);
    })
    .openapi(routes.show, async (c) => {
      const file = await readCaseFile(table, c.req.valid('param').caseId);
      return file
        ? c.json(viewCase(fileInSight(site, file), today(clock), await readCalendar(table, holidays)), 200)
        : (refusalReply(c, noSuchCase) as never);
    })
    .openapi(routes.recommend, async (c) => {
      const recorded = await recordRecommendation(desk, c.req.valid('param').caseId, c.req.valid('json'));
      return isRefusal(recorded) ? (refusalReply(c, recorded) as never) : c.json(recorded, 201);
    })
    .openapi(routes.reassign, async (c) => {
      const { caseId, number } = c.req.valid('param');
      const reassigned = await reassignOwner(desk, caseId, number, c.req.valid('json'));
      return isRefusal(reassigned) ? (refusalReply(c, reassigned) as never) : c.json(reassigned, 200);
    })
    .openapi(routes.respond, async (c) => {
      const { caseId, number } = c.req.valid('param');
      const recorded = await recordResponse(desk, caseId, number, c.req.valid('json'));
      return isRefusal(recorded) ? (refusalReply(c, recorded) as never) : c.json(recorded, 201);
    })
    .openapi(routes.update, async (c) => {
      const { caseId, number, sequence } = c.req.valid('param');
      const recorded = await recordUpdate(desk, caseId, number, sequence, c.req.valid('json'));
      return isRefusal(recorded) ? (refusalReply(c, recorded) as never) : c.json(recorded, 201);
    });
}
