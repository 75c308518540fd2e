import {
  EmptyBatchRequest,
  QueueDoesNotExist,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, describe, expect, test } from 'vitest';
import { startQueue } from '../../../../infra/local/queue/queue.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function start(wish: Partial<Parameters<typeof startQueue>[0]> = {}) {
  const queue = await startQueue({ name: 'mail', retryDelayMs: 0, warn: () => undefined, ...wish });
  undo.push(() => queue.stop());
  const client = new SQSClient({
    endpoint: queue.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  undo.push(() => client.destroy());
  const sendAll = (...bodies: string[]) =>
    client.send(
      new SendMessageBatchCommand({
        QueueUrl: queue.queueUrl,
        Entries: bodies.map((MessageBody, n) => ({ Id: `entry-${n}`, MessageBody })),
      }),
    );
  return { queue, client, sendAll };
}

/** A handler that notes which bodies each delivery held, and answers what the test wants. */
function recorder(answer: (event: SQSEvent, delivery: number) => unknown = () => undefined) {
  const deliveries: string[][] = [];
  const handler = async (event: SQSEvent) => {
    deliveries.push(event.Records.map(({ body }) => body));
    return (await answer(event, deliveries.length)) as undefined;
  };
  return { deliveries, handler };
}

const failing = (event: SQSEvent, ...bodies: string[]) => ({
  batchItemFailures: event.Records.filter(({ body }) => bodies.includes(body)).map(({ messageId }) => ({
    itemIdentifier: messageId,
  })),
});

describe('sending to the local queue with the AWS client', () => {
  test('is acknowledged with the digests the client checks, and reaches the handler as a Lambda event', async () => {
    const events: SQSEvent[] = [];
    const { queue, client } = await start({ handler: async (event) => void events.push(event) });

    const sent = await client.send(
      new SendMessageCommand({
        QueueUrl: queue.queueUrl,
        MessageBody: '{"mailId":"m-1"}',
        MessageAttributes: { timestamp: { DataType: 'Number', StringValue: '1493147359900' } },
      }),
    );
    await queue.idle();

    expect(sent.MD5OfMessageBody).toBe('b2bdaef52d9721531377e59b29f71ce4');
    expect(sent.MD5OfMessageAttributes).toBe('235c5c510d26fb653d073faed50ae77c');
    expect(events).toEqual([
      {
        Records: [
          {
            messageId: sent.MessageId,
            receiptHandle: expect.any(String),
            body: '{"mailId":"m-1"}',
            attributes: {
              ApproximateReceiveCount: '1',
              SentTimestamp: expect.stringMatching(/^\d{13}$/),
              SenderId: 'local',
              ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
            },
            messageAttributes: {
              timestamp: {
                dataType: 'Number',
                stringValue: '1493147359900',
                stringListValues: [],
                binaryListValues: [],
              },
            },
            md5OfBody: sent.MD5OfMessageBody,
            eventSource: 'aws:sqs',
            eventSourceARN: 'arn:aws:sqs:eu-west-2:000000000000:mail',
            awsRegion: 'eu-west-2',
          },
        ],
      },
    ]);
  });

  test('in one batch is delivered in one batch', async () => {
    const { deliveries, handler } = recorder();
    const { queue, sendAll } = await start({ handler });
    const { Successful } = await sendAll('a', 'b', 'c');
    await queue.idle();
    expect(Successful?.map(({ Id }) => Id)).toEqual(['entry-0', 'entry-1', 'entry-2']);
    expect(deliveries).toEqual([['a', 'b', 'c']]);
  });

  test('to another queue, or nothing at all, is refused with the errors of SQS', async () => {
    const { queue, client, sendAll } = await start();
    const elsewhere = new SendMessageCommand({
      QueueUrl: queue.queueUrl.replace('mail', 'other'),
      MessageBody: 'a',
    });
    await expect(client.send(elsewhere)).rejects.toBeInstanceOf(QueueDoesNotExist);
    await expect(sendAll()).rejects.toBeInstanceOf(EmptyBatchRequest);
    await expect(sendAll(...'abcdefghijk')).rejects.toMatchObject({ name: 'TooManyEntriesInBatchRequest' });
    const tooLong = new SendMessageCommand({
      QueueUrl: queue.queueUrl,
      MessageBody: 'a'.repeat(1024 * 1024 + 1),
    });
    await expect(client.send(tooLong)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});

describe('the local queue', () => {
  test('never puts more into a delivery than the batch size', async () => {
    const { deliveries, handler } = recorder();
    const { queue, sendAll } = await start({ handler, batchSize: 2 });
    await sendAll('a', 'b', 'c');
    await queue.idle();
    expect(deliveries).toEqual([['a', 'b'], ['c']]);
  });

  test('delivers again only what the handler names as failed, counting the deliveries', async () => {
    const counts: string[] = [];
    const { deliveries, handler } = recorder((event, delivery) => {
      counts.push(...event.Records.map(({ attributes }) => attributes.ApproximateReceiveCount));
      return delivery === 1 ? failing(event, 'b') : undefined;
    });
    const { queue, sendAll } = await start({ handler });
    await sendAll('a', 'b', 'c');
    await queue.idle();
    expect(deliveries).toEqual([['a', 'b', 'c'], ['b']]);
    expect(counts).toEqual(['1', '1', '1', '2']);
  });

  test('delivers the whole batch again when the handler throws, and says why', async () => {
    const warnings: string[] = [];
    const { deliveries, handler } = recorder((_, delivery) => {
      if (delivery === 1) throw new Error('no database');
    });
    const { queue, sendAll } = await start({ handler, warn: (sentence) => warnings.push(sentence) });
    await sendAll('a', 'b');
    await queue.idle();
    expect(deliveries).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(warnings.join()).toContain('no database');
  });

  test('delivers the whole batch again when the handler names a message that was not in it', async () => {
    const { deliveries, handler } = recorder((_, delivery) =>
      delivery === 1 ? { batchItemFailures: [{ itemIdentifier: '' }] } : undefined,
    );
    const { queue, sendAll } = await start({ handler });
    await sendAll('a', 'b');
    await queue.idle();
    expect(deliveries).toHaveLength(2);
  });

  test('makes a message a dead letter after the last permitted delivery, and goes on with the others', async () => {
    const { deliveries, handler } = recorder((event) => failing(event, 'bad'));
    const { queue, sendAll } = await start({ handler, maxReceiveCount: 3 });
    await sendAll('good', 'bad');
    await queue.idle();
    expect(deliveries).toEqual([['good', 'bad'], ['bad'], ['bad']]);
    expect(queue.deadLetters()).toEqual([{ messageId: expect.any(String), body: 'bad', receiveCount: 3 }]);
  });

  test('takes a handler that outlives the visibility timeout for lost and delivers again', async () => {
    const { deliveries, handler } = recorder((_, delivery) =>
      delivery === 1 ? new Promise(() => undefined) : undefined,
    );
    const { queue, sendAll } = await start({ handler, visibilityTimeoutMs: 5 });
    await sendAll('a');
    await queue.idle();
    expect(deliveries).toEqual([['a'], ['a']]);
    expect(queue.deadLetters()).toEqual([]);
  });

  test('can deliver everything twice: the same message in two deliveries', async () => {
    const ids: string[] = [];
    const { deliveries, handler } = recorder((event) => {
      ids.push(...event.Records.map(({ messageId }) => messageId));
    });
    const { queue, sendAll } = await start({ handler, duplicate: true });
    await sendAll('a', 'b');
    await queue.idle();
    expect(deliveries).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(new Set(ids).size).toBe(2);
  });

  test('keeps what arrives before there is a handler', async () => {
    const { deliveries, handler } = recorder();
    const { queue } = await start();
    queue.send('early');
    queue.setHandler(handler);
    await queue.idle();
    expect(deliveries).toEqual([['early']]);
  });

  test('is idle only after what a handler sends on has been handled too', async () => {
    const { queue } = await start();
    const handled: string[] = [];
    queue.setHandler(async ({ Records }) => {
      const body = Records[0]!.body;
      if (body === 'first') queue.send('second');
      handled.push(body);
    });
    queue.send('first');
    await queue.idle();
    expect(handled).toEqual(['first', 'second']);
  });

  test('waits on stop for the delivery under way, and delivers nothing after it', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const handled: string[] = [];
    const { queue } = await start({
      batchSize: 1,
      concurrency: 1,
      handler: async ({ Records }) => {
        begin();
        await released;
        handled.push(Records[0]!.body);
      },
    });
    queue.send('under way');
    queue.send('waiting');
    await begun;
    const stopped = queue.stop();
    release();
    await stopped;
    expect(handled).toEqual(['under way']);
    undo.shift();
  });
});
