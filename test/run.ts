import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';

/**
 * Runs every test, then those that look at what the others left behind, and closes with one line that counts them, taken from the test
 * reports and from nothing else.
 */
const logs = join(process.cwd(), 'reports/logs');
const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

const run = (command: string, args: string[], env: Record<string, string> = {}): boolean =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

function runTests(name: string, args: string[], env: Record<string, string>) {
  const file = `reports/${name}.json`;
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const passed = run('vitest', ['run', ...reporters, ...args], env);
  return { passed, ...report.parse(JSON.parse(readFileSync(file, 'utf8'))) };
}

const wanted = process.argv.slice(2);
rmSync(logs, { recursive: true, force: true });
const built = run('tsx', ['infra/build/bundle.ts']);
const checked = run('biome', ['check', '.']) && run('tsc', ['--noEmit']);
const keeping = {
  KEPT_LOGS: logs,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${pathToFileURL('test/support/kept-output.mjs')}`,
};
const all = [
  runTests('tests', wanted, keeping),
  runTests('tests-last', ['--config', 'test/last/vitest.config.ts'], {
    KEPT_LOGS: logs,
    ...(wanted.length === 0 ? { WHOLE_SUITE: 'yes' } : {}),
  }),
];
if (!built || !checked) console.error('The build or the check of types and style failed; see above.');
const sum = (count: (of: (typeof all)[number]) => number) => all.reduce((total, of) => total + count(of), 0);
const skipped = sum((of) => of.numPendingTests + of.numTodoTests);
console.log(
  `${sum((of) => of.numPassedTests)} passed, ${sum((of) => of.numFailedTests)} failed${skipped ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = built && checked && all.every(({ passed }) => passed) ? 0 : 1;
