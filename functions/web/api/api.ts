import { OpenAPIHono } from '@hono/zod-openapi';
import type { Desk } from '../moves/desk.ts';
import type { Site } from '../pages/site.tsx';
import { boardRoutes } from './board-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { dateRoutes } from './date-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { exceptionRoutes } from './exception-routes.ts';
import { lifeRoutes } from './life-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { recommendationRoutes } from './recommendation-routes.ts';
import { registerRoutes } from './register-routes.ts';
import { remindingRoutes } from './reminding-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { stageRoutes } from './stage-routes.ts';

/** The API under /api/v1, and its own description at /api/v1/openapi.json, made from the schemas that check the input. */
export function createApi(deps: Site, desk: Desk): OpenAPIHono {
  const api = new OpenAPIHono();
  // One by one: as a chain the types of all routes together become too large to check.
  api.route('/', caseRoutes(deps, desk));
  api.route('/', dateRoutes(desk));
  api.route('/', evidenceRoutes(deps, desk));
  api.route('/', lifeRoutes(desk));
  api.route('/', linkRoutes(deps, desk));
  api.route('/', exceptionRoutes(deps, desk));
  api.route('/', contactRoutes(deps, desk));
  api.route('/', boardRoutes(deps, desk));
  api.route('/', recommendationRoutes(deps));
  api.route('/', remindingRoutes(deps, desk));
  api.route('/', reportRoutes(desk));
  api.route('/', registerRoutes(deps));
  api.route('/', stageRoutes(deps, desk));
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Recommendation Tracker',
      version: '1',
      description:
        'Record recommendations, responses and promises, and read where each stands. Days are London calendar dates (2020-11-24); moments are UTC. Errors are RFC 9457 problem details.',
    },
    servers: [{ url: '/api/v1' }],
  });
  return api;
}
