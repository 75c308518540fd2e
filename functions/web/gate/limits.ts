import type { Context, MiddlewareHandler } from 'hono';
import type { Limited } from '../../../shared/domain/limit.ts';
import { countRequest } from '../../../shared/store/limits.ts';
import type { Front } from '../pages/site.tsx';
import { answerWrong } from '../pages/went-wrong.tsx';
import { callerAddress } from './caller.ts';

/**
 * Takes no more requests than the limit allows of whatever `of` names: what it names nothing for, and what came over no network, is not
 * counted. Of one that is too many nothing is done; the log has the reference that its answer shows, and not whose it was.
 */
export const limitRequests =
  (front: Front, what: Limited, of: (c: Context) => string | undefined): MiddlewareHandler =>
  async (c, next) => {
    const counted = callerAddress(c) && of(c);
    const wait = counted ? await countRequest(front.table, what, counted, front.wall.now()) : undefined;
    if (wait === undefined) return next();
    const reference = front.newId();
    front.log.warn('Too many requests', { reference, limit: what });
    c.header('retry-after', String(wait));
    return answerWrong(c, front, 'too-many', {
      advice: `Wait ${inMinutes(wait)}, then try again.`,
      reference,
    });
  };

/** So long that whoever waits it is not refused again: 61 seconds are 2 minutes. */
function inMinutes(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

/** Attempts to get in: a code that is asked for or typed, and a sign-in that comes back from where the password is typed. */
const attempts = /^\/(?:signed-in|mine\/(?:sign-in|code))$/;

/** An address that tries to get in, by whichever way it tries. */
export const attemptOf = (c: Context): string | undefined =>
  attempts.test(c.req.path) && (c.req.method === 'POST' || c.req.path === '/signed-in')
    ? callerAddress(c)
    : undefined;

const recommendation =
  /^\/(?:(?:api\/v1\/)?cases\/([^/]+)\/recommendations|mine\/([^/]+))\/0{0,2}(\d{1,3})(?:\/|$)/;

/** The recommendation that a request would change, whichever way it names it. */
export function changedBy(c: Context): string | undefined {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return undefined;
  const [, ofStaff, ofOwner, number] = recommendation.exec(c.req.path) ?? [];
  return number && `${ofStaff ?? ofOwner}/${number}`;
}
