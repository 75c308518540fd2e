import type { MiddlewareHandler } from 'hono';
import { type Log, pathInLog } from '../../../shared/runtime/log.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who asks, as the history names them: 'staff:…' or 'contact:…'; nobody before the gate has told. */
    by: string;
  }
}

/** Not signed in, not allowed, not there, too much, of a wrong kind, too often. */
const refusals = [401, 403, 404, 413, 415, 429];

/**
 * Takes note of every request that is refused and of who asked, so that it is seen when somebody tries doors (OWASP ASVS 5.0, 16.3.2 and
 * 16.3.3). What is out of somebody's sight is answered as what is not there, so that is noted as well, but not of people unknown: they
 * are sent to sign in, and may have come by any old link.
 */
export const notedRefusals =
  (log: Log): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const { status } = c.res;
    const by = c.get('by');
    if (!refusals.includes(status) || (status === 404 && !by)) return;
    const { method, path } = c.req;
    log.warn('A request was refused', { event: 'refused', status, method, path: pathInLog(path), by });
  };
