import { isDeepStrictEqual } from 'node:util';
import { BatchGetCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Key, Kind, RecordOf } from '../../../shared/store/records.ts';
import type { Ground } from '../ground.ts';
import type { Client, Command } from '../wire-client.ts';

/** A record as it lies in the table, with its keys and its places in the lists. */
export type Kept<K extends Kind> = RecordOf<K> & Item & Key;

type Update = { Key: Item; ExpressionAttributeValues?: Item };
type Input = { Item?: Item; TransactItems?: { Put?: { Item: Item }; Update?: Update }[] };

const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`;
const batch = 100;

/**
 * What the table holds: everything that was read of it or written to it whole. Whoever reads an item through `client` is answered from
 * here where nobody has written to it since, so that a quiet night costs its two writes and looking at the whole table costs what has
 * changed; everything else is the engine's own answer. All writes must go through it; `isTrue` compares it with the table.
 */
export class Mirror {
  readonly client: Client;
  readonly #ground: Ground;
  readonly #changed: (before: Item | undefined, after: Item) => void;
  readonly #items = new Map<string, Item>();
  readonly #kinds = new Map<unknown, Map<string, Item>>();
  readonly #written = new Map<string, Item>();
  readonly #agenda = new Map<string, Item[]>();

  /** @param answers whether readers are answered from here, or all of them by the engine itself */
  constructor(ground: Ground, changed: (before: Item | undefined, after: Item) => void, answers = true) {
    this.#ground = ground;
    this.#changed = changed;
    this.client = { send: (command) => (answers ? this.#send(command) : this.#pass(command)) };
  }

  async refresh(): Promise<void> {
    const keys = [...this.#written.values()];
    for (let from = 0; from < keys.length; from += batch) await this.#read(keys.slice(from, from + batch));
  }

  all<K extends Kind>(kind: K): Kept<K>[] {
    return [...(this.#kinds.get(kind)?.values() ?? [])] as Kept<K>[];
  }

  find<K extends Kind>(key: Key): Kept<K> | undefined {
    return this.#items.get(nameOf(key)) as Kept<K> | undefined;
  }

  /** Whether the table holds this and nothing else. */
  async isTrue(): Promise<boolean> {
    let held = 0;
    let from: object | undefined;
    do {
      const page = { TableName: this.#ground.tableName, ConsistentRead: true, ExclusiveStartKey: from };
      const answer = await this.#ground.client.send(new ScanCommand(page as never));
      const { Items, LastEvaluatedKey } = answer as { Items: Item[]; LastEvaluatedKey?: object };
      held += Items.length;
      if (!Items.every((item) => isDeepStrictEqual(item, this.#items.get(nameOf(item))))) return false;
      from = LastEvaluatedKey;
    } while (from);
    return held === this.#items.size;
  }

  async #send(command: Command): Promise<unknown> {
    const { Key, IndexName } = command.input as { Key?: Item; IndexName?: string };
    switch (command.constructor.name) {
      case 'GetCommand':
        return { Item: (await this.#known([Key!]))[0] };
      case 'BatchGetCommand': {
        const { RequestItems } = command.input as { RequestItems: Record<string, { Keys: Item[] }> };
        const { tableName } = this.#ground;
        return { Responses: { [tableName]: await this.#known(RequestItems[tableName]!.Keys) } };
      }
      case 'QueryCommand':
        return IndexName === 'agenda' ? this.#due(command) : this.#ground.client.send(command);
      default:
        return this.#write(command);
    }
  }

  #pass(command: Command): Promise<unknown> {
    const isRead = /^(Get|BatchGet|Query)Command$/.test(command.constructor.name);
    return isRead ? this.#ground.client.send(command) : this.#write(command);
  }

  async #write(command: Command): Promise<unknown> {
    const written = writtenBy(command);
    const note = () => {
      for (const item of written) {
        for (const partition of [item.agendaPk, this.#items.get(nameOf(item))?.agendaPk])
          this.#agenda.delete(String(partition));
        this.#written.set(nameOf(item), item);
      }
    };
    note();
    try {
      const answer = await this.#ground.client.send(command);
      note();
      for (const item of written.filter(({ record }) => record)) {
        this.#written.delete(nameOf(item));
        this.#take(asKept(item) as Item);
      }
      return answer;
    } catch (error) {
      note();
      throw error;
    }
  }

  async #known(keys: Item[]): Promise<Item[]> {
    const unknown = keys.filter((key) => this.#written.has(nameOf(key)) || !this.#items.has(nameOf(key)));
    const found = unknown.length > 0 ? await this.#read(unknown) : [];
    const known = keys.filter((key) => !unknown.includes(key)).map((key) => this.#items.get(nameOf(key))!);
    return [...known, ...found];
  }

  async #read(keys: Item[]): Promise<Item[]> {
    const { client, tableName } = this.#ground;
    const Keys = keys.map(({ pk, sk }) => ({ pk, sk }));
    const wanted = { RequestItems: { [tableName]: { Keys, ConsistentRead: true } } };
    const answer = await client.send(new BatchGetCommand(wanted));
    const found = (answer as { Responses: Record<string, Item[]> }).Responses[tableName] ?? [];
    for (const key of keys) this.#written.delete(nameOf(key));
    for (const item of found) this.#take(item);
    return found;
  }

  /** A query of the agenda: its whole partition is asked for once, until something in it may have changed. */
  async #due({ input }: Command): Promise<{ Items: Item[] }> {
    const { ExpressionAttributeValues: values } = input as {
      ExpressionAttributeValues: Record<string, string>;
    };
    const partition = (values[':shard'] ?? values[':outbox'])!;
    const { ':after': after = '\uffff', ':night': prefix = '' } = values;
    const whole = this.#agenda.get(partition) ?? (await this.#partition(partition));
    this.#agenda.set(partition, whole);
    return { Items: whole.filter(({ agendaSk: at }) => String(at) < after && String(at).startsWith(prefix)) };
  }

  async #partition(partition: string): Promise<Item[]> {
    const answer = await this.#ground.client.send(
      new QueryCommand({
        TableName: this.#ground.tableName,
        IndexName: 'agenda',
        KeyConditionExpression: 'agendaPk = :partition',
        ExpressionAttributeValues: { ':partition': partition },
      }),
    );
    const { Items, LastEvaluatedKey } = answer as { Items: Item[]; LastEvaluatedKey?: object };
    if (LastEvaluatedKey) throw new Error('The agenda is longer than a page');
    for (const item of Items) this.#take(item);
    return Items;
  }

  #take(item: Item): void {
    const name = nameOf(item);
    const before = this.#items.get(name);
    this.#items.set(name, item);
    const kind = this.#kinds.get(item.record) ?? new Map<string, Item>();
    this.#kinds.set(item.record, kind.set(name, item));
    this.#changed(before, item);
  }
}

/** A value as the table keeps it: without what is undefined. */
function asKept(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asKept);
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(present.map(([key, each]) => [key, asKept(each)]));
}

/** What a command writes: whole items, or of one that it changes the key and its new place on the agenda. */
function writtenBy({ constructor: { name }, input }: Command): Item[] {
  const { Item, TransactItems = [] } = input as Input;
  const changed = ({ Key, ExpressionAttributeValues }: Update) => ({
    ...Key,
    agendaPk: ExpressionAttributeValues?.[':pk'],
  });
  switch (name) {
    case 'PutCommand':
      return [Item!];
    case 'UpdateCommand':
      return [changed(input as Update)];
    case 'TransactWriteCommand':
      return TransactItems.flatMap(({ Put, Update }) => [
        ...(Put ? [Put.Item] : []),
        ...(Update ? [changed(Update)] : []),
      ]);
    default:
      throw new Error(`A call that the mirror does not know: ${name}`);
  }
}
