import fc from 'fast-check';
import { calledRightly } from '../support/called-rightly.ts';
import { type Parser, parsers } from './parsers.ts';

/**
 * Gives each parser random inputs for a time or until there were enough, and says how it went: `npm run fuzz`, or for the long profile
 * `npm run fuzz -- --inputs 1000000 --seconds 3600`. The seed is printed, so that what was found can be found again.
 */
const usage = `Usage: npm run fuzz -- [--inputs N] [--seconds N] [--seed N]

Gives each reader of pages, lists and promises random input, and fails where one throws or is slow.

  --inputs N   at most so many for each reader (default 1000000)
  --seconds N  and no longer than this for each (default 60)
  --seed N     the same inputs as a run that printed this seed
`;
const values = calledRightly(usage, {
  seconds: { type: 'string', default: '60' },
  inputs: { type: 'string', default: '1000000' },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
});
const longestAllowed = 100;
const batch = 1_000;

type Tally = { inputs: number; slowest: number; slowestInput: string; faults: string[] };

function fuzz({ inputs, parse }: Parser, seed: number): Tally {
  const tally: Tally = { inputs: 0, slowest: 0, slowestInput: '', faults: [] };
  const until = performance.now() + Number(values.seconds) * 1_000;
  for (let round = 0; tally.inputs < Number(values.inputs) && performance.now() < until; round++) {
    const numRuns = Math.min(batch, Number(values.inputs) - tally.inputs);
    for (const input of fc.sample(inputs, { numRuns, seed: seed + round })) tryOne(parse, input, tally);
  }
  return tally;
}

function tryOne(parse: Parser['parse'], input: string, tally: Tally): void {
  const began = performance.now();
  try {
    parse(input);
  } catch (error) {
    tally.faults.push(`${(error as Error).stack} on ${JSON.stringify(input)}`);
  }
  const took = performance.now() - began;
  // A pause of the machine is not the parser's: what was slow is tried again, and the shorter time counts.
  const counts = took > longestAllowed ? Math.min(took, ...[1, 2, 3].map(() => timeOf(parse, input))) : took;
  tally.inputs += 1;
  if (counts > tally.slowest) Object.assign(tally, { slowest: counts, slowestInput: input });
}

function timeOf(parse: Parser['parse'], input: string): number {
  const began = performance.now();
  try {
    parse(input);
  } catch {
    // Counted already.
  }
  return performance.now() - began;
}

const seed = Number(values.seed);
console.log(`seed ${seed}`);
for (const parser of Object.values(parsers)) {
  const { inputs, slowest, slowestInput, faults } = fuzz(parser, seed);
  console.log(`${parser.name}: ${inputs} inputs, ${faults.length} faults, slowest ${slowest.toFixed(1)} ms`);
  for (const fault of faults.slice(0, 3)) console.error(fault);
  if (slowest > longestAllowed) console.error(`Too slow on ${JSON.stringify(slowestInput).slice(0, 2_000)}`);
  if (faults.length > 0 || slowest > longestAllowed) process.exitCode = 1;
}
