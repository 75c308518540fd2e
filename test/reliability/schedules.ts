import { dice, type Fault, faultsIn, type Service } from './faults.ts';

/** A run that has been played, and the calls it made: what may go wrong next in it. */
export type Known = { faults: Fault[]; calls: Service[] };

/** How many runs there are with one fault more than these. */
export const spaceOf = (known: Known[]): number => known.reduce((sum, each) => sum + further(each).length, 0);

// A second fault comes after the first: the other order is the same schedule.
const further = ({ faults, calls }: Known): Fault[] => faultsIn(calls, (faults.at(-1)?.at ?? -1) + 1);

/** Every run with one fault more than these. */
export const allFurther = <K extends Known>(known: K[]): { from: K; faults: Fault[] }[] =>
  known.flatMap((from) => further(from).map((fault) => ({ from, faults: [...from.faults, fault] })));

/** A sample, without repetition and the same for the same seed, of all runs with one fault more; each is as likely as any other. */
export function sampleFurther<K extends Known>(
  known: K[],
  size: number,
  seed: number,
): { from: K; faults: Fault[] }[] {
  const space = spaceOf(known);
  if (space <= size) return allFurther(known);
  const roll = dice(seed);
  const chosen = new Set<number>();
  while (chosen.size < size) chosen.add(Math.floor(roll() * space));
  const wanted = [...chosen].sort((one, other) => one - other);
  const sample: { from: K; faults: Fault[] }[] = [];
  let passed = 0;
  for (const from of known) {
    const faults = further(from);
    for (; wanted.length > 0 && wanted[0]! < passed + faults.length; wanted.shift())
      sample.push({ from, faults: [...from.faults, faults[wanted[0]! - passed]!] });
    passed += faults.length;
  }
  return sample;
}
