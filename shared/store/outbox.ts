import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Contact } from '../domain/contact.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Exception } from '../domain/exception.ts';
import type { Mail } from '../domain/mail.ts';
import type { SendingSetting } from '../domain/sending.ts';
import { cancellation } from './cancellation.ts';
import { contactKey, deadlineKey, mailIdOf, mailKey, outboxPartition } from './keys.ts';
import { sendingAsRead } from './mail-settings.ts';
import { queryAll, read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One mail as it is now. */
export const readMail = (table: Table, id: string): Promise<Mail | undefined> =>
  read(table, 'mail', mailKey(id));

/** The ids of the mails of which something is still to be heard: waiting, claimed, or sent and not yet confirmed. */
export async function* unsettledMails(table: Table): AsyncGenerator<string> {
  const items = queryAll(table, {
    IndexName: 'agenda',
    KeyConditionExpression: 'agendaPk = :outbox',
    ExpressionAttributeValues: { ':outbox': outboxPartition },
  });
  for await (const { pk } of items) yield mailIdOf(String(pk));
}

/** The ids of the mails that wait to be sent: those the next run hands over besides its own, as long as nobody sends them before. */
export async function* waitingMails(table: Table): AsyncGenerator<string> {
  const items = queryAll(table, {
    IndexName: 'agenda',
    KeyConditionExpression: 'agendaPk = :outbox',
    ExpressionAttributeValues: { ':outbox': outboxPartition },
  });
  for await (const { pk, state } of items) if (state === 'PENDING') yield mailIdOf(String(pk));
}

/** How many mails of one run have not left: they wait, or are claimed and no word of them has come. */
export async function waitingOfNight(table: Table, nightId: string): Promise<number> {
  const items = queryAll(table, {
    IndexName: 'agenda',
    KeyConditionExpression: 'agendaPk = :outbox AND begins_with(agendaSk, :night)',
    ExpressionAttributeValues: { ':outbox': outboxPartition, ':night': `${nightId}#` },
  });
  let waiting = 0;
  for await (const { state } of items) if (state === 'PENDING' || state === 'CLAIMED') waiting += 1;
  return waiting;
}

/** What a mail relies on, as read: if any of it has changed by the moment of the claim, the claim fails and is decided anew. */
export type Grounds = { deadlines: Deadline[]; contacts: Contact[]; sending: SendingSetting | undefined };

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
      new TransactWriteCommand({
        TransactItems: [
          { Put: replacing(table, mail, claimed) },
          ...checks,
          sendingAsRead(table, grounds.sending),
        ],
      }),
    );
    return true;
  } catch (error) {
    if (!cancellation(error)) throw error;
    return (await readMail(table, mail.id))?.token === claimed.token;
  }
}

/**
 * Moves a mail to its next state, unless somebody else has moved it, with the exception that goes with it and whatever else must be
 * true with it. @returns whether it was moved
 */
export async function move(table: Table, from: Mail, to: Mail, along: Write[] = []): Promise<boolean> {
  const put = replacing(table, from, to);
  try {
    // A transaction costs twice a plain write, so one is used only where there is something to go with it.
    if (along.length === 0) await table.client.send(new PutCommand(put));
    else await table.client.send(new TransactWriteCommand({ TransactItems: [{ Put: put }, ...along] }));
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException || cancellation(error))) throw error;
    const now = await readMail(table, from.id);
    return now?.state === to.state && now.token === to.token;
  }
}

/** The write of a move of a mail, for what must be true with more than `move` writes; it fails where somebody else has moved the mail. */
export const moving = (table: Table, from: Mail, to: Mail): Write => ({ Put: replacing(table, from, to) });

/** Notes in a mail that stays as it is what was heard late, and what follows. @returns whether that was done, by this call or another */
export async function noteHeardLate(
  table: Table,
  mail: Mail,
  messageId: string,
  along: Write[],
): Promise<boolean> {
  const noted = { ...mail, heardLate: [...(mail.heardLate ?? []), messageId] };
  try {
    await table.client.send(
      new TransactWriteCommand({ TransactItems: [moving(table, mail, noted), ...along] }),
    );
    return true;
  } catch (error) {
    if (!cancellation(error)) throw error;
    return (await readMail(table, mail.id))?.heardLate?.includes(messageId) ?? false;
  }
}

/**
 * Notes of a waiting mail that it cannot leave now, so that it takes no place in the quota from one that can. Where it has been claimed
 * since, whoever claimed it knows better.
 */
export async function noteCannotLeave(table: Table, { id, cannotLeave }: Mail): Promise<void> {
  if (cannotLeave) return;
  const note = new UpdateCommand({
    TableName: table.name,
    Key: mailKey(id),
    UpdateExpression: 'SET cannotLeave = :true',
    ConditionExpression: '#state = :pending',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':true': true, ':pending': 'PENDING' },
  });
  try {
    await table.client.send(note);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Raises an exception, or raises it again where it was cleared. */
export const raising = (table: Table, exception: Exception): Write => ({
  Put: { TableName: table.name, Item: toItem('exception', exception) },
});

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
