import fc from 'fast-check';
import { describe, test } from 'vitest';
import { parsers } from './parsers.ts';

describe('whatever is given to it', () => {
  test.each(parsers)('$name is read or refused with a sentence, and never throws', ({ inputs, parse }) =>
    fc.assert(fc.property(inputs, parse), { numRuns: 2_000 }),
  );
});
