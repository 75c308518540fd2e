import { Hono } from 'hono';
import type { SentOnce } from '../../shared/domain/once.ts';
import { formOnce } from './gate/form-once.ts';
import { formToken } from './gate/form-token.ts';
import { changedBy, limitRequests } from './gate/limits.ts';
import type { OwnerPerson } from './gate/person.ts';
import { answerPages } from './mine/answer-pages.tsx';
import { itemPages } from './mine/item.tsx';
import { minePages } from './mine/mine.tsx';
import { itemAddress, itemHref, onlyMine } from './mine/my-item.ts';
import { showNothingHere } from './mine/nothing-here.tsx';
import { ownerEvidencePages } from './mine/owner-evidence.ts';
import { ownerSiteOf } from './mine/owner-site.ts';
import { ownerSignOutPages } from './mine/sign-out.tsx';
import type { Front } from './pages/site.tsx';
import { answerError } from './pages/went-wrong.tsx';

/** Every page of an owner, all of them under /mine; those of one recommendation stand behind `onlyMine`. */
const pages = [ownerSignOutPages, minePages, itemPages, answerPages, ownerEvidencePages];

/** The page of what a form of theirs was about. */
const subjectHref = ({ caseId, number }: SentOnce): string =>
  caseId && number ? itemHref({ caseId, number }) : '/mine';

/** The pages as one owner meets them. */
export function createOwnerApp(front: Front, person: OwnerPerson): Hono {
  const site = ownerSiteOf(front, person);
  const app = new Hono()
    .use(limitRequests(front, 'session', () => person.sessionId))
    .use(formToken(site))
    .use(formOnce(site, subjectHref))
    .use(`${itemAddress}/*`, onlyMine(site))
    // Only now: what is refused anyway would else use up what others may change.
    .use(limitRequests(front, 'recommendation', changedBy));
  for (const each of pages) app.route('/', each(site));
  app.notFound((c) => showNothingHere(c, site));
  app.onError((error, c) => answerError(c, site, error));
  return app;
}
