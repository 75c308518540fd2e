import { type Log, reasonOf } from './log.ts';

/**
 * What a function hands to its platform: the platform logs whatever is thrown with all its words, so of a fault only what a log may tell is
 * thrown on. That it failed stays as it was: an alarm rings, and what was delivered is delivered again.
 */
export const guarded =
  <A extends unknown[], R>(log: Log, run: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    try {
      return await run(...args);
    } catch (fault) {
      const reason = reasonOf(fault);
      log.error('A run failed', { reason });
      throw new Error(reason.replace(/^Error: /, ''));
    }
  };
