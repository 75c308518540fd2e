import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { onceField, tokenField } from '../forms/form-proof.tsx';
import { readForm } from '../forms/posted-form.ts';
import type { Front } from '../pages/site.tsx';
import { answerWrong, isApi } from '../pages/went-wrong.tsx';
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
    const isGood = isSame(form.get(tokenField), site.person.formToken) && anyOnce.test(form.get(onceField));
    return isGood ? next() : answerWrong(c, site, 'form');
  };

const digest = (text: string) => createHash('sha256').update(text).digest();

// In the same time whatever they are: digests are of one length, and nothing is told of how much of them agrees.
const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));
