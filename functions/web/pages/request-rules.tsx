import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import type { Front } from './site.tsx';
import { answerWrong, isApi } from './went-wrong.tsx';

/** Longest request that is read, in bytes: several times the longest form that could be saved. */
const longestBody = 2_000_000;

/**
 * What a page may do. Its forms go nowhere else, but for the origins of these addresses; `showsMail`: it shows a mail, whose looks stand in
 * its own style attributes.
 */
export const contentPolicy = (formsGoTo: readonly string[] = [], { showsMail = false } = {}): string => {
  const origins = ["'self'", ...formsGoTo.map((url) => new URL(url).origin)];
  return `default-src 'none'; style-src 'self'; img-src 'self' data:; form-action ${origins.join(' ')}; base-uri 'none'; frame-ancestors 'none'${showsMail ? "; style-src-attr 'unsafe-inline'" : ''}`;
};

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

/** Every answer forbids scripts, frames and guessing at types; nothing but the static files is kept by the browser. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', contentPolicy());
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
};

/**
 * What a request must be before anything is read from it. The content type comes first, because the check of the origin looks
 * only at the types a form can post: a program's types are for the API, a form's for the pages.
 */
export const requestRules = (site: Front): Hono =>
  new Hono()
    .use(async (c, next) => {
      const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
      const accepted = isApi(c) ? apiTypes : pageTypes;
      return isSafe(c.req.method) || accepted.includes(type) ? next() : answerWrong(c, site, 'content-type');
    })
    .use(
      csrf({
        origin: (origin, c) => [c.req.url, site.serviceUrl].some((url) => new URL(url).origin === origin),
      }),
    )
    .use(bodyLimit({ maxSize: longestBody, onError: (c) => answerWrong(c, site, 'too-long') }));

const apiTypes = ['application/json'];
const pageTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

const isSafe = (method: string) => ['GET', 'HEAD', 'OPTIONS'].includes(method);
