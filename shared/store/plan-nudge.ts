import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Mail } from '../domain/mail.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * The writes of a mail that liaison staff ask for at once, and of its ledger rows, each only where there is none yet: of two on one day
 * about one deadline to one person the second is refused.
 */
export function nudging(table: Table, mail: Mail): Write[] {
  const { id: mailId, recipientId, plannedOn } = mail;
  const items = [
    toItem('mail', mail),
    ...mail.lines.map((line) => toItem('reminder', { ...line, recipientId, plannedOn, mailId })),
  ];
  return items.map((Item) => ({
    Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' },
  }));
}
