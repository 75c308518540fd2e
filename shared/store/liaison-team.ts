import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Contact, liaisonTeam, liaisonTeamId } from '../domain/contact.ts';
import { contactKey } from './keys.ts';
import { read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

/** The one contact that nobody adds by a move: the runs keep it as the settings say, so no entry needs to tell of it. */
export const liaisonTeamKey = contactKey(liaisonTeamId);

/**
 * Makes sure that the liaison team is among the contacts under the address that the settings name. Where that has changed, the new one has
 * not bounced yet, so mail goes there. Done twice at once it is done once.
 */
export async function keepLiaisonTeam(table: Table, email: string): Promise<void> {
  const known = await read(table, 'contact', liaisonTeamKey);
  if (!known) return put(table, liaisonTeam(email), { ConditionExpression: 'attribute_not_exists(pk)' });
  if (known.email === email) return;
  const moved: Contact = { ...known, email, delivery: 'ok', version: known.version + 1 };
  await put(table, moved, {
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':version': known.version },
  });
}

type Condition = { ConditionExpression: string; ExpressionAttributeValues?: Record<string, unknown> };

async function put(table: Table, contact: Contact, condition: Condition): Promise<void> {
  try {
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: toItem('contact', contact), ...condition }),
    );
  } catch (error) {
    // Somebody else has done it, or has just changed the contact: the next run looks again.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
