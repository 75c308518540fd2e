import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Job, PlayAll } from './explore.ts';
import type { Ground } from './ground.ts';
import { playPeer } from './peers.ts';
import { type Played, play } from './play.ts';

export const playJob = (ground: Ground, job: Job): Promise<Played> =>
  'peer' in job ? playPeer(ground, job.peer, job) : play(ground, job);

/** Plays jobs on several tables at once: while one run waits for the database, another computes. */
export const playOn =
  (grounds: Ground[]): PlayAll =>
  (_, jobs) =>
    inLanes(grounds, jobs, playJob);

/** Does all jobs in order, each lane taking the next one when it is free. */
async function inLanes<L, J, R>(
  lanes: L[],
  jobs: J[],
  work: (lane: L, job: J) => Promise<R>,
  done: (count: number) => void = () => undefined,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  let finished = 0;
  const drive = async (lane: L): Promise<void> => {
    while (next < jobs.length) {
      const index = next++;
      results[index] = await work(lane, jobs[index]!);
      done(++finished);
    }
  };
  await Promise.all(lanes.map(drive));
  return results;
}

type Question = { id: number; job: Job };
export type Answer = { id: number; played: Played } | { id: number; failure: string };
export type Pool = { playAll: PlayAll; stop(): Promise<void> };

const lanesPerProcess = 2;
export const lanesHere = Array.from({ length: lanesPerProcess }, (_, lane) => lane);

/** Plays jobs in several processes, each with an embedded engine of its own. */
export async function startPool(processes: number, progress: (line: string) => void): Promise<Pool> {
  const children = Array.from({ length: processes }, () =>
    fork(join(import.meta.dirname, 'player.ts'), { execArgv: ['--import', 'tsx'] }),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  const lanes = children.flatMap((child) => lanesHere.map(() => child));
  let asked = 0;
  const ask = (child: ChildProcess, job: Job): Promise<Played> => {
    const question: Question = { id: asked++, job };
    const { promise, resolve, reject } = Promise.withResolvers<Played>();
    const listen = (answer: Answer) => {
      if (answer.id !== question.id) return;
      child.off('message', listen);
      if ('played' in answer) resolve(answer.played);
      else reject(new Error(`${JSON.stringify(job)}: ${answer.failure}`));
    };
    child.on('message', listen);
    child.send(question);
    return promise;
  };
  return {
    playAll: (what, jobs) =>
      inLanes(lanes, jobs, ask, (count) => {
        if (count === jobs.length || count % 500 === 0) progress(`${what}: ${count} of ${jobs.length}`);
      }),
    async stop() {
      const ended = children.map((child) => once(child, 'exit'));
      for (const child of children) child.send('stop');
      await Promise.all(ended);
    },
  };
}
