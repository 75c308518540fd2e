import * as fc from 'fast-check';
import { test } from 'vitest';
import type { Parser } from './parsers.ts';

const seconds = 60;

/**
 * Gives a parser random inputs for a minute, in a file of its own so that the parsers are tried side by side. The seed is the same each
 * time: a change is judged by itself; `npm run fuzz` looks further.
 */
export const fuzzed = ({ name, inputs, parse }: Parser): void =>
  test(
    `${name}, whatever it is, is read or refused with a sentence, and never throws`,
    {
      timeout: 3 * seconds * 1_000,
    },
    () =>
      fc.assert(fc.property(inputs, parse), {
        seed: 20201026,
        numRuns: 1_000_000,
        interruptAfterTimeLimit: seconds * 1_000,
        markInterruptAsFailure: false,
      }),
  );
