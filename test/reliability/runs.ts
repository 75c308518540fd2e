import { runs, runsAlwaysLived } from './story.ts';
import type { World } from './world.ts';

type Wish = { run(): Promise<unknown>; isQuiet(): Promise<boolean> };

/**
 * Starts the scheduled runs, one after another until nothing is left to do. A run that dies is gone: only the next one makes it good,
 * which is harsher than the two tries that AWS would give it. In a doubled world each is started twice at the same moment.
 */
export function startRuns(world: World, { run, isQuiet }: Wish): void {
  const live = async (number: number): Promise<void> => {
    if (number >= runsAlwaysLived && world.idle && (await isQuiet())) return;
    await Promise.all(Array.from({ length: world.doubled ? 2 : 1 }, run));
    const next = runs[number + 1];
    if (next !== undefined) world.at(next, () => live(number + 1));
  };
  world.at(runs[0]!, () => live(0));
}
