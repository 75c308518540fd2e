import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { day } from '../../../shared/domain/day.ts';
import { roles } from '../../../shared/domain/deadline.ts';
import { input } from '../../../shared/domain/input.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { stagePlan } from '../../../shared/domain/stage-plan.ts';
import { stageChangeInput, stagePlanInput } from '../../../shared/domain/stage-plan-input.ts';
import { defaultStagePlans, planAfter, planOn } from '../../../shared/domain/stage-plans.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { readStagePlans } from '../../../shared/store/stage-plans.ts';
import { changeStages } from '../moves/change-stages.ts';
import type { Desk } from '../moves/desk.ts';
import type { Site } from '../pages/site.tsx';
import { mostShown, previewStages } from '../preview-stages.ts';
import { accepts, refusals, replies } from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

const path = '/stage-plan';

const dated = z.object({ from: day.nullable(), plan: stagePlan });

const stages = z.object({
  version: z.int(),
  inForce: dated,
  coming: dated.optional(),
  /** Every plan there has been, oldest first. */
  plans: z.array(dated),
});

const preview = z.object({
  from: day,
  until: day,
  added: z.int(),
  leftOut: z.int(),
  same: z.int(),
  mailsBefore: z.int(),
  mailsAfter: z.int(),
  differing: z.int(),
  lines: z.array(
    z.object({
      on: day,
      caseId: z.string(),
      deadlineId: z.string(),
      reference: z.string(),
      number: z.int(),
      which: z.enum(['added', 'left-out']),
      reminders: z.array(z.object({ role: z.enum(roles), stage: z.string() })),
    }),
  ),
});

const routes = {
  show: createRoute({
    method: 'get',
    path,
    summary: 'When people are written to: the stages in force, those to come, and all there have been',
    responses: { 200: replies('The stages', stages) },
  }),
  change: createRoute({
    method: 'put',
    path,
    summary: 'Change the stages from tomorrow on, decided on the version that was read',
    request: accepts(stageChangeInput),
    responses: { 200: replies('The stages as they are now', stages), ...refusals },
  }),
  preview: createRoute({
    method: 'post',
    path: `${path}/preview`,
    summary: 'What the next 90 nights would send if the stages were changed today; nothing is saved',
    request: accepts(input({ plan: stagePlanInput })),
    responses: {
      200: replies(`The figures, and the first ${mostShown} differences`, preview),
      422: refusals[422],
    },
  }),
};

/** The reminder stages of the organisation. */
export function stageRoutes(deps: Site, desk: Desk) {
  const shown = async () => {
    const kept = await readStagePlans(deps.table);
    const plans = [...(kept?.plans ?? defaultStagePlans)];
    const on = today(deps.clock);
    const coming = planAfter(plans, on);
    return { version: kept?.version ?? 0, inForce: planOn(plans, on), ...(coming ? { coming } : {}), plans };
  };
  return new OpenAPIHono({ defaultHook: invalidInput })
    .openapi(routes.show, async (c) => c.json(await shown(), 200))
    .openapi(routes.change, async (c) => {
      const changed = await changeStages(desk, c.req.valid('json'));
      return isRefusal(changed) ? (refusalReply(c, changed) as never) : c.json(await shown(), 200);
    })
    .openapi(routes.preview, async (c) => {
      const { lines, ...figures } = await previewStages(deps, c.req.valid('json').plan);
      return c.json({ ...figures, differing: lines.length, lines: lines.slice(0, mostShown) }, 200);
    });
}
