import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

/** Keeps when the ledger was compared, whatever was found, so that the watchdog notices when nobody does. */
export async function keepComparison(table: Table, at: string): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: toItem('comparison', { at }) }));
}
