import * as z from 'zod';
import type { Instant } from './london.ts';

/** How long somebody may take at the identity provider. */
export const minutesToSignIn = 10;

/**
 * A sign-in that a browser has begun: what the answer of the identity provider must match, and where to go then. `id` is the SHA-256 of
 * the secret that the browser was given for it, so that no other browser can end it. It is used once.
 */
export const begunSignIn = z.object({
  id: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  /** Somebody who is signed in proves again who they are. */
  again: z.boolean().default(false),
  endsAt: z.string().transform((text) => text as Instant),
  usedAt: z.string().optional(),
  expiresAt: z.int(),
});

export type BegunSignIn = z.infer<typeof begunSignIn>;

/**
 * Whether somebody may still come back from a sign-in that they began.
 *
 * @example begun at 09:00:00: at 09:09:59 yes, at 09:10:00 no; a second time never
 */
export const isUsable = ({ usedAt, endsAt }: BegunSignIn, now: Instant): boolean =>
  usedAt === undefined && Date.parse(now) < Date.parse(endsAt);

const longestPath = 2_000;
const here = 'https://here.invalid';
const doors = /^(?:\/mine)?\/(?:sign-in|signed-in|sign-out|signed-out)\/?$/;

/**
 * Where somebody goes once they are signed in: a page of this site, and the home page where anything else was asked for, so that no link
 * to the sign-in page leads elsewhere. Whatever browsers read as a change of host is refused, not mended; and the pages of signing in and
 * out would send whoever has just signed in to the provider once more.
 *
 * @example '/cases?cursor=2' → the same; '//evil.example', '/\\evil.example', 'https://evil.example', '/.//evil.example' → '/'
 */
export function pathOnSite(to: string | undefined): string {
  if (to === undefined || to.length > longestPath || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(to)) return '/';
  const url = URL.parse(to, here);
  if (url?.origin !== here || url.pathname.startsWith('//') || doors.test(url.pathname)) return '/';
  return url.pathname + url.search;
}
