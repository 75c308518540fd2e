import type { Context } from 'hono';
import { pathOnSite } from '../../../shared/domain/sign-in.ts';
import { ownPage } from '../mine/own-page.ts';
import { showSignedOutMeanwhile } from '../pages/signed-out-meanwhile.tsx';
import type { Front } from '../pages/site.tsx';
import { answerWrong, isApi } from '../pages/went-wrong.tsx';
import { isPage } from './may-follow.ts';

const isOwners = (path: string): boolean => path === '/mine' || path.startsWith('/mine/');

/**
 * Nobody is signed in: a person is sent to where they sign in, owners to their own page, and back afterwards; a program is told. Who sends a
 * form was signed in when it was opened, and is told so with what they typed: sent on, it would be lost.
 */
export function turnAway(c: Context, front: Front): Response | Promise<Response> {
  if (isApi(c)) return answerWrong(c, front, 'nobody');
  const { pathname, search } = new URL(c.req.url);
  const home = isOwners(pathname) ? '/mine' : '/';
  const signIn = (to: string): string =>
    `${isOwners(pathname) ? '/mine' : ''}/sign-in${to === home ? '' : `?to=${encodeURIComponent(to)}`}`;
  // Whoever wanted to sign out has what they wanted.
  if (c.req.method === 'POST' && pathname !== '/mine/sign-out')
    return showSignedOutMeanwhile(c, front, { signInHref: signIn(pageOfForm(c, front)), homeHref: home });
  return c.redirect(signIn(c.req.method === 'GET' ? `${pathname}${search}` : home), 303);
}

/**
 * The page that a form stands on: the one that the browser says it came from, where that is on this site and can be opened, else the nearest
 * above the address of the form.
 *
 * @example a form sent to '/cases/2019-127918/recommendations' without word of where it stood → '/cases/2019-127918'
 */
function pageOfForm(c: Context, { serviceUrl }: Front): string {
  const from = URL.parse(c.req.header('referer') ?? '');
  const here = new URL(c.req.url);
  const isOnSite = from && [here, new URL(serviceUrl)].some(({ origin }) => origin === from.origin);
  if (isOwners(here.pathname)) return ownPage(isOnSite ? from.pathname : here.pathname);
  if (isOnSite && isPage(from.pathname)) return pathOnSite(from.pathname + from.search);
  for (let path = here.pathname; path !== ''; path = path.slice(0, path.lastIndexOf('/')))
    if (isPage(path)) return pathOnSite(path);
  return '/';
}
