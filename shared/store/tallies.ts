import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Day } from '../domain/day.ts';
import type { Tally } from '../domain/tally.ts';
import { talliesPartition } from './keys.ts';
import { queryAll } from './read.ts';
import { fromItem, toItem } from './records.ts';
import type { Table } from './table.ts';

/** Keeps the tally of a day for ever. The first of a day stays: what happened since is in the next. */
export async function keepTally(table: Table, tally: Tally): Promise<void> {
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: toItem('tally', tally),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** The tallies of the days from the first to the last, both counted, the earliest first. A day on which none was taken has none. */
export async function talliesBetween(table: Table, first: Day, last: Day): Promise<Tally[]> {
  const items = queryAll(table, {
    KeyConditionExpression: 'pk = :tallies AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: { ':tallies': talliesPartition, ':first': first, ':last': last },
  });
  return (await Array.fromAsync(items)).map((item) => fromItem('tally', item));
}
