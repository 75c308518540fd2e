import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { takeInReports } from '../../functions/feedback/reports.ts';
import { runNight } from '../../functions/nightly/night.ts';
import { sendBatch } from '../../functions/sender/deliveries.ts';
import { openPace } from '../../functions/sender/pace.ts';
import { watch } from '../../functions/watchdog/watch.ts';
import { englandAndWales } from '../../shared/domain/bank-holidays.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import type { Night } from '../../shared/domain/night.ts';
import { toEveryone } from '../../shared/domain/sending.ts';
import type { HandOverDeps } from '../../shared/engine/hand-over.ts';
import { mailQueue } from '../../shared/runtime/mail-queue.ts';
import { mailService } from '../../shared/runtime/mail-service.ts';
import { readQuota } from '../../shared/runtime/sending-quota.ts';
import { readMail } from '../../shared/store/outbox.ts';
import type { Table } from '../../shared/store/table.ts';
import { keptLog } from '../support/noted-log.ts';
import { faultyTables } from './faulty-table.ts';
import { openSes, type SimulatedSes } from './mail-service.ts';
import { openQueue, type SimulatedQueue } from './queue.ts';
import { reminderName } from './story.ts';
import { type Client, tableOn } from './wire-client.ts';
import type { End, Worker, World } from './world.ts';

const minute = 60_000;
const liaisonEmail = 'liaison@force.example';

/** The deployed engine in a world: the nightly run, the sender and the feedback function, with the queues and the mail service between. */
export type Engine = {
  ses: SimulatedSes;
  night(): Promise<End<Night>>;
  /** The watchdog, to whom no fault happens but at the queue. */
  watch(): Promise<End<void>>;
  /** What liaison staff do at the pages, with the table and the queue as one request reaches them. */
  atThePages<T>(act: (deps: HandOverDeps & { table: Table; newId(): string }) => Promise<T>): Promise<End<T>>;
  /** Something SES says of one of our mails, besides what it says by itself. */
  report(event: object): void;
};

/** Who sees each mail, as the register has it, at the moment the mail service takes it. */
export type Witness = (mail: Mail) => Promise<void>;

/** The sender's queue hides a message for 18 minutes and the feedback's for one, as on AWS. */
export function openEngine(
  world: World,
  client: Client,
  tableName: string,
  { perDay, witness }: { perDay?: number | undefined; witness?: Witness } = {},
): Engine {
  const { clock } = world;
  const tableFor = faultyTables(world, client, tableName);
  const common = (worker: Worker) => ({ table: tableFor(worker), clock, log: keptLog, newId: worker.newId });
  const handOver = (worker: Worker) => mailQueue(sqsFor(world, worker, mails), 'https://queue.example/mails');
  const quotaFor = (worker: Worker) => () => readQuota(ses.clientFor(worker));
  // Nobody's time passes here while a sender waits.
  const pacing = { workers: 2, now: () => world.now, wait: async () => undefined, log: keptLog };
  const letters = {
    sendTo: toEveryone,
    from: 'Recommendation Tracker <tracker@force.example>',
    serviceUrl: 'https://tracker.example',
    organisation: 'Sample Police',
  };
  const reports = openQueue(world, {
    name: 'report',
    hiddenFor: minute,
    handle: (worker, event) =>
      takeInReports({ ...common(worker), handOver: (ids) => handOver(worker).enqueue(ids) }, event),
  });
  const ses = openSes(world, {
    publish: (event, delay) => reports.send(JSON.stringify(event), delay),
    ...(perDay === undefined ? {} : { perDay }),
    remindersOf: async (mailId) => {
      const mail = await readMail(tableOn(client, tableName), mailId);
      await witness?.(mail!);
      return mail!.lines.map((line) => reminderName(line, mail!.recipientId));
    },
  });
  const mails: SimulatedQueue = openQueue(world, {
    name: 'mail',
    hiddenFor: 18 * minute,
    handle: (worker, event) =>
      sendBatch(
        {
          ...common(worker),
          ...letters,
          mailService: mailService(ses.clientFor(worker), 'set'),
          pace: openPace({ ...pacing, readQuota: quotaFor(worker) }),
        },
        event,
      ),
  });
  return {
    ses,
    report: (event) => reports.send(JSON.stringify(event)),
    watch: () =>
      world.work((worker) => {
        const queue = handOver(worker);
        const on = { ...common(worker), table: tableOn(client, tableName), holidays: englandAndWales };
        return watch({ ...on, ...letters, queue, liaisonEmail });
      }),
    atThePages: (act) =>
      world.work((worker) =>
        act({ ...common(worker), queue: handOver(worker), readQuota: quotaFor(worker) }),
      ),
    night: () =>
      world.work((worker) =>
        runNight({
          ...common(worker),
          holidays: englandAndWales,
          queue: handOver(worker),
          readQuota: quotaFor(worker),
          liaisonEmail,
        }),
      ),
  };
}

/** SQS as one worker reaches it. */
function sqsFor(world: World, worker: Worker, queue: SimulatedQueue): SQSClient {
  const put = (entries: { MessageBody?: string | undefined }[]) => {
    for (const { MessageBody } of entries) queue.send(MessageBody ?? '');
  };
  const send = ({ input: { Entries = [] } }: SendMessageBatchCommand) =>
    world.call(worker, 'queue', {
      throttle: () => Object.assign(new Error('Rate exceeded'), { name: 'RequestThrottled' }),
      async effect() {
        put(Entries);
        return { Failed: [] as object[] };
      },
      async partly() {
        const taken = Math.floor(Entries.length / 2);
        put(Entries.slice(0, taken));
        return { Failed: Entries.slice(taken) };
      },
    });
  return { send } as unknown as SQSClient;
}
