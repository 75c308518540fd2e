import { BatchGetCommand, GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { fromItem, type Item, type Key, type Kind, type RecordOf, toItem } from './records.ts';
import { type Table, tableShape } from './table.ts';

/** One record as it is at this moment (strongly consistent), or undefined. */
export async function read<K extends Kind>(
  table: Table,
  kind: K,
  key: Key,
): Promise<RecordOf<K> | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item ? fromItem(kind, Item) : undefined;
}

const batchSize = 100;

/** Many records of one kind at once, in no order; those that do not exist are left out. Strongly consistent. */
export const readMany = async <K extends Kind>(table: Table, kind: K, keys: Key[]): Promise<RecordOf<K>[]> =>
  (await readItems(table, keys)).map((item) => fromItem(kind, item));

/** As `readMany`, unparsed: for a reader whom one damaged record must not keep from the others. */
export async function readItems(table: Table, keys: Key[]): Promise<Item[]> {
  const unique = [...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  const found: Item[] = [];
  for (let from = 0; from < unique.length; from += batchSize) {
    let wanted: Record<string, unknown>[] = unique.slice(from, from + batchSize);
    while (wanted.length > 0) {
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[table.name] ?? []));
      wanted = UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return found;
}

export type Query = Omit<QueryCommandInput, 'TableName'>;

/** Every item a query finds, page by page. */
export async function* queryAll(table: Table, query: Query): AsyncGenerator<Item> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({ ...query, TableName: table.name, ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

/** One page of a list and where the next begins. */
export type Page<T> = { items: T[]; next: string | undefined };

/** A query of one list: the partition it reads is called `:partition`. */
type ListQuery = Query & { ExpressionAttributeValues: { ':partition': string } };

/**
 * One page of a list. The cursor is opaque; one that is not of this list (torn, tampered with, of another list) starts it from the
 * beginning, because a list is only read and an old bookmark should still open it.
 */
export async function queryPage(
  table: Table,
  query: ListQuery,
  limit: number,
  cursor?: string,
): Promise<Page<Item>> {
  const from = cursor ? startIn(query, cursor) : undefined;
  try {
    return await pageFrom(table, query, limit, from);
  } catch (error) {
    // A key of this list's own shape that lies outside what the query may find is known by the database only.
    if (!from || (error as Error).name !== 'ValidationException') throw error;
    return pageFrom(table, query, limit);
  }
}

async function pageFrom(table: Table, query: ListQuery, Limit: number, from?: StartKey): Promise<Page<Item>> {
  const page = await table.client.send(
    new QueryCommand({
      ...query,
      TableName: table.name,
      Limit,
      ...(from ? { ExclusiveStartKey: from } : {}),
    }),
  );
  return { items: page.Items ?? [], next: page.LastEvaluatedKey ? encode(page.LastEvaluatedKey) : undefined };
}

type StartKey = Record<string, string>;

/** The cursor of a list in the register that goes on right after one of its records, whatever else stands between it and the next. */
export function cursorAfter<K extends Kind>(kind: K, value: RecordOf<K>): string {
  const { partition, sort } = tableShape.indexes.find(({ name }) => name === 'register')!;
  const item = toItem(kind, value);
  const names = [partition, sort, tableShape.key.partition, tableShape.key.sort];
  return encode(Object.fromEntries(names.map((name) => [name, item[name]])));
}

const encode = (key: Record<string, unknown>) => Buffer.from(JSON.stringify(key)).toString('base64url');

function startIn({ IndexName, ExpressionAttributeValues }: ListQuery, cursor: string): StartKey | undefined {
  const index = tableShape.indexes.find(({ name }) => name === IndexName);
  const { partition, sort } = index ?? tableShape.key;
  const names = new Set<string>([tableShape.key.partition, tableShape.key.sort, partition, sort]);
  const key = decode(cursor);
  const isText = (name: string) => typeof key[name] === 'string' && key[name] !== '';
  const isWhole = Object.keys(key).length === names.size && [...names].every(isText);
  return isWhole && key[partition] === ExpressionAttributeValues[':partition']
    ? (key as StartKey)
    : undefined;
}

function decode(cursor: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return {};
  }
}
