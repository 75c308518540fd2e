import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { mayDo } from '../../../shared/domain/staff.ts';
import type { Site } from '../pages/site.tsx';
import { answerWrong } from '../pages/went-wrong.tsx';
import { access } from './access.ts';
import { hiddenIn, type Named } from './hidden.ts';

/** What stands in an address in the place of what somebody may not see: nothing has this name. */
const nothing = { caseId: 'nothing', number: '999', id: 'nothing' } as const;

/**
 * Holds every request of the staff form against the table of access. Who asks for what they may not see is answered as if they had asked
 * for what does not exist, by the very same page: the request goes on with the name of nothing in its address.
 *
 * @param again answers another request in the place of this one
 */
export const accessRules =
  (site: Site, again: (request: Request, c: Context) => Response | Promise<Response>): MiddlewareHandler =>
  async (c, next) => {
    const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
    if (!route) return next();
    const rule = access[`${route.method} ${route.path}`];
    if (!rule) return c.notFound();
    if (!mayDo(site.person.role, rule.role))
      return answerWrong(c, site, rule.role === 'administrator' ? 'administrator' : 'liaison');
    const named = namedIn(route.path, c.req.path);
    const hidden = await hiddenIn(site, rule.about, named);
    if (hidden === 'whole') return answerWrong(c, site, 'limited');
    return hidden ? again(withoutName(c, route.path, hidden), c) : next();
  };

const segments = (path: string) => path.split('/');

function namedIn(pattern: string, path: string): Named {
  const given = segments(path);
  return Object.fromEntries(
    segments(pattern).flatMap((each, index) =>
      each.startsWith(':') ? [[each.slice(1), plain(given[index] ?? '')]] : [],
    ),
  );
}

// What cannot be decoded names nothing that exists.
function plain(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

function withoutName(c: Context, pattern: string, name: keyof typeof nothing): Request {
  const url = new URL(c.req.url);
  const given = segments(url.pathname);
  url.pathname = segments(pattern)
    .map((each, index) => (each === `:${name}` ? nothing[name] : given[index]!))
    .join('/');
  return new Request(url, c.req.raw);
}
