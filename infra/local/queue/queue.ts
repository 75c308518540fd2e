import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback, readBody, reply } from '../loopback-server.ts';
import { type DeadLetter, Dispatcher, type DispatcherSettings, type QueueHandler } from './dispatcher.ts';
import { errorReply, SqsError, sqsActions } from './sqs-actions.ts';

const ACCOUNT = '000000000000';
const LONGEST_REQUEST = 4 * 1024 * 1024;

export type Queue = {
  endpoint: string;
  queueUrl: string;
  arn: string;
  /** Puts a message in from this process, as another AWS service would. */
  send(body: string): string;
  setHandler(handler: QueueHandler): void;
  /** Resolves when nothing waits, is being handled or is to be tried again. */
  idle(): Promise<void>;
  deadLetters(): DeadLetter[];
  stop(): Promise<void>;
};

/**
 * A queue in memory that speaks SQS to those who send and calls a Lambda-style handler with what they sent. Nothing
 * is kept over a restart: the truth is in the table, and the sweeper queues again what is still to be sent.
 * Messages wait until there is a handler. `duplicate` delivers everything twice, as SQS sometimes does.
 */
export async function startQueue({
  name,
  handler,
  port,
  region = 'eu-west-2',
  ...wish
}: { name: string; handler?: QueueHandler; port?: number } & Partial<
  Omit<DispatcherSettings, 'arn'>
>): Promise<Queue> {
  const arn = `arn:aws:sqs:${region}:${ACCOUNT}:${name}`;
  const dispatcher = new Dispatcher({ ...usual, ...wish, arn, region });
  if (handler !== undefined) dispatcher.setHandler(handler);
  const server = await listenOnLoopback((request, response) => {
    answer(request, response, { name, dispatcher }).catch((error) => response.destroy(error));
  }, port);
  return {
    endpoint: server.endpoint,
    queueUrl: `${server.endpoint}/${ACCOUNT}/${name}`,
    arn,
    send: (body) => dispatcher.add(body),
    setHandler: (next) => dispatcher.setHandler(next),
    idle: () => dispatcher.idle(),
    deadLetters: () => dispatcher.deadLetters(),
    async stop() {
      await dispatcher.stop();
      await server.stop();
    },
  };
}

const usual = {
  batchSize: 10,
  concurrency: 2,
  maxReceiveCount: 5,
  retryDelayMs: 1_000,
  visibilityTimeoutMs: 60_000,
  duplicate: false,
  warn: console.warn,
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  queue: Parameters<(typeof sqsActions)[string]>[1],
): Promise<void> {
  try {
    const body = await readBody(request, LONGEST_REQUEST);
    const name = /^AmazonSQS\.(\w+)$/.exec(String(request.headers['x-amz-target']))?.[1] ?? '';
    const action = Object.hasOwn(sqsActions, name) ? sqsActions[name] : undefined;
    if (action === undefined)
      throw new SqsError('UnsupportedOperation', `This queue does not answer to "${name}".`);
    if (body === null) throw new SqsError('BatchRequestTooLong', 'The request is too long.');
    send(response, { status: 200, headers: {}, body: action(JSON.parse(body.toString()), queue) });
  } catch (error) {
    if (!(error instanceof SqsError)) throw error;
    send(response, errorReply(error));
  }
}

function send(
  response: ServerResponse,
  answer: { status: number; headers: Record<string, string>; body: object },
): void {
  const { status, headers, body } = answer;
  reply(response, { status, headers, contentType: 'application/x-amz-json-1.0', body: JSON.stringify(body) });
}
