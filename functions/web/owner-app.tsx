import { Hono } from 'hono';
import type { OwnerPerson } from './gate/person.ts';
import { answerPages } from './mine/answer-pages.tsx';
import { itemPages } from './mine/item.tsx';
import { minePages } from './mine/mine.tsx';
import { itemAddress, onlyMine } from './mine/my-item.ts';
import { showNothingHere } from './mine/nothing-here.tsx';
import { ownerEvidencePages } from './mine/owner-evidence.ts';
import { ownerSiteOf } from './mine/owner-site.ts';
import { ownerSignOutPages } from './mine/sign-out.tsx';
import type { Front } from './pages/site.tsx';
import { answerError } from './pages/went-wrong.tsx';

/** Every page of an owner, all of them under /mine; those of one recommendation stand behind `onlyMine`. */
const pages = [ownerSignOutPages, minePages, itemPages, answerPages, ownerEvidencePages];

/** The pages as one owner meets them. */
export function createOwnerApp(front: Front, person: OwnerPerson): Hono {
  const site = ownerSiteOf(front, person);
  const app = new Hono().use(`${itemAddress}/*`, onlyMine(site));
  for (const each of pages) app.route('/', each(site));
  app.notFound((c) => showNothingHere(c, site));
  app.onError((error, c) => answerError(c, site, error));
  return app;
}
