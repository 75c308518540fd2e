import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { buildStyles } from '../build/styles.ts';
import { clockStrip, withControls } from './controls.tsx';
import { fromArtefact, fromSource } from './functions.ts';
import { localNights, nightlyCron } from './nights.ts';
import { forgetRunning, noteRunning } from './running.ts';
import { isEmpty } from './sample/start-sample.ts';
import { startSchedule } from './schedule.ts';
import { startTracker } from './tracker.ts';

const usage = `Usage: npm start -- [--data FOLDER] [--port N] [--mail-port N] [--built]

Runs the whole tracker on this machine: pages, nightly run, sender, database, mail service.

  --data FOLDER   where everything is kept (default .data)
  --port N        the pages (default 3000, or PORT)
  --mail-port N   the inbox (default: the port after it)
  --built         run the bundles in dist that are deployed to AWS (npm run build makes them)
`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.data' },
    port: { type: 'string', default: process.env.PORT ?? '3000' },
    'mail-port': { type: 'string' },
    built: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}

const folder = resolve(values.data);
const port = Number(values.port);
const url = `http://127.0.0.1:${port}`;
const dist = resolve(import.meta.dirname, '../../dist');
const assets = values.built ? `${dist}/web/assets` : resolve(folder, 'assets');
if (!values.built) await buildStyles(assets);

const tracker = await startTracker({
  folder,
  serviceUrl: url,
  mailPort: Number(values['mail-port'] ?? port + 1),
  functions: values.built ? () => fromArtefact(dist) : fromSource,
  assets,
  banner: () => clockStrip(tracker, empty),
});
const nights = localNights(tracker);
let empty = await isEmpty(tracker.table);
const app = withControls(tracker, nights);
const server = serve({ fetch, hostname: '127.0.0.1', port });
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE' ? `Port ${port} is taken: choose another with --port.` : error.message,
  );
  void stop(1);
});
await new Promise((listening) => server.once('listening', () => listening(undefined)));
noteRunning(folder, { pid: process.pid, url, database: tracker.database.endpoint });
const schedule = startSchedule({
  crons: [nightlyCron],
  // While the date is simulated, nights are lived by moving the clock, not by the time on the wall.
  fire: (_, scheduledAt) => (tracker.clock.isSimulated ? undefined : nights.scheduled(scheduledAt)),
});
console.log(
  `Recommendation Tracker   ${url}\nInbox                    ${tracker.mailbox.url}\nData                     ${folder} (${tracker.database.engine})\n`,
);
if (await nights.catchUp())
  console.log('A nightly run came due while the tracker was stopped; it has been made good.');

// Once anything has been posted the tracker may no longer be empty, and the offer of a sample goes.
async function fetch(request: Request): Promise<Response> {
  const reply = await app.fetch(request);
  if (empty && request.method === 'POST') empty = await isEmpty(tracker.table);
  return reply;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));

async function stop(code: number): Promise<void> {
  schedule?.stop();
  server.close();
  forgetRunning(folder);
  await tracker.stop();
  process.exit(code);
}
