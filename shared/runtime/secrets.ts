import { randomBytes, randomInt } from 'node:crypto';

/** A secret for one browser: 256 bits of chance, as a cookie takes it. Only its hash is kept (OWASP ASVS 5.0, 11.5.1). */
export const newSecret = (): string => randomBytes(32).toString('base64url');

const howMany = 8;

/** The digits of a new code, each row of eight as likely as any other; the first may be 0. */
export const newDigits = (): string => String(randomInt(10 ** howMany)).padStart(howMany, '0');
