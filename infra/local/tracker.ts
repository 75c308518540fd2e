import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createTable, openTable, type Table } from '../../shared/store/table.ts';
import { type Database, startDatabase } from './database/database.ts';
import type { EngineName } from './database/engine.ts';
import { enterEnvironment, localEnvironment } from './environment.ts';
import { type Functions, fromSource } from './functions.ts';
import { type Mailbox, startMailbox } from './mailbox/mailbox.ts';
import { type Queue, startQueue } from './queue/queue.ts';
import { type LocalClock, openClock } from './simulated-clock.ts';

/** The whole tracker on one machine. `runNight` returns when every mail of the night has been dealt with. */
export type LocalTracker = {
  web: Hono;
  table: Table;
  clock: LocalClock;
  mailbox: Mailbox;
  queue: Queue;
  database: Database;
  runNight(scheduledAt?: string): Promise<void>;
  stop(): Promise<void>;
};

export type LocalWish = {
  /** Where everything is kept; null keeps it in memory, for a demonstration or a test. */
  folder: string | null;
  /** The address people open, as it stands in the mails. */
  serviceUrl: string;
  mailPort?: number;
  engine?: EngineName;
  functions?: () => Promise<Functions>;
  assets?: string;
  banner?: () => string;
};

/** Starts the embedded database, mail service and queue, and the functions on them, wired as on AWS but for the clock. */
export async function startTracker(wish: LocalWish): Promise<LocalTracker> {
  const inFolder = (name: string) => (wish.folder === null ? null : join(wish.folder, name));
  if (wish.folder) mkdirSync(wish.folder, { recursive: true });
  const clock = openClock({ file: inFolder('clock.json') });
  const database = await startDatabase({
    path: inFolder('tracker.db'),
    ...(wish.engine ? { engine: wish.engine } : {}),
  });
  const feedback = await startQueue({ name: 'feedback' });
  const mailbox = await startMailbox({
    directory: inFolder('mail'),
    clock: clock.now,
    events: (event) => void feedback.send(JSON.stringify(event)),
    ...(wish.mailPort ? { port: wish.mailPort } : {}),
  });
  const queue = await startQueue({ name: 'mails' });
  const environment = localEnvironment({
    database: database.endpoint,
    mail: mailbox.endpoint,
    queue: queue.endpoint,
    queueUrl: queue.queueUrl,
    serviceUrl: wish.serviceUrl,
  });
  const leaveEnvironment = enterEnvironment(environment);
  const table = openTable(environment.TABLE_NAME);
  await createTable(table);
  const { wireWeb, wireNightly, wireSender, wireFeedback } = await (wish.functions ?? fromSource)();
  queue.setHandler(wireSender(environment, clock));
  feedback.setHandler(wireFeedback(environment, clock));
  const nightly = wireNightly(environment, clock);
  // A bounce sends a mail to the deputy, so the two queues are quiet only when both have been idle in turn.
  const quiet = async () => {
    await queue.idle();
    await feedback.idle();
    await queue.idle();
    await feedback.idle();
  };
  // Before any run: the sweeper must not send again what was reported as sent just before a kill.
  mailbox.republish(dayBefore(clock.now()));
  await feedback.idle();
  return {
    web: wireWeb(environment, { clock, ...pick(wish, 'assets'), ...pick(wish, 'banner') }),
    table,
    clock,
    mailbox,
    queue,
    database,
    async runNight(scheduledAt) {
      await nightly(scheduledAt ? { scheduledAt } : {});
      await quiet();
    },
    async stop() {
      await queue.stop();
      await feedback.stop();
      await mailbox.stop();
      table.client.destroy();
      await database.stop();
      leaveEnvironment();
    },
  };
}

const pick = <K extends keyof LocalWish>(wish: LocalWish, key: K): Partial<Pick<LocalWish, K>> =>
  wish[key] === undefined ? {} : ({ [key]: wish[key] } as Pick<LocalWish, K>);

// What was reported shortly before a kill may not have been taken in; taking it in twice changes nothing.
const dayBefore = (now: string): string => new Date(Date.parse(now) - 86_400_000).toISOString();
