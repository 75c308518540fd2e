import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { onceField, tokenField } from '../forms/form-proof.tsx';
import { readForm } from '../forms/posted-form.ts';
import type { Front } from '../pages/site.tsx';
import { answerWrong, isApi } from '../pages/went-wrong.tsx';
import { whatWasTyped } from '../pages/what-was-typed.tsx';
import type { Person } from './person.ts';

/** What a form can have been shown with; anything else was made up. */
const anyOnce = /^[\w-]{16,64}$/;

/**
 * Takes a form only with the token of the session that it was shown in, which no other site can read. The API has no forms: its requests
 * are JSON, which another site cannot post without asking first, and are never allowed to.
 */
export const formToken =
  (site: Front & { person: Pick<Person, 'formToken'> }): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method !== 'POST' || isApi(c)) return next();
    const form = await readForm(c);
    const isGood =
      isOwnForm(site.person, form.get(tokenField)) && (isSignOut(c) || anyOnce.test(form.get(onceField)));
    return isGood ? next() : answerWrong(c, site, 'form', { children: await whatWasTyped(c) });
  };

/** Signing out twice is signing out: the form for it stands on every page, and has no need of a showing of its own. */
export const isSignOut = (c: Context): boolean => c.req.path.endsWith('/sign-out');

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Whether a form was shown in this session. Compared in the same time whatever they are, so that nobody feels their way to the token: the
 * digests are of one length, and nothing is told of how much of them agrees.
 */
export const isOwnForm = ({ formToken }: Pick<Person, 'formToken'>, posted: string): boolean =>
  timingSafeEqual(digest(posted), digest(formToken));
