import * as z from 'zod';
import { contactInput } from './contact.ts';
import { input } from './input.ts';
import { type Instant, instant, minutesAfter, minutesBetween, secondsSince1970 } from './london.ts';
import { type Refusal, refuse } from './refusal.ts';
import { line } from './text.ts';

/** For how long a code lets somebody in (OWASP ASVS 5.0, 6.5.5: ten minutes at most). */
export const codeMinutes = 10;

/** How often a code may be typed wrong (6.6.3). */
const mostTries = 5;

/** How many codes may be asked for with one address in how many minutes. */
const mostAsked = 3;
const askedMinutes = 15;

/**
 * The one code that counts for an e-mail address: asking again replaces it. `id` is of the address; `browser` is the hash of the secret of
 * the browser that asked, and `digits` a slow hash of the digits salted with that secret. Each is kept for every address that anybody
 * types, whether or not a mail goes there, so that nothing about a code tells one address from another.
 * `askedAt`: when codes were asked for in the last 15 minutes; the last is this one's moment. `writtenBy`: chance, which tells whoever
 * wrote it last that it was them.
 */
export const code = z.object({
  id: z.string(),
  browser: z.string(),
  digits: z.string(),
  askedAt: z.array(instant).min(1),
  tries: z.int(),
  usedAt: instant.optional(),
  version: z.int(),
  writtenBy: z.string(),
  expiresAt: z.int(),
});

export type Code = z.infer<typeof code>;

type Made = Pick<Code, 'id' | 'browser' | 'digits' | 'writtenBy'>;

/**
 * A new code in the place of the one before, unless three were asked for in the last 15 minutes. Nobody is told by this whether the
 * address is known: it counts what was asked for, not what was sent.
 *
 * @example asked for at 09:00:00, 09:05:00 and 09:10:00: refused at 09:14:59, given at 09:15:00
 */
export function newCode(before: Code | undefined, made: Made, now: Instant): Code | Refusal {
  const lately = (before?.askedAt ?? []).filter((at) => minutesBetween(at, now) < askedMinutes);
  if (lately.length >= mostAsked) {
    const wait = askedMinutes - minutesBetween(lately.at(-mostAsked)!, now);
    return refuse(
      'too-many-codes',
      `Three codes were asked for with this address in ${askedMinutes} minutes. Use the newest, or ask again in ${minutes(wait)}`,
      'email',
    );
  }
  return {
    ...made,
    askedAt: [...lately, now],
    tries: 0,
    version: (before?.version ?? 0) + 1,
    expiresAt: secondsSince1970(minutesAfter(now, askedMinutes)),
  };
}

/** What is wrong with a code before anybody looks at the digits: it is another browser's, used, too old, or typed wrong too often. */
export function cannotBeTyped(code: Code | undefined, browser: string, now: Instant): Refusal | undefined {
  if (code?.browser !== browser)
    return refuse('another-browser', 'No code counts on this browser now. Ask for one here', 'code');
  if (code.usedAt !== undefined)
    return refuse('already-used', 'This code has been used. Ask for another', 'code');
  if (minutesBetween(code.askedAt.at(-1)!, now) >= codeMinutes)
    return refuse(
      'too-old',
      `This code counted for ${codeMinutes} minutes, which are over. Ask for another`,
      'code',
    );
  return code.tries >= mostTries ? tooMany : undefined;
}

/**
 * What a try comes to: the code as it is after it, and the refusal where the digits were wrong. The fifth try may still be the right one;
 * after five wrong ones the right digits help no more.
 *
 * @example wrong four times, then right → used; wrong five times → no more tries
 */
export function tried(
  code: Code,
  isRight: boolean,
  writtenBy: string,
  now: Instant,
): { after: Code; refusal?: Refusal } {
  const after = { ...code, tries: code.tries + 1, version: code.version + 1, writtenBy };
  if (isRight) return { after: { ...after, usedAt: now } };
  const left = mostTries - after.tries;
  return { after, refusal: left > 0 ? wrong(left) : tooMany };
}

const wrong = (left: number): Refusal =>
  refuse(
    'wrong-code',
    `This is not the code in the newest mail. You have ${left === 1 ? 'one try' : `${left} tries`} left`,
    'code',
  );

const tooMany = refuse(
  'too-many-tries',
  `A wrong code was typed ${mostTries} times, so this code no longer counts. Ask for another`,
  'code',
);

const minutes = (count: number) => (count === 1 ? 'one minute' : `${count} minutes`);

/** The address that somebody types to be sent a code. Capitals make no difference. */
export const askInput = input({
  email: contactInput.shape.email.transform((typed) => typed.toLowerCase()),
});

const digits = /^\d{8}$/;

/** The digits as somebody types them: spaces, as in "1234 5678", are fine. */
export const codeInput = input({
  code: line('the code')
    .transform((typed) => typed.replace(/\s/g, ''))
    .refine((typed) => digits.test(typed), { error: 'Enter the 8 digits of the code, like 01234567' }),
});
