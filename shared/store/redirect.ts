import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Contact } from '../domain/contact.ts';
import type { Mail } from '../domain/mail.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Marks a contact as one to whom no mail goes, as it stood when it was read. */
export const markUnreachable = (
  table: Table,
  contact: Contact,
  delivery: 'bounced' | 'complained',
): Write => ({
  Put: {
    TableName: table.name,
    Item: toItem('contact', { ...contact, delivery, version: contact.version + 1 }),
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':version': contact.version },
  },
});

/** A mail that repeats another's reminders to somebody else, with a ledger row for each. The deadlines have moved on already. */
export const redirecting = (table: Table, mail: Mail): Write[] => [
  {
    Put: {
      TableName: table.name,
      Item: toItem('mail', mail),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  ...mail.lines.map((line) => ({
    Put: {
      TableName: table.name,
      Item: toItem('reminder', {
        ...line,
        recipientId: mail.recipientId,
        plannedOn: mail.plannedOn,
        mailId: mail.id,
      }),
    },
  })),
];
