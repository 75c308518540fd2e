import { OpenAPIHono } from '@hono/zod-openapi';
import type { Desk } from '../moves/desk.ts';
import type { WebDeps } from '../web.ts';
import { caseRoutes } from './case-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { exceptionRoutes } from './exception-routes.ts';
import { registerRoutes } from './register-routes.ts';

/** The API under /api/v1, and its own description at /api/v1/openapi.json, made from the schemas that check the input. */
export function createApi(deps: WebDeps, desk: Desk) {
  const api = new OpenAPIHono()
    .route('/', caseRoutes(deps, desk))
    .route('/', evidenceRoutes(deps, desk))
    .route('/', exceptionRoutes(deps, desk))
    .route('/', registerRoutes(deps, desk));
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
