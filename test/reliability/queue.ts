import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Worker, World } from './world.ts';

const second = 1_000;
const batchSize = 10;
const mostReceives = 5;

type Message = { messageId: string; body: string; copy: number; receives: number; visibleAt: number };

export type QueueWish = {
  name: string;
  /** How long a message is hidden while a worker has it; one that failed or died with its worker is then delivered again. */
  hiddenFor: number;
  handle(worker: Worker, event: SQSEvent): Promise<SQSBatchResponse>;
};

export type SimulatedQueue = { send(body: string, delay?: number): void; dead: string[] };

/**
 * A queue that delivers as SQS does: at least once, in batches, again after the visibility timeout, and after five deliveries to the
 * dead letters. In a doubled world every message has a copy, which another worker gets at the same time.
 */
export function openQueue(world: World, { name, hiddenFor, handle }: QueueWish): SimulatedQueue {
  let messages: Message[] = [];
  let sent = 0;
  const dead: string[] = [];

  const deliverAt = (moment: number, copy: number) => world.at(moment, () => deliver(moment, copy));

  async function deliver(moment: number, copy: number): Promise<void> {
    const visible = messages.filter((each) => each.copy === copy && each.visibleAt <= moment);
    const batch = visible.slice(0, batchSize);
    if (batch.length === 0) return;
    for (const message of batch) {
      message.receives += 1;
      message.visibleAt = moment + hiddenFor;
    }
    const event = { Records: batch.map(({ messageId, body }) => ({ messageId, body })) } as SQSEvent;
    const end = await world.work((worker) => handle(worker, event));
    const failed =
      end !== 'crashed' && 'value' in end
        ? new Set(end.value.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
        : new Set(batch.map(({ messageId }) => messageId));
    const done = new Set(batch.filter(({ messageId }) => !failed.has(messageId)));
    for (const message of batch) {
      if (done.has(message)) continue;
      if (message.receives < mostReceives) deliverAt(message.visibleAt, copy);
      else {
        dead.push(message.body);
        done.add(message);
      }
    }
    messages = messages.filter((message) => !done.has(message));
    await deliver(moment, copy);
  }

  return {
    dead,
    send(body, delay = second) {
      for (let copy = 0; copy < (world.doubled ? 2 : 1); copy++) {
        const messageId = `${name}-${++sent}`;
        const visibleAt = world.now + delay;
        messages.push({ messageId, body, copy, receives: 0, visibleAt });
        deliverAt(visibleAt, copy);
      }
    },
  };
}
