import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../durable-file.ts';

const StoredMessage = z.object({
  /** Counts the mails of this mailbox from 1: the order of arrival, also where the clock stands still. */
  order: z.int().positive(),
  messageId: z.string().regex(/^[\w-]+$/),
  receivedAt: z.iso.datetime(),
  source: z.string(),
  destinations: z.array(z.string()),
  tags: z.record(z.string(), z.string()),
  configurationSet: z.string().nullable(),
  subject: z.string(),
});
export type StoredMessage = z.infer<typeof StoredMessage>;

export type MessageStore = {
  keep(message: Omit<StoredMessage, 'order'>, raw: Uint8Array): StoredMessage;
  /** Oldest first. */
  messages(): StoredMessage[];
  raw(messageId: string): Uint8Array | undefined;
};

/**
 * Keeps every mail: in the folder as `00000001-<id>.eml` and `.json`, or in memory without one. The `.json` is
 * written last, so a mail is there in full or not at all. When `keep` returns, the mail is on the disk. A file
 * that cannot be read is passed over and said so.
 */
export function openMessageStore(directory: string | null, warn: (sentence: string) => void): MessageStore {
  const messages = new Map<string, StoredMessage>();
  const inMemory = new Map<string, Uint8Array>();
  if (directory !== null) {
    mkdirSync(directory, { recursive: true });
    for (const message of readAll(directory, warn)) messages.set(message.messageId, message);
  }
  let order = directory === null ? 0 : lastOrder(directory);

  return {
    keep(content, raw) {
      order += 1;
      const message = { order, ...content };
      if (directory === null) inMemory.set(message.messageId, raw);
      else {
        writeDurably(fileOf(directory, message, 'eml'), raw);
        writeDurably(fileOf(directory, message, 'json'), JSON.stringify(message, null, 2));
      }
      messages.set(message.messageId, message);
      return message;
    },
    messages: () => [...messages.values()],
    raw(messageId) {
      const message = messages.get(messageId);
      if (message === undefined) return undefined;
      return directory === null ? inMemory.get(messageId) : readFileSync(fileOf(directory, message, 'eml'));
    },
  };
}

const fileOf = (directory: string, { order, messageId }: StoredMessage, kind: 'eml' | 'json'): string =>
  join(directory, `${String(order).padStart(8, '0')}-${messageId}.${kind}`);

function readAll(directory: string, warn: (sentence: string) => void): StoredMessage[] {
  const names = readdirSync(directory).sort();
  return names
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      try {
        const message = StoredMessage.parse(JSON.parse(readFileSync(join(directory, name), 'utf8')));
        if (!names.includes(name.replace(/json$/, 'eml'))) throw new Error('its .eml file is missing');
        return [message];
      } catch (error) {
        warn(
          `The kept mail ${join(directory, name)} cannot be read and is left out: ${(error as Error).message}`,
        );
        return [];
      }
    });
}

/** The names count, not what could be read: a new mail must never take the name of an old one. */
function lastOrder(directory: string): number {
  return Math.max(0, ...readdirSync(directory).map((name) => Number.parseInt(name, 10) || 0));
}
