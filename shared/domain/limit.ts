import type { Instant } from './london.ts';

/** How many of something are taken in how many minutes. */
export type Limit = { most: number; minutes: number };

/**
 * How much is taken from whom. Nobody at work comes near these: they are there for a program that tries every code, walks through every
 * address, or posts one form for ever.
 *
 * | what | of whom it is counted |
 * |---|---|
 * | session | every request of one signed-in session |
 * | address | every request of one network address; a whole organisation may share one |
 * | attempts | attempts to sign in or with a code, of one network address |
 * | recommendation | everything that is sent to change one recommendation, whoever sends it |
 */
export const limits = {
  session: { most: 300, minutes: 1 },
  address: { most: 600, minutes: 1 },
  attempts: { most: 20, minutes: 15 },
  recommendation: { most: 30, minutes: 1 },
} as const satisfies Record<string, Limit>;

export type Limited = keyof typeof limits;

/** A stretch of time in which requests are counted together: when it began and ends, in seconds since 1970, and how much is left of it. */
export type Window = { from: number; ends: number; secondsLeft: number };

/**
 * The window that a moment is in. Windows are fixed, from one full quarter of an hour (or minute) to the next, so that one counter
 * serves and nothing is read to count; two windows that meet may hold twice the number between them, one after the other.
 *
 * @example attempts at 2020-11-20T09:44:59Z: from 09:30 to 09:45, 1 second left
 */
export function windowAt({ minutes }: Limit, at: Instant): Window {
  const now = Date.parse(at) / 1_000;
  const length = minutes * 60;
  const from = Math.floor(now / length) * length;
  return { from, ends: from + length, secondsLeft: Math.max(1, Math.ceil(from + length - now)) };
}

/** Whether a request is one too many. `count`: how many there have been in this window, itself included. */
export const isOver = ({ most }: Limit, count: number): boolean => count > most;
