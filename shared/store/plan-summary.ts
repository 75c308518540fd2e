import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Mail } from '../domain/mail.ts';
import { cancellation } from './cancellation.ts';
import { readMail } from './outbox.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

/** The words of a summary, as they are to leave. */
type Words = { subject: string; text: string; html: string };

/**
 * Plans a summary: the mail and its words in one transaction, so that there is never one without the other. Planned twice, at once or
 * one after the other, the first stands.
 */
export async function planSummary(table: Table, mail: Mail, words: Words): Promise<void> {
  const items = [toItem('mail', mail), toItem('content', { mailId: mail.id, ...words })];
  try {
    await table.client.send(
      new TransactWriteCommand({
        TransactItems: items.map((Item) => ({
          Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' },
        })),
      }),
    );
  } catch (error) {
    // Refused because it is there, by this very call where its reply was lost, or by another.
    if (!cancellation(error) || !(await readMail(table, mail.id))) throw error;
  }
}
