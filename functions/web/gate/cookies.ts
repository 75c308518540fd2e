import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** The secrets that a browser is given: the session of staff and of an owner, and what belongs to a sign-in that is under way. */
export type SecretName = 'session' | 'owner' | 'signing-in' | 'asking';

// To this host alone, over https (browsers count this very computer as that), out of reach of scripts, and not with the posts of other
// sites. Lax, because the identity provider and the mail program lead here from elsewhere.
const rules = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const;

// Whoever waits for a code brings after its secret which code it is.
const shapeOfSecret = /^[\w-]{43}(?:\.[0-9a-f]{64})?$/;

/** The secret that a request brings; undefined where it brings none that could have been given. */
export function secretIn(c: Context, name: SecretName): string | undefined {
  const secret = getCookie(c, name, rules.prefix);
  return secret && shapeOfSecret.test(secret) ? secret : undefined;
}

/** Gives a browser a secret until it is closed: how long it counts is kept here, not there. */
export const giveSecret = (c: Context, name: SecretName, secret: string): void =>
  setCookie(c, name, secret, rules);

export const dropSecret = (c: Context, name: SecretName): void =>
  setCookie(c, name, '', { ...rules, maxAge: 0 });
