import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Exception } from '../domain/exception.ts';
import { exceptionKey } from './keys.ts';
import { read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

/**
 * Raises an exception that is looked for again and again: one that stands keeps the day it was raised, and one that staff have cleared
 * stays cleared while the detail is the same.
 *
 * @returns whether it waits for somebody
 */
export async function raiseAnew(table: Table, exception: Exception): Promise<boolean> {
  const known = await read(table, 'exception', exceptionKey(exception.id));
  if (known && known.detail === exception.detail) return known.clearedAt === undefined;
  const raisedAt = known && !known.clearedAt ? known.raisedAt : exception.raisedAt;
  const after = { ...exception, raisedAt, version: (known?.version ?? 0) + 1 };
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: toItem('exception', after),
        ConditionExpression: known ? 'version = :version' : 'attribute_not_exists(pk)',
        ...(known ? { ExpressionAttributeValues: { ':version': known.version } } : {}),
      }),
    );
  } catch (error) {
    // Somebody has changed it in this moment: what they did stands until it is looked for again.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  return true;
}
