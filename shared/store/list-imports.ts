import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ListImport, ListPart } from '../domain/list-import.ts';
import type { Once } from '../domain/once.ts';
import type { Refusal } from '../domain/refusal.ts';
import { cancellation } from './cancellation.ts';
import { listPartKey, registerPartitions } from './keys.ts';
import { markSent } from './once.ts';
import { queryPage, read } from './read.ts';
import { fromItem, toItem } from './records.ts';
import { alreadySent } from './save.ts';
import type { Table } from './table.ts';

/**
 * Keeps a list that was sent. Its parts come first, so that a list that is there is whole. `once`: the form that sends it, which sends it once;
 * of a second sending at the same moment the parts stay that no list names.
 */
export async function keepImport(
  table: Table,
  list: ListImport,
  parts: readonly ListPart[],
  once?: Once,
): Promise<Refusal | undefined> {
  for (const part of parts)
    await table.client.send(new PutCommand({ TableName: table.name, Item: toItem('list-part', part) }));
  const put = { Put: { TableName: table.name, Item: toItem('list', list) } };
  const writes = [put, ...(once ? [markSent(table, once, {})] : [])];
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: writes }));
    return undefined;
  } catch (error) {
    if (!cancellation(error)) throw error;
    return alreadySent;
  }
}

export const readPart = (table: Table, importId: string, part: number): Promise<ListPart | undefined> =>
  read(table, 'list-part', listPartKey({ importId, part }));

/** The lists that were sent last, the latest first. */
export async function latestImports(table: Table): Promise<ListImport[]> {
  const query = {
    IndexName: 'register',
    KeyConditionExpression: 'registerPk = :partition',
    ExpressionAttributeValues: { ':partition': registerPartitions.lists },
    ScanIndexForward: false,
  };
  return (await queryPage(table, query, 10)).items.map((item) => fromItem('list', item));
}

/**
 * Moves a list on, with the part that was worked through. Of two who do so at once one wins, and the other's account of the same work is
 * dropped.
 */
export async function advanceImport(
  table: Table,
  before: ListImport,
  after: ListImport,
  part?: ListPart,
): Promise<void> {
  const list = { ...after, version: before.version + 1 };
  const writes = [
    {
      Put: {
        TableName: table.name,
        Item: toItem('list', list),
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': before.version },
      },
    },
    ...(part ? [{ Put: { TableName: table.name, Item: toItem('list-part', part) } }] : []),
  ];
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: writes }));
  } catch (error) {
    if (!cancellation(error)) throw error;
  }
}
