import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Day } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import { agendaEntry, agendaPartition, agendaShards, deadlineKey, registerPartitions } from './keys.ts';
import { queryAll } from './read.ts';
import type { Item } from './records.ts';
import type { Table } from './table.ts';

/**
 * Every open deadline whose next action has come by `today`, as raw items: each is parsed by itself, so that one damaged record
 * cannot end the night. Reads what is due and nothing else, however large the table is.
 */
export async function* dueOnAgenda(table: Table, today: Day): AsyncGenerator<Item> {
  for (let shard = 0; shard < agendaShards; shard++) {
    yield* queryAll(table, dueInShard(shard, today));
  }
}

/** How many open deadlines have a next action by a day. Counts no further than it takes to know that there are more than `most`. */
export async function countDueOnAgenda(table: Table, day: Day, most: number): Promise<number> {
  const counts = await Promise.all(
    Array.from({ length: agendaShards }, (_, shard) =>
      table.client.send(
        new QueryCommand({
          ...dueInShard(shard, day),
          TableName: table.name,
          Select: 'COUNT',
          Limit: most + 1,
        }),
      ),
    ),
  );
  return counts.reduce((sum, { Count = 0 }) => sum + Count, 0);
}

const dueInShard = (shard: number, day: Day) => ({
  IndexName: 'agenda',
  KeyConditionExpression: 'agendaPk = :shard AND agendaSk < :after',
  ExpressionAttributeValues: { ':shard': agendaPartition(shard), ':after': `${day}#\uffff` },
});

/**
 * Every open deadline whose place on the agenda was worked out with an earlier edition of the stage plans, or never, as raw items. The
 * list of what needs attention holds all that is open and nothing else.
 */
export const reckonedBefore = (table: Table, edition: number): AsyncGenerator<Item> =>
  queryAll(table, {
    IndexName: 'register',
    KeyConditionExpression: 'registerPk = :attention',
    FilterExpression:
      '#record = :deadline AND (attribute_not_exists(stagesEdition) OR stagesEdition < :edition)',
    ExpressionAttributeNames: { '#record': 'record' },
    ExpressionAttributeValues: {
      ':attention': registerPartitions.attention,
      ':deadline': 'deadline',
      ':edition': edition,
    },
  });

/**
 * Puts a deadline back on the agenda for its next action, as worked out with an edition of the stage plans, unless somebody has changed
 * it meanwhile.
 */
export async function reschedule(
  table: Table,
  deadline: Deadline,
  nextActionOn: Day,
  edition: number,
): Promise<void> {
  const { agendaPk, agendaSk } = agendaEntry(deadline.ownerId, nextActionOn, deadline.id);
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: deadlineKey(deadline),
        UpdateExpression:
          'SET nextActionOn = :on, agendaPk = :pk, agendaSk = :sk, stagesEdition = :edition, plans = plans + :one',
        ConditionExpression: 'version = :version AND plans = :plans AND #state = :open',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':on': nextActionOn,
          ':pk': agendaPk,
          ':sk': agendaSk,
          ':edition': edition,
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
