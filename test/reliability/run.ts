import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTables } from '../support/embedded-table.ts';
import { type Explorations, explore, sampleSeed } from './explore.ts';
import { startPool } from './pool.ts';
import { reportOf, type ScenarioResult } from './report.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { openGround } from './tables.ts';

/** `npm run reliability`: explores faults, writes docs/reliability.md, and fails where a promise was broken. `-- --json` prints figures. */
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
const sizes = { twoFaults: 10_000, orders: 60, doubledFaults: 1_200 };
const processes = 2;
const say = (line: string) => void process.stderr.write(`${line}\n`);

async function playScenarios(): Promise<ScenarioResult[]> {
  const tables = await startTables();
  const ground = await openGround(tables);
  const results: ScenarioResult[] = [];
  for (const { name, play } of scenarios) {
    const failure = await play(ground).then(
      () => undefined,
      (error: Error) => error.message,
    );
    results.push({ name, pass: failure === undefined });
    say(failure === undefined ? `passed: ${name}` : `FAILED: ${name}: ${failure}`);
  }
  await tables.stop();
  return results;
}

const started = performance.now();
const told = await playScenarios();
const pool = await startPool(processes, say);
const exploration = await explore(pool.playAll, sizes);
await pool.stop();
const minutes = (performance.now() - started) / 60_000;
say(`Explored in ${minutes.toFixed(1)} minutes`);
for (const { ending, what, job } of exploration.notable)
  say(`${ending}: ${JSON.stringify(job)} ${what.join('; ')}`);

const report = reportOf({ exploration, scenarios: told, sizes, seed: sampleSeed, minutes, processes });
writeFileSync(join(import.meta.dirname, '../../docs/reliability.md'), report);
if (process.argv.includes('--json'))
  console.log(JSON.stringify({ ...exploration.ours, scenarios: told, peers: exploration.peers }));
else console.log(report);
process.exitCode = kept(exploration.ours) && told.every(({ pass }) => pass) ? 0 : 1;

/** The first promise: nothing lost and nothing else wrong; no duplicate under one fault, doubled or not; one at most under two. */
function kept({ oneFault, twoFaults, doubled }: Explorations): boolean {
  const all = [oneFault, twoFaults, doubled];
  return (
    all.every(({ lost, wrong }) => lost + wrong === 0) &&
    oneFault.exactlyOnce === oneFault.schedules &&
    doubled.duplicates === 0 &&
    twoFaults.mostDuplicates <= 1
  );
}
