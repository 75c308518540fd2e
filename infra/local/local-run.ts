import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { buildStyles } from '../build/styles.ts';
import { clockStrip, withControls } from './controls.tsx';
import { fromArtefact, fromSource } from './functions.ts';
import { samplePeople } from './identity/people.ts';
import { enterSampleStaff } from './identity/sample-staff.ts';
import { localNights, type Nights, schedules } from './nights.ts';
import { forgetRunning, noteRunning } from './running.ts';
import { isEmpty } from './sample/start-sample.ts';
import { startSchedule } from './schedule.ts';
import { StartError } from './start-error.ts';
import { type LocalTracker, startTracker } from './tracker.ts';
import { withoutTrace } from './without-trace.ts';

export type LocalRunWish = {
  folder: string;
  port: number;
  mailPort: number;
  identityPort: number;
  built: boolean;
};

const dist = resolve(import.meta.dirname, '../../dist');

/** `npm start`: the tracker behind an address, its nights by the clock on the wall or the simulated one, until it is stopped. */
export async function startLocalRun({ port, built, ...wish }: LocalRunWish): Promise<void> {
  const folder = resolve(wish.folder);
  const url = `http://127.0.0.1:${port}`;
  makeFolder(folder);
  const assets = built ? `${dist}/web/assets` : resolve(folder, 'assets');
  if (!built) await buildStyles(assets);
  let empty = true;
  const tracker = await startTracker({
    folder,
    serviceUrl: url,
    mailPort: wish.mailPort,
    identityPort: wish.identityPort,
    functions: built ? () => fromArtefact(dist) : fromSource,
    assets,
    banner: () => clockStrip(tracker, empty),
  });
  await enterSampleStaff(tracker.table, tracker.clock);
  empty = await isEmpty(tracker.table);
  const nights = localNights(tracker);
  const app = withControls(tracker, nights);
  // Once anything has been posted the tracker may no longer be empty, and the offer of a sample goes.
  const fetch: Fetch = async (request, connection) => {
    const reply = await app.fetch(request, connection);
    if (empty && request.method === 'POST') empty = await isEmpty(tracker.table);
    return reply;
  };
  const server = await listen(fetch, port, tracker);
  noteRunning(folder, { pid: process.pid, url, database: tracker.database.endpoint });
  const schedule = keepTime(tracker, nights);
  stopOnSignal(async () => {
    schedule.stop();
    server.close();
    forgetRunning(folder);
    await tracker.stop();
  });
  const { engine } = tracker.database;
  console.log(`Recommendation Tracker   ${url}
Sign in as               ${samplePeople.map(({ name }) => name).join(', ')}
Inbox                    ${tracker.mailbox.url}
Data                     ${folder} (${engine})
`);
  if (await nights.catchUp())
    console.log('A nightly run came due while the tracker was stopped; it has been made good.');
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StartError(`The data folder ${folder} cannot be made: ${(error as Error).message}`);
  }
}

/** Answers a request that came over a connection to this computer. */
type Fetch = (request: Request, connection: object) => Promise<Response>;

async function listen(fetch: Fetch, port: number, tracker: LocalTracker): Promise<ServerType> {
  const server = withoutTrace(serve({ fetch, hostname: '127.0.0.1', port }));
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    await tracker.stop();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartError(`Port ${port} is taken: choose another with --port.`);
  }
}

// While the date is simulated, nights are lived by moving the clock, not by the time on the wall.
const keepTime = (tracker: LocalTracker, nights: Nights) =>
  startSchedule({
    crons: [...schedules],
    fire: (name, scheduledAt) =>
      tracker.clock.isSimulated ? undefined : nights.scheduled(name, scheduledAt),
  });

function stopOnSignal(stop: () => Promise<void>): void {
  const end = () => void stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
}
