import { defineConfig } from 'vitest/config';

/**
 * The tests of the domain alone: a mutant that only a journey would notice is a rule without a test of its own. Mutants are tried in
 * threads, where the process cannot change its time zone, so the tests that do are left out. The first run counts what each test
 * reaches, which takes longer than a test may otherwise.
 */
export default defineConfig({
  test: {
    include: ['test/shared/domain/**/*.test.ts'],
    testNamePattern: /^(?!the time zone of the machine changes nothing)/,
    // The domain keeps nothing between tests, so its files share one thread: a mutant is tried in a tenth of the time.
    isolate: false,
    testTimeout: 60_000,
    env: { TZ: 'Pacific/Apia' },
  },
});
