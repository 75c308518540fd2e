import { defineConfig } from 'vitest/config';

/**
 * The tests of the domain alone: a mutant that only a journey would notice is a rule without a test of its own. Mutants are tried in
 * threads, where the process cannot change its time zone, so the tests that do are left out.
 */
export default defineConfig({
  test: {
    include: ['test/shared/domain/**/*.test.ts'],
    testNamePattern: /^(?!the time zone of the machine changes nothing)/,
    env: { TZ: 'Pacific/Apia' },
  },
});
