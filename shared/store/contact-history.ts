import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { removingFrom } from '../domain/removed-details.ts';
import type { RemovedFrom } from '../domain/removed-from.ts';
import { eventsFrom } from './chain-keys.ts';
import { sha256 } from './digest.ts';
import { contactKey } from './keys.ts';
import { queryAll } from './read.ts';
import { contentOf, type Item } from './records.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Entries of a contact's history that still say something of the person, as they would be without it. */
export type WithoutPerson = { removed: RemovedFrom[]; writes: Write[] };

/**
 * Takes what they say of a person out of the first entries of a contact's history that say anything: what to write, and what the entry that
 * tells of it must say.
 */
export async function withoutPersonIn(table: Table, contactId: string, most: number): Promise<WithoutPerson> {
  const { from, to } = eventsFrom('');
  const items = queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': contactKey(contactId).pk, ':from': from, ':to': to },
    ConsistentRead: true,
  });
  const found: WithoutPerson = { removed: [], writes: [] };
  for await (const item of items) {
    const removal = removingFrom(contentOf(item), sha256);
    if (!removal) continue;
    if (found.removed.length === most) break;
    found.removed.push(removal.removed);
    found.writes.push(replacing(table, item, removal.left));
  }
  return { ...found, removed: found.removed.sort((a, b) => a.position - b.position) };
}

const replacing = (table: Table, item: Item, left: Item): Write => ({
  Put: {
    TableName: table.name,
    Item: { ...item, ...left },
    ConditionExpression: '#hash = :hash',
    ExpressionAttributeNames: { '#hash': 'hash' },
    ExpressionAttributeValues: { ':hash': item.hash },
  },
});
