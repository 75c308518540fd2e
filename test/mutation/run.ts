import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod';

/**
 * `npm run mutation`: breaks every rule of shared/domain in turn and counts how many breaks the domain's own tests notice. Ends with
 * the scores and with 1 where one is below its floor. Arguments go to the mutation tester: `-- -m shared/domain/stages.ts`.
 */
const reportFile = 'reports/mutation.json';
const report = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

type Floor = { name: string; files: RegExp; atLeast: number };

const floors: Floor[] = [
  { name: 'the whole domain', files: /./, atLeast: 90 },
  {
    name: 'calendar and stages',
    files: /^(day|london|bank-holidays|working-days|period|periods|stages|stage-plan)\.ts$/,
    atLeast: 95,
  },
];

const noticed = ['Killed', 'Timeout'];
const unnoticed = ['Survived', 'NoCoverage'];

const usage = `Usage: npm run mutation -- [-m FILE]

Breaks every rule of shared/domain in turn, or those of one file, and counts how many breaks the tests notice.
Any other argument goes to the mutation tester as it is: npx stryker run --help
`;
if (process.argv.slice(2).some((each) => each === '--help' || each === '-h')) {
  process.stdout.write(usage);
  process.exit(0);
}

const ended = spawnSync('stryker', ['run', ...process.argv.slice(2)], { stdio: 'inherit' });
if (ended.status !== 0) process.exit(ended.status ?? 1);
const { files } = report.parse(JSON.parse(readFileSync(reportFile, 'utf8')));

function score({ files: wanted }: Floor): { share: number; of: number } {
  const statuses = Object.entries(files)
    .filter(([file]) => wanted.test(basename(file)))
    .flatMap(([, { mutants }]) => mutants.map(({ status }) => status));
  const killed = statuses.filter((status) => noticed.includes(status)).length;
  const of = killed + statuses.filter((status) => unnoticed.includes(status)).length;
  return { share: of === 0 ? 100 : (100 * killed) / of, of };
}

for (const floor of floors) {
  const { share, of } = score(floor);
  const enough = share >= floor.atLeast;
  console.log(`${floor.name}: ${share.toFixed(1)} % of ${of} (at least ${floor.atLeast} %)`);
  if (!enough) process.exitCode = 1;
}
