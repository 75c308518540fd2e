import { BatchGetCommand, GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { fromItem, type Item, type Key, type Kind, type RecordOf } from './records.ts';
import type { Table } from './table.ts';

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
export async function readMany<K extends Kind>(table: Table, kind: K, keys: Key[]): Promise<RecordOf<K>[]> {
  const unique = [...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  const found: RecordOf<K>[] = [];
  for (let from = 0; from < unique.length; from += batchSize) {
    let wanted: Record<string, unknown>[] = unique.slice(from, from + batchSize);
    while (wanted.length > 0) {
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[table.name] ?? []).map((item) => fromItem(kind, item)));
      wanted = UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return found;
}

type Query = Omit<QueryCommandInput, 'TableName'>;

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

/**
 * One page of a query. The cursor is opaque; one that was tampered with starts from the beginning, because a list is only read.
 */
export async function queryPage(
  table: Table,
  query: Query,
  limit: number,
  cursor?: string,
): Promise<Page<Item>> {
  const from = cursor ? decode(cursor) : undefined;
  const page = await table.client.send(
    new QueryCommand({
      ...query,
      TableName: table.name,
      Limit: limit,
      ...(from ? { ExclusiveStartKey: from } : {}),
    }),
  );
  return { items: page.Items ?? [], next: page.LastEvaluatedKey ? encode(page.LastEvaluatedKey) : undefined };
}

const encode = (key: Record<string, unknown>) => Buffer.from(JSON.stringify(key)).toString('base64url');

function decode(cursor: string): Record<string, string> | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (typeof key !== 'object' || key === null) return undefined;
    return Object.values(key).every((value) => typeof value === 'string')
      ? (key as Record<string, string>)
      : undefined;
  } catch {
    return undefined;
  }
}
