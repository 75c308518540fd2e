import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // As many as there are processors: one less, as is usual, would leave half of a small machine idle.
    maxWorkers: '100%',
    // The embedded engines, the browser and the synthesised app are slow to start, never slow to answer.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/support/kept-output.mjs'],
    // Where the logs of the run are kept to be searched (test/run.ts), the functions log all they have to say.
    env: {
      POWERTOOLS_DEV: 'false',
      POWERTOOLS_LOG_LEVEL: process.env.KEPT_LOGS ? 'INFO' : 'SILENT',
      TZ: 'Pacific/Apia',
    },
  },
});
