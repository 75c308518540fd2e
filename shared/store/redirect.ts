import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Contact } from '../domain/contact.ts';
import type { Mail, MailLine } from '../domain/mail.ts';
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

/** The mail that somebody gets in place of its recipient. One id for one stand-in, so that doing it twice does it once. */
export const inPlaceOf = ({ id, nightId, plannedOn }: Mail, to: Contact, lines: MailLine[]): Mail => ({
  id: `${id}-for-${to.id}`,
  nightId,
  plannedOn,
  recipientId: to.id,
  state: 'PENDING',
  lines,
  attempt: 0,
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
