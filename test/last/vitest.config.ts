import { defineConfig } from 'vitest/config';

/** What is looked at when every other test has run: what all of them left behind. */
export default defineConfig({ test: { include: ['test/last/*.last.ts'], testTimeout: 60_000 } });
