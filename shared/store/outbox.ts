import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Contact } from '../domain/contact.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Mail, MailState } from '../domain/mail.ts';
import { cancellation } from './cancellation.ts';
import { contactKey, deadlineKey, mailIdOf, mailKey, outboxPartition } from './keys.ts';
import { queryAll, read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

/** One mail as it is now. */
export const readMail = (table: Table, id: string): Promise<Mail | undefined> =>
  read(table, 'mail', mailKey(id));

/** The ids of mails that are still waiting to be sent. */
export async function* pendingMails(table: Table): AsyncGenerator<string> {
  const items = queryAll(table, {
    IndexName: 'agenda',
    KeyConditionExpression: 'agendaPk = :outbox',
    FilterExpression: '#state = :pending',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':outbox': outboxPartition, ':pending': 'PENDING' satisfies MailState },
  });
  // Not parsed: a damaged mail is loud when it is read to be sent, by itself, and must not keep the others from being handed over.
  for await (const { pk } of items) yield mailIdOf(String(pk));
}

/** What a mail relies on, as read: if any of it has changed by the moment of the claim, the claim fails and is decided anew. */
export type Grounds = { deadlines: Deadline[]; contacts: Contact[] };

/**
 * Claims a mail for sending: PENDING → CLAIMED with a token of our own, only if every deadline and contact it relies on is still
 * as it was read. When the reply is lost, the stored token tells whether the claim is ours.
 */
export async function claim(table: Table, mail: Mail, claimed: Mail, grounds: Grounds): Promise<boolean> {
  const asRead = [
    ...grounds.deadlines.map((deadline) => ({ key: deadlineKey(deadline), version: deadline.version })),
    ...grounds.contacts.map((contact) => ({ key: contactKey(contact.id), version: contact.version })),
  ];
  const checks = asRead.map(({ key, version }) => ({
    ConditionCheck: {
      TableName: table.name,
      Key: key,
      ConditionExpression: 'version = :version',
      ExpressionAttributeValues: { ':version': version },
    },
  }));
  try {
    await table.client.send(
      new TransactWriteCommand({ TransactItems: [{ Put: replacing(table, mail, claimed) }, ...checks] }),
    );
    return true;
  } catch (error) {
    if (!cancellation(error)) throw error;
    return (await readMail(table, mail.id))?.token === claimed.token;
  }
}

/** Moves a mail to its next state, unless somebody else has moved it. @returns whether it was moved */
export async function move(table: Table, from: Mail, to: Mail): Promise<boolean> {
  try {
    await table.client.send(new PutCommand(replacing(table, from, to)));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Keeps the words of a mail as sent, beside it: proof of what was asked. */
export async function keepContent(
  table: Table,
  content: { mailId: string; subject: string; text: string },
): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: toItem('content', content) }));
}

// The state and the token together: a worker whose lease was taken over cannot overwrite the one that took it.
function replacing(table: Table, from: Mail, to: Mail) {
  const token = from.token === undefined ? 'attribute_not_exists(#token)' : '#token = :token';
  return {
    TableName: table.name,
    Item: toItem('mail', to),
    ConditionExpression: `#state = :state AND ${token}`,
    ExpressionAttributeNames: { '#state': 'state', '#token': 'token' },
    ExpressionAttributeValues: {
      ':state': from.state,
      ...(from.token === undefined ? {} : { ':token': from.token }),
    },
  };
}
