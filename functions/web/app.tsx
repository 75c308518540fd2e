import { Hono } from 'hono';
import { assetRoutes, readAssets } from './assets.ts';
import { callerAddress } from './gate/caller.ts';
import { keptApps } from './gate/kept-apps.ts';
import { attemptOf, limitRequests } from './gate/limits.ts';
import { notedRefusals } from './gate/noted-refusals.ts';
import type { OwnerPerson, StaffPerson } from './gate/person.ts';
import { turnAway } from './gate/turn-away.ts';
import { signInPages } from './identity/sign-in-pages.tsx';
import { ownerSignInPages } from './mine/sign-in.tsx';
import { createOwnerApp } from './owner-app.tsx';
import { showNotFound } from './pages/notice-page.tsx';
import { requestRules, securityHeaders } from './pages/request-rules.tsx';
import type { Front } from './pages/site.tsx';
import { answerError, answerWrong, isApi } from './pages/went-wrong.tsx';
import { createStaffApp } from './staff-app.tsx';
import type { WebDeps } from './web.ts';

/**
 * The door: what holds for every request, whoever asks, and then the app of whoever asks. Without a person there is no page behind it.
 */
export function createWeb(deps: WebDeps): Hono {
  const front: Front = { ...deps, assets: readAssets(deps.assets) };
  const staffApp = keptApps((person: StaffPerson) => createStaffApp(front, person));
  const ownerApp = keptApps((person: OwnerPerson) => createOwnerApp(front, person));
  const app = new Hono()
    .use(securityHeaders)
    .use(notedRefusals(deps.log))
    .route('/', assetRoutes(front.assets))
    .route('/', requestRules(front))
    .use(limitRequests(front, 'address', callerAddress))
    .use(limitRequests(front, 'attempts', attemptOf))
    .route('/', signInPages(front))
    .route('/', ownerSignInPages(front))
    .on('ALL', ['/mine', '/mine/*'], async (c) => {
      const person = await deps.gate.owner(c);
      if (person) c.set('by', person.contactIds.map((id) => `contact:${id}`).join(' '));
      return person ? ownerApp(person).fetch(c.req.raw, c.env) : turnAway(c, front);
    })
    .all('*', async (c) => {
      const person = await deps.gate.staff(c);
      if (person) c.set('by', `staff:${person.id}`);
      return person ? staffApp(person).fetch(c.req.raw, c.env) : turnAway(c, front);
    });
  app.notFound((c) => (isApi(c) ? answerWrong(c, front, 'not-found') : showNotFound(c, front)));
  app.onError((error, c) => answerError(c, front, error));
  return app;
}
