import { createHash } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Front } from './site.tsx';
import { answerWrong, isApi } from './went-wrong.tsx';

/** Longest request that is read, in bytes: several times the longest form that could be saved. */
const longestBody = 2_000_000;

/** What a page may do besides what every page may. */
type Allowed = {
  /** The addresses to whose origins its forms may go. */
  formsGoTo?: readonly string[];
  /** The style attributes that may stand in it, each word for word: those of a mail that it shows. */
  styles?: readonly string[];
};

const sourceOf = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** What a page may do: show what is written here, by our own stylesheet, and post its forms here. There is no script, so none may run. */
export const contentPolicy = ({ formsGoTo = [], styles = [] }: Allowed = {}): string =>
  [
    "default-src 'none'",
    "script-src 'none'",
    "object-src 'none'",
    "style-src 'self'",
    ...(styles.length > 0
      ? [`style-src-attr 'unsafe-hashes' ${[...new Set(styles)].map(sourceOf).join(' ')}`]
      : []),
    "img-src 'self' data:",
    ['form-action', "'self'", ...formsGoTo.map((url) => new URL(url).origin)].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What a browser could lend a page of which no page here makes use. */
const unused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const headers = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
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
 * What a request must be before anything is read from it: a program's types are for the API, a form's for the pages, and neither may
 * come from another website.
 */
export const requestRules = (site: Front): Hono =>
  new Hono()
    .use(async (c, next) => {
      const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
      const accepted = isApi(c) ? apiTypes : pageTypes;
      return isSafe(c.req.method) || accepted.includes(type) ? next() : answerWrong(c, site, 'content-type');
    })
    .use(async (c, next) =>
      isSafe(c.req.method) || isFromHere(c, site) ? next() : answerWrong(c, site, 'cross-site'),
    )
    .use(bodyLimit({ maxSize: longestBody, onError: (c) => answerWrong(c, site, 'too-long') }));

const apiTypes = ['application/json'];
const pageTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

const isSafe = (method: string) => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/**
 * Whether a request that changes something was sent from a page of this site, as the browser says of it: neither its origin nor its way
 * here may name another. A browser says at least one of them with every form, so a form of which nothing is said is refused; a program
 * that posts JSON says neither.
 */
function isFromHere(c: Context, { serviceUrl }: Front): boolean {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site !== undefined || isApi(c);
  return [c.req.url, serviceUrl].some((url) => new URL(url).origin === origin);
}
