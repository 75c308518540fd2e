import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { makeRows } from '../../shared/store/make-rows.ts';
import { createTable, openTable, type Table } from '../../shared/store/table.ts';
import { type Database, startDatabase } from './database/database.ts';
import type { EngineName } from './database/engine.ts';
import { enterEnvironment, localBucket, localClient, localEnvironment, localSecret } from './environment.ts';
import { type FileStore, startFileStore } from './files/file-store.ts';
import { type Functions, fromSource } from './functions.ts';
import { samplePeople } from './identity/people.ts';
import type { PracticeProvider } from './identity/provider.tsx';
import { type Mailbox, startMailbox } from './mailbox/mailbox.ts';
import { type Queue, startQueue } from './queue/queue.ts';
import { sampleGate } from './sample/sample-gate.ts';
import { type LocalClock, openClock } from './simulated-clock.ts';

/** The whole tracker on one machine. Each run returns when every mail that came of it has been dealt with. */
export type LocalTracker = {
  /** What people meet. */
  web: Hono;
  /** The same pages and API as one of the sample's staff meets them, for what goes on within this process. */
  desk: Hono;
  table: Table;
  clock: LocalClock;
  mailbox: Mailbox;
  files: FileStore;
  queue: Queue;
  database: Database;
  runNight(scheduledAt?: string): Promise<void>;
  /** The watchdog's look at the day; throws where the day's run is in trouble. */
  runWatch(): Promise<void>;
  /** The weekly reconciling; throws where the ledger differs. */
  runReconcile(): Promise<void>;
  stop(): Promise<void>;
};

export type LocalWish = {
  /** Where everything is kept; null keeps it in memory, for a demonstration or a test. */
  folder: string | null;
  /** The address people open, as it stands in the mails. */
  serviceUrl: string;
  mailPort?: number;
  /** The port of the practice sign-in. Without one there is none, and nobody gets past the door of `web`. */
  identityPort?: number;
  engine?: EngineName;
  functions?: () => Promise<Functions>;
  assets?: string;
  banner?: () => string;
};

type Parts = Pick<LocalTracker, 'clock' | 'database' | 'mailbox' | 'files' | 'queue'> & {
  feedback: Queue;
  identity: PracticeProvider | undefined;
};

async function startParts(wish: LocalWish): Promise<Parts> {
  const inFolder = (name: string) => (wish.folder === null ? null : join(wish.folder, name));
  if (wish.folder) mkdirSync(wish.folder, { recursive: true });
  const clock = openClock({ file: inFolder('clock.json') });
  const database = await startDatabase({ path: inFolder('tracker.db'), ...pick(wish, 'engine') });
  const feedback = await startQueue({ name: 'feedback' });
  const mailbox = await startMailbox({
    directory: inFolder('mail'),
    clock: clock.now,
    events: (event) => void feedback.send(JSON.stringify(event)),
    ...(wish.mailPort ? { port: wish.mailPort } : {}),
  });
  const files = await startFileStore({
    bucket: localBucket,
    secret: localSecret,
    directory: inFolder('files'),
  });
  const identity = await startIdentity(wish);
  return { clock, database, feedback, mailbox, files, identity, queue: await startQueue({ name: 'mails' }) };
}

// Loaded where it is wanted: it takes longer than all the rest.
async function startIdentity({ identityPort: port, serviceUrl }: LocalWish) {
  if (port === undefined) return undefined;
  const { startPracticeProvider } = await import('./identity/provider.tsx');
  return startPracticeProvider({ people: samplePeople, clientId: localClient, serviceUrl, port });
}

/** Nothing answers there. */
const noProvider = 'http://127.0.0.1:1';

/** Starts the embedded database, mail service and queues, and the functions on them, wired as on AWS but for the clock. */
export async function startTracker(wish: LocalWish): Promise<LocalTracker> {
  const parts = await startParts(wish);
  const { clock, database, mailbox, files, queue, feedback } = parts;
  const environment = localEnvironment({
    database: database.endpoint,
    mail: mailbox.endpoint,
    files: files.endpoint,
    queue: queue.endpoint,
    queueUrl: queue.queueUrl,
    serviceUrl: wish.serviceUrl,
    issuer: parts.identity?.issuer ?? noProvider,
  });
  const leaveEnvironment = enterEnvironment(environment);
  const table = openTable(environment.TABLE_NAME);
  await createTable(table);
  await makeRows(table, clock.now());
  const functions = await (wish.functions ?? fromSource)();
  queue.setHandler(functions.wireSender(environment, clock));
  feedback.setHandler(functions.wireFeedback(environment, clock));
  const nightly = functions.wireNightly(environment, clock);
  const watchdog = functions.wireWatchdog(environment, clock);
  // Before any run: the sweeper must not send again what was reported as sent just before a kill.
  mailbox.republish(dayBefore(clock.now()));
  await feedback.idle();
  const shown = { clock, ...pick(wish, 'assets'), ...pick(wish, 'banner') };
  return {
    ...parts,
    web: functions.wireWeb(environment, shown),
    desk: functions.wireWeb(environment, { ...shown, gate: sampleGate }),
    table,
    async runNight(scheduledAt) {
      await nightly(scheduledAt ? { scheduledAt } : {});
      await quiet(parts);
    },
    runWatch: () => watchdog().finally(() => quiet(parts)),
    runReconcile: functions.wireReconcile(environment, clock),
    async stop() {
      await stopParts(parts, table);
      leaveEnvironment();
    },
  };
}

// A bounce sends a mail to the deputy, so the two queues are quiet only when both have been idle in turn.
async function quiet({ queue, feedback }: Parts): Promise<void> {
  for (const each of [queue, feedback, queue, feedback]) await each.idle();
}

async function stopParts(parts: Parts, table: Table): Promise<void> {
  const { queue, feedback, mailbox, files, identity, database } = parts;
  await queue.stop();
  await feedback.stop();
  await mailbox.stop();
  await files.stop();
  await identity?.stop();
  table.client.destroy();
  await database.stop();
}

const pick = <K extends keyof LocalWish>(wish: LocalWish, key: K): Partial<Pick<LocalWish, K>> =>
  wish[key] === undefined ? {} : ({ [key]: wish[key] } as Pick<LocalWish, K>);

// What was reported shortly before a kill may not have been taken in; taking it in twice changes nothing.
const dayBefore = (now: string): string => new Date(Date.parse(now) - 86_400_000).toISOString();
