import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';

/** Runs every test and closes with one line that counts them, taken from the test report and from nothing else. */
const reportFile = 'reports/tests.json';
const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit' }).status === 0;

rmSync(reportFile, { force: true });
const built = run('tsx', 'infra/build/bundle.ts');
const checked = run('biome', 'check', '.') && run('tsc', '--noEmit');
const passed = run(
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile}`,
  ...process.argv.slice(2),
);
const counts = report.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
if (!built || !checked) console.error('The build or the check of types and style failed; see above.');
const skipped = counts.numPendingTests + counts.numTodoTests;
console.log(
  `${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = built && checked && passed ? 0 : 1;
