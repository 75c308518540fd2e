import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type TransactWriteCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Once, SentOnce } from '../domain/once.ts';
import { sha256 } from './digest.ts';
import { onceKey } from './keys.ts';
import { read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Not sent before; the attempt that is under way may write again, in another transaction or because a reply was lost. */
const notByAnother = 'attribute_not_exists(pk) OR attempt = :attempt';

/** The write that stands in the transaction of a move, so that a form is known to have been sent exactly where it did something. */
export const markSent = (table: Table, once: Once, about: Omit<SentOnce, keyof Once | 'to'>): Write => ({
  Put: {
    TableName: table.name,
    Item: toItem('once', { ...once, ...about }),
    ConditionExpression: notByAnother,
    ExpressionAttributeValues: { ':attempt': once.attempt },
  },
});

/** What is known of a form that did what it does, or undefined where it has not. Strongly consistent. */
export const readSent = (table: Table, { name }: Pick<Once, 'name'>): Promise<SentOnce | undefined> =>
  read(table, 'once', onceKey(name));

/** Keeps where the answer of a form led, for whoever sends it again. Of two at once the first is kept. */
export async function keepAnswer(table: Table, once: Once, to: string): Promise<void> {
  const { name, ...fields } = once;
  const values = { ...fields, name, to, record: 'once' };
  const names = Object.keys(values);
  const command = new UpdateCommand({
    TableName: table.name,
    Key: onceKey(name),
    UpdateExpression: `SET ${names.map((each) => `#${each} = :${each}`).join(', ')}`,
    ConditionExpression: notByAnother,
    ExpressionAttributeNames: Object.fromEntries(names.map((each) => [`#${each}`, each])),
    ExpressionAttributeValues: Object.fromEntries(
      Object.entries(values).map(([each, value]) => [`:${each}`, value]),
    ),
  });
  try {
    await table.client.send(command);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** A part of what a form does, where it does several things each by itself: each of them is done once. */
export const partOf = (once: Once, part: string): Once => ({ ...once, name: sha256(`${once.name} ${part}`) });
