import { startTables } from '../support/embedded-table.ts';
import type { Job } from './explore.ts';
import type { Ground } from './ground.ts';
import { lanesHere, playJob } from './pool.ts';
import { openGround } from './tables.ts';

/** A process of the pool: plays the jobs it is sent, each on a table that no other job is using. */
const tables = await startTables();
const free: Ground[] = [];
for (const _ of lanesHere) free.push(await openGround(tables));

process.on('message', async (message: { id: number; job: Job } | 'stop') => {
  if (message === 'stop') {
    await tables.stop();
    process.exit(0);
  }
  const ground = free.pop()!;
  try {
    process.send!({ id: message.id, played: await playJob(ground, message.job) });
  } catch (error) {
    process.send!({ id: message.id, failure: String((error as Error).stack) });
  }
  free.push(ground);
});
// Never outlives the process that asked.
process.on('disconnect', () => process.exit(1));
process.send!('ready');
