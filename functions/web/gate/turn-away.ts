import type { Context } from 'hono';
import type { Front } from '../pages/site.tsx';
import { answerWrong, isApi } from '../pages/went-wrong.tsx';

const isOwners = (path: string): boolean => path === '/mine' || path.startsWith('/mine/');

/** Nobody is signed in: a person is sent to where they sign in, owners to their own page, and back afterwards; a program is told. */
export function turnAway(c: Context, front: Front): Response | Promise<Response> {
  if (isApi(c)) return answerWrong(c, front, 'nobody');
  const { pathname, search } = new URL(c.req.url);
  const to =
    c.req.method === 'GET' && pathname !== '/' ? `?to=${encodeURIComponent(`${pathname}${search}`)}` : '';
  return c.redirect(`${isOwners(pathname) ? '/mine' : ''}/sign-in${to}`, 303);
}
