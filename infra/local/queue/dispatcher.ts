import { randomUUID } from 'node:crypto';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Attributes, asRecord, type Message } from './message.ts';

// biome-ignore lint/suspicious/noConfusingVoidType: a Lambda handler may return nothing at all
export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse | void>;

export type DeadLetter = { messageId: string; body: string; receiveCount: number };

export type DispatcherSettings = {
  arn: string;
  region: string;
  batchSize: number;
  concurrency: number;
  maxReceiveCount: number;
  retryDelayMs: number;
  visibilityTimeoutMs: number;
  duplicate: boolean;
  warn: (sentence: string) => void;
};

const LONGEST_STOP = 5_000;

/**
 * Delivers as Lambda does for SQS: in batches, at least once. What the handler names as failed is delivered again;
 * a handler that throws, or names a message that was not in the batch, fails the whole batch; one that takes
 * longer than the visibility timeout is taken for lost, its batch delivered again and its late answer ignored.
 * After the last permitted delivery a message becomes a dead letter.
 */
export class Dispatcher {
  readonly #settings: DispatcherSettings;
  readonly #open = new Set<Message>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #deliveries = new Set<Promise<void>>();
  readonly #dead: DeadLetter[] = [];
  #waiting: Message[] = [];
  #handler: QueueHandler | undefined;
  #idlers: (() => void)[] = [];
  #lookingSoon = false;
  #stopped = false;

  constructor(settings: DispatcherSettings) {
    this.#settings = settings;
  }

  add(body: string, attributes: Attributes = {}, delayMs = 0): string {
    const messageId = randomUUID();
    for (let copy = 0; copy < (this.#settings.duplicate ? 2 : 1); copy++) {
      const message: Message = { messageId, body, attributes, sentAt: Date.now(), receiveCount: 0 };
      this.#open.add(message);
      this.#queueAfter(delayMs, message);
    }
    return messageId;
  }

  setHandler(handler: QueueHandler): void {
    this.#handler = handler;
    this.#lookSoon();
  }

  idle(): Promise<void> {
    return this.#open.size === 0 ? Promise.resolve() : new Promise((resolve) => this.#idlers.push(resolve));
  }

  deadLetters(): DeadLetter[] {
    return [...this.#dead];
  }

  /** Delivers nothing more, and waits a moment for the deliveries under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#waiting = [];
    const patience = new Promise<void>((resolve) => this.#after(LONGEST_STOP, resolve));
    await Promise.race([Promise.all(this.#deliveries), patience]);
    for (const timer of this.#timers) clearTimeout(timer);
    this.#open.clear();
    this.#tellIdlers();
  }

  #queueAfter(delayMs: number, message: Message): void {
    if (this.#stopped) return;
    if (delayMs > 0) {
      this.#after(delayMs, () => this.#queueAfter(0, message));
      return;
    }
    this.#waiting.push(message);
    this.#lookSoon();
  }

  /** Not at once, so that what arrives together is delivered together. */
  #lookSoon(): void {
    if (this.#lookingSoon) return;
    this.#lookingSoon = true;
    setImmediate(() => this.#look());
  }

  #look(): void {
    this.#lookingSoon = false;
    const { concurrency } = this.#settings;
    while (
      !this.#stopped &&
      this.#handler &&
      this.#waiting.length > 0 &&
      this.#deliveries.size < concurrency
    ) {
      const delivery = this.#deliver(this.#takeBatch(), this.#handler).finally(() => {
        this.#deliveries.delete(delivery);
        this.#lookSoon();
      });
      this.#deliveries.add(delivery);
    }
  }

  /** Two copies of one message never share a batch: doubled delivery is two deliveries. */
  #takeBatch(): Message[] {
    const batch = new Map<string, Message>();
    for (const message of this.#waiting) {
      if (batch.size === this.#settings.batchSize) break;
      batch.set(message.messageId, message);
    }
    const taken = new Set(batch.values());
    this.#waiting = this.#waiting.filter((message) => !taken.has(message));
    return [...taken];
  }

  async #deliver(batch: Message[], handle: QueueHandler): Promise<void> {
    for (const message of batch) {
      message.receiveCount += 1;
      message.firstReceivedAt ??= Date.now();
    }
    const event = { Records: batch.map((message) => asRecord(message, randomUUID(), this.#settings)) };
    const { promise: lost, resolve: giveUp } = Promise.withResolvers<Set<string>>();
    const visible = this.#after(this.#settings.visibilityTimeoutMs, () => giveUp(idsOf(event)));
    const failed = await Promise.race([failuresOf(handle, event, this.#settings.warn), lost]);
    clearTimeout(visible);
    this.#timers.delete(visible);
    for (const message of batch) this.#settle(message, failed.has(message.messageId));
  }

  #settle(message: Message, failed: boolean): void {
    const { messageId, body, receiveCount } = message;
    if (failed && receiveCount < this.#settings.maxReceiveCount) {
      this.#queueAfter(this.#settings.retryDelayMs, message);
      return;
    }
    if (failed) {
      this.#dead.push({ messageId, body, receiveCount });
      this.#settings.warn(
        `Message ${messageId} was given up after ${receiveCount} deliveries: ${body.slice(0, 200)}`,
      );
    }
    this.#open.delete(message);
    if (this.#open.size === 0) this.#tellIdlers();
  }

  #tellIdlers(): void {
    const told = this.#idlers;
    this.#idlers = [];
    for (const tell of told) tell();
  }

  #after(milliseconds: number, act: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, milliseconds);
    this.#timers.add(timer);
    return timer;
  }
}

async function failuresOf(
  handle: QueueHandler,
  event: SQSEvent,
  warn: (sentence: string) => void,
): Promise<Set<string>> {
  const all = idsOf(event);
  try {
    const named = (await handle(event))?.batchItemFailures ?? [];
    const failed = named.map(({ itemIdentifier }) => itemIdentifier);
    return failed.every((id) => all.has(id)) ? new Set(failed) : all;
  } catch (error) {
    warn(
      `A batch of ${all.size} was not handled: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
    );
    return all;
  }
}

const idsOf = (event: SQSEvent): Set<string> => new Set(event.Records.map(({ messageId }) => messageId));
