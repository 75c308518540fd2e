import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type * as z from 'zod';
import { commitment, commitmentInput } from '../../../shared/domain/commitment.ts';
import { deadline } from '../../../shared/domain/deadline.ts';
import { extensionInput } from '../../../shared/domain/extension.ts';
import { pauseInput, resumeInput } from '../../../shared/domain/judicial-review.ts';
import { declineInput, proposal, proposalInput } from '../../../shared/domain/proposal.ts';
import { publicationInput, representationsInput } from '../../../shared/domain/publication.ts';
import { rePlanInput } from '../../../shared/domain/re-plan.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { response } from '../../../shared/domain/response.ts';
import { confirmCommitment } from '../moves/confirm-commitment.ts';
import { declineDate } from '../moves/decline-date.ts';
import type { Desk } from '../moves/desk.ts';
import { extend } from '../moves/extend.ts';
import { pause } from '../moves/pause.ts';
import { proposeDate } from '../moves/propose-date.ts';
import { rePlan } from '../moves/re-plan.ts';
import { recordPublication } from '../moves/record-publication.ts';
import { recordRepresentations } from '../moves/record-representations.ts';
import { resume } from '../moves/resume.ts';
import { accepts, promiseParams, recommendationParams, refusals, replies } from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

const recommendationPath = '/cases/{caseId}/recommendations/{number}';
const promisePath = `${recommendationPath}/promises/{sequence}`;

const onRecommendation = <I extends z.ZodType, O extends z.ZodType>(
  path: string,
  summary: string,
  taken: I,
  given: O,
) =>
  createRoute({
    method: 'post',
    path: `${recommendationPath}/${path}`,
    summary,
    request: { params: recommendationParams, ...accepts(taken) },
    responses: { 200: replies('The record as it is now', given), ...refusals },
  });

const onPromise = <I extends z.ZodType, O extends z.ZodType>(
  path: string,
  summary: string,
  taken: I,
  given: O,
) =>
  createRoute({
    method: 'post',
    path: `${promisePath}/${path}`,
    summary,
    request: { params: promiseParams, ...accepts(taken) },
    responses: { 200: replies('The record as it is now', given), ...refusals },
  });

const routes = {
  extend: onRecommendation(
    'extension',
    'Record that more time for the response was granted',
    extensionInput,
    deadline,
  ),
  pause: onRecommendation(
    'pause',
    'Record that judicial review proceedings have started',
    pauseInput,
    deadline,
  ),
  resume: onRecommendation(
    'resume',
    'Record that judicial review proceedings have ended',
    resumeInput,
    deadline,
  ),
  publish: onRecommendation(
    'publication',
    'Record that the response has been published',
    publicationInput,
    deadline,
  ),
  represent: onRecommendation(
    'representations',
    'Record representations against publication',
    representationsInput,
    response,
  ),
  confirm: onRecommendation(
    'promises',
    'Add a promise that the response made, counted from the day of the response',
    commitmentInput,
    commitment,
  ),
  propose: onPromise('proposal', 'Propose another date for a promise', proposalInput, proposal),
  decline: onPromise('proposal/decline', 'Decline the date proposed for a promise', declineInput, proposal),
  rePlan: onPromise('date', 'Move the date of a promise, or set its first', rePlanInput, deadline),
};

/** What happens to dates: extensions, judicial review, publication, promises added and moved. */
export function dateRoutes(desk: Desk): OpenAPIHono {
  const api = new OpenAPIHono({ defaultHook: invalidInput });
  api.openapi(routes.extend, async (c) => {
    const { caseId, number } = c.req.valid('param');
    return answer(c, await extend(desk, caseId, number, c.req.valid('json')));
  });
  api.openapi(routes.pause, async (c) => {
    const { caseId, number } = c.req.valid('param');
    return answer(c, await pause(desk, caseId, number, c.req.valid('json')));
  });
  api.openapi(routes.resume, async (c) => {
    const { caseId, number } = c.req.valid('param');
    return answer(c, await resume(desk, caseId, number, c.req.valid('json')));
  });
  api.openapi(routes.publish, async (c) => {
    const { caseId, number } = c.req.valid('param');
    return answer(c, await recordPublication(desk, caseId, number, c.req.valid('json')));
  });
  api.openapi(routes.represent, async (c) => {
    const { caseId, number } = c.req.valid('param');
    return answer(c, await recordRepresentations(desk, caseId, number, c.req.valid('json')));
  });
  api.openapi(routes.confirm, async (c) => {
    const { caseId, number } = c.req.valid('param');
    return answer(c, await confirmCommitment(desk, caseId, number, c.req.valid('json')));
  });
  api.openapi(routes.propose, async (c) => {
    const { caseId, number, sequence } = c.req.valid('param');
    return answer(c, await proposeDate(desk, caseId, number, sequence, c.req.valid('json')));
  });
  api.openapi(routes.decline, async (c) => {
    const { caseId, number, sequence } = c.req.valid('param');
    return answer(c, await declineDate(desk, caseId, number, sequence, c.req.valid('json')));
  });
  api.openapi(routes.rePlan, async (c) => {
    const { caseId, number, sequence } = c.req.valid('param');
    return answer(c, await rePlan(desk, caseId, number, sequence, c.req.valid('json')));
  });
  return api;
}

const answer = <T extends object>(c: Context, result: T | Refusal) =>
  isRefusal(result) ? (refusalReply(c, result) as never) : c.json(result as T, 200);
