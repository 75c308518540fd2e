import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { numberOfNone } from '../../../shared/domain/recommendation-number.ts';
import { isFresh } from '../../../shared/domain/session.ts';
import { mayDo } from '../../../shared/domain/staff.ts';
import type { Site } from '../pages/site.tsx';
import { answerWrong } from '../pages/went-wrong.tsx';
import { access } from './access.ts';
import { hiddenIn, type Named } from './hidden.ts';

/**
 * What stands in an address in the place of what somebody may not see, or of what can be no name. It could be the name of a record by its
 * signs, and is that of none: no name of a record begins with a dash.
 */
const nameOfNone = '-nothing-';
const numbersOfNone: Readonly<Record<string, string>> = {
  number: String(numberOfNone),
  sequence: String(numberOfNone),
};

/**
 * What a record can be called. Everything in an address is held against this before any of it becomes part of a key, in which a '#' would
 * lead out of the kind that the address is about.
 */
const isName = (text: string): boolean => /^[\w.:~-]{1,250}$/.test(text);

/**
 * Holds every request of the staff form against the table of access. Who asks for what they may not see is answered as if they had asked
 * for what does not exist, by the very same page: the request goes on with the name of nothing in its address. So does one with a name in its
 * address that nothing can have.
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
    if (rule.fresh && !isFresh(site.person, site.wall.now())) return againTo(c);
    const named = namedIn(route.path, c.req.path);
    const impossible = Object.keys(named).filter((each) => !isName(named[each]!));
    if (impossible.length > 0) return again(withoutNames(c, route.path, impossible), c);
    const hidden = await hiddenIn(site, rule.about, named);
    if (hidden === 'whole') return answerWrong(c, site, 'limited');
    return hidden ? again(withoutNames(c, route.path, [hidden]), c) : next();
  };

// What was typed is lost with it; but the form was shown to who had signed in lately, so that it is seldom.
const againTo = (c: Context): Response => {
  const to = c.req.method === 'GET' ? c.req.path : c.req.path.replace(/\/sign-out$/, '');
  return c.redirect(`/sign-in?again=yes&to=${encodeURIComponent(to)}`, 303);
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

function withoutNames(c: Context, pattern: string, names: readonly string[]): Request {
  const url = new URL(c.req.url);
  const given = segments(url.pathname);
  url.pathname = segments(pattern)
    .map((each, index) =>
      each.startsWith(':') && names.includes(each.slice(1))
        ? (numbersOfNone[each.slice(1)] ?? nameOfNone)
        : given[index]!,
    )
    .join('/');
  return new Request(url, c.req.raw);
}
