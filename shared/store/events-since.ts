import { eventsFrom } from './chain-keys.ts';
import { queryAll } from './read.ts';
import type { Table } from './table.ts';

/** Has anybody made a move on what is kept in a partition at a moment or after it? Strongly consistent. */
export async function hasEventSince(table: Table, partition: string, moment: string): Promise<boolean> {
  const { from, to } = eventsFrom(moment);
  const events = queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': partition, ':from': from, ':to': to },
    ConsistentRead: true,
    Limit: 1,
  });
  for await (const _ of events) return true;
  return false;
}
