import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Night } from '../domain/night.ts';
import { nightKey } from './keys.ts';
import { read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

/** Writes a statement: once when the run starts, so that a run that dies is seen, and once when it ends. */
export async function keepNight(table: Table, night: Night): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: toItem('night', night) }));
}

export const readNight = (table: Table, id: string): Promise<Night | undefined> =>
  read(table, 'night', nightKey(id));
