import { Hono } from 'hono';
import type { OwnerPerson } from './gate/person.ts';
import { showNothingHere } from './mine/nothing-here.tsx';
import type { OwnerSite } from './mine/owner-site.ts';
import { ownerSignOutPages } from './mine/sign-out.tsx';
import type { Front } from './pages/site.tsx';
import { answerError } from './pages/went-wrong.tsx';

/** Every page of an owner, all of them under /mine. */
const pages = [ownerSignOutPages];

/** The pages as one owner meets them. */
export function createOwnerApp(front: Front, person: OwnerPerson): Hono {
  const site: OwnerSite = { ...front, person };
  const app = new Hono();
  for (const each of pages) app.route('/', each(site));
  app.notFound((c) => showNothingHere(c, site));
  app.onError((error, c) => answerError(c, site, error));
  return app;
}
