import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import { acceptanceChange } from '../../../shared/domain/acceptance-change.ts';
import { amendment, caseAmendment } from '../../../shared/domain/amendment.ts';
import { learningCase } from '../../../shared/domain/case.ts';
import { closing, closureDecline, closureProposal } from '../../../shared/domain/closure.ts';
import { effectReview } from '../../../shared/domain/effect-review.ts';
import {
  type Recommendation,
  recommendation,
  sharedRecommendationInput,
} from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { reopening } from '../../../shared/domain/reopening.ts';
import { withdrawal } from '../../../shared/domain/withdrawal.ts';
import { amend } from '../moves/amend.ts';
import { amendCase } from '../moves/amend-case.ts';
import { changeAcceptance } from '../moves/change-acceptance.ts';
import { close } from '../moves/close.ts';
import { declineClosure } from '../moves/decline-closure.ts';
import type { Desk } from '../moves/desk.ts';
import { proposeClosure } from '../moves/propose-closure.ts';
import { recordForSeveral } from '../moves/record-for-several.ts';
import { reopen } from '../moves/reopen.ts';
import { reviewEffect } from '../moves/review-effect.ts';
import { newBoard, setBoard } from '../moves/set-board.ts';
import { withdraw } from '../moves/withdraw.ts';
import { accepts, caseParams, recommendationParams, refusals, replies } from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

type Make<I> = (desk: Desk, caseId: string, number: number, input: I) => Promise<Recommendation | Refusal>;

const shareRoute = createRoute({
  method: 'post',
  path: '/cases/{caseId}/recommendations/for-several-bodies',
  summary: 'Record one recommendation made to several bodies: one for each, with its own number and deadline',
  request: { params: caseParams, ...accepts(sharedRecommendationInput) },
  responses: {
    201: replies('The recommendations', z.object({ items: z.array(recommendation) })),
    ...refusals,
  },
});

const amendCaseRoute = createRoute({
  method: 'post',
  path: '/cases/{caseId}/amend',
  summary: 'Correct the reference, title or summary of a case; no date changes',
  request: { params: caseParams, ...accepts(caseAmendment) },
  responses: { 200: replies('The case', learningCase), ...refusals },
});

// The schema of a route stands in a parameter here, so what it lets through is known to the caller and not to the type of the request.
const valid = <T>(c: Context, part: 'param' | 'json'): T => c.req.valid(part as never) as T;

/** The life of a recommendation beyond its dates. The same moves and the same schemas as the pages. */
export function lifeRoutes(desk: Desk) {
  const routes = new OpenAPIHono({ defaultHook: invalidInput });
  const add = <S extends z.ZodType>(path: string, summary: string, schema: S, make: Make<z.output<S>>) => {
    const route = createRoute({
      method: 'post',
      path: `/cases/{caseId}/recommendations/{number}/${path}`,
      summary,
      request: { params: recommendationParams, ...accepts(schema) },
      responses: { 200: replies('The recommendation', recommendation), ...refusals },
    });
    routes.openapi(route, async (c) => {
      const { caseId, number } = valid<z.output<typeof recommendationParams>>(c, 'param');
      const made = await make(desk, caseId, number, valid(c, 'json'));
      return isRefusal(made) ? (refusalReply(c, made) as never) : (c.json(made, 200) as never);
    });
  };
  add('acceptance', 'Change the acceptance', acceptanceChange, changeAcceptance);
  add('board', 'Choose a board, or another board, for it', newBoard, setBoard);
  add('closure', 'Propose closure', closureProposal, proposeClosure);
  add('closure/decline', 'Decline closure', closureDecline, declineClosure);
  add('close', 'Close it, by somebody other than the proposer', closing, close);
  add('reopen', 'Reopen what was closed or withdrawn', reopening, reopen);
  add('withdraw', 'Withdraw it', withdrawal, withdraw);
  add('effect-reviews', 'Record a review of the effect of what was closed', effectReview, reviewEffect);
  add('amend', 'Correct the words of a recommendation or of its response; no date changes', amendment, amend);
  routes.openapi(amendCaseRoute, async (c) => {
    const amended = await amendCase(desk, c.req.valid('param').caseId, c.req.valid('json'));
    return isRefusal(amended) ? (refusalReply(c, amended) as never) : c.json(amended, 200);
  });
  return routes.openapi(shareRoute, async (c) => {
    const recorded = await recordForSeveral(desk, c.req.valid('param').caseId, c.req.valid('json'));
    return isRefusal(recorded) ? (refusalReply(c, recorded) as never) : c.json({ items: recorded }, 201);
  });
}
