import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../../../shared/domain/refusal.ts';
import { confirmed } from '../../../../shared/domain/retention-confirmed.ts';
import { dueNow } from '../../../../shared/domain/retention-due.ts';
import { today } from '../../../../shared/runtime/clock.ts';
import { gatherKeeping } from '../../../../shared/store/retention.ts';
import { readForm } from '../../forms/posted-form.ts';
import { removeConfirmed } from '../../moves/remove-confirmed.ts';
import { showRefusal } from '../notice-page.tsx';
import { deskAt } from '../seen.tsx';
import type { Site } from '../site.tsx';
import { retentionPath, showDue } from './due.tsx';
import { showRemoved } from './removed.tsx';

const notOfThisPage = refuse('not-of-this-page', 'Look again at what is due, then remove it');
const lookAgain = { text: 'See what is due', href: retentionPath };

/**
 * For how long everything is kept, what of people is due to be removed today, and, once somebody who looked at it says so, its removal.
 * Looking removes nothing.
 */
export const retentionPages = (site: Site): Hono =>
  new Hono()
    .get(retentionPath, async (c) => {
      const keeping = await gatherKeeping(site.table, today(site.clock));
      return showDue(c, site, { on: keeping.on, ...dueNow(keeping) }, pageAsked(c));
    })
    .post(retentionPath, async (c) => {
      const form = await readForm(c);
      const { data } = confirmed.safeParse({ on: form.get('on'), names: form.get('names') });
      const removed = data ? await removeConfirmed(deskAt(c, site), data, site.log) : notOfThisPage;
      return isRefusal(removed) ? showRefusal(c, site, removed, lookAgain) : showRemoved(c, site, removed);
    });

const pageAsked = (c: Context): number => {
  const asked = c.req.query('page') ?? '';
  return /^\d{1,6}$/.test(asked) ? Number(asked) : 1;
};
