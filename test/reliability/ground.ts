import { BatchWriteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../shared/store/records.ts';
import type { Client } from './wire-client.ts';

/** An empty table, and the client that speaks to it. */
export type Ground = { client: Client; tableName: string };

const mostInABatch = 25;

async function write({ client, tableName }: Ground, requests: object[]): Promise<void> {
  for (let from = 0; from < requests.length; from += mostInABatch) {
    const RequestItems = { [tableName]: requests.slice(from, from + mostInABatch) };
    await client.send(new BatchWriteCommand({ RequestItems } as never));
  }
}

export const fill = (ground: Ground, items: Item[]): Promise<void> =>
  write(
    ground,
    items.map((Item) => ({ PutRequest: { Item } })),
  );

/** Takes everything out of the table. @returns what was in it */
export async function emptied(ground: Ground): Promise<Item[]> {
  const found = await ground.client.send(
    new ScanCommand({ TableName: ground.tableName, ConsistentRead: true }),
  );
  const { Items, LastEvaluatedKey } = found as { Items: Item[]; LastEvaluatedKey?: object };
  if (LastEvaluatedKey) throw new Error('The table holds more than one page: a run left something behind');
  await write(
    ground,
    Items.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
  );
  return Items;
}
