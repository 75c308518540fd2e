import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Day } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import { agendaEntry, agendaPartition, agendaShards, deadlineKey } from './keys.ts';
import { queryAll } from './read.ts';
import type { Item } from './records.ts';
import type { Table } from './table.ts';

/**
 * Every open deadline whose next action has come by `today`, as raw items: each is parsed by itself, so that one damaged record
 * cannot end the night. Reads what is due and nothing else, however large the table is.
 */
export async function* dueOnAgenda(table: Table, today: Day): AsyncGenerator<Item> {
  for (let shard = 0; shard < agendaShards; shard++) {
    yield* queryAll(table, {
      IndexName: 'agenda',
      KeyConditionExpression: 'agendaPk = :shard AND agendaSk < :after',
      ExpressionAttributeValues: { ':shard': agendaPartition(shard), ':after': `${today}#\uffff` },
    });
  }
}

/** Puts a deadline back on the agenda for its next action, unless somebody has changed it meanwhile. */
export async function reschedule(table: Table, deadline: Deadline, nextActionOn: Day): Promise<void> {
  const { agendaPk, agendaSk } = agendaEntry(deadline.ownerId, nextActionOn, deadline.id);
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: deadlineKey(deadline),
        UpdateExpression: 'SET nextActionOn = :on, agendaPk = :pk, agendaSk = :sk, plans = plans + :one',
        ConditionExpression: 'version = :version AND plans = :plans AND #state = :open',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':on': nextActionOn,
          ':pk': agendaPk,
          ':sk': agendaSk,
          ':one': 1,
          ':version': deadline.version,
          ':plans': deadline.plans,
          ':open': 'open',
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
