import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Contact } from '../domain/contact.ts';
import type { Mail, MailLine } from '../domain/mail.ts';
import { asideId, inPlaceId } from '../domain/stand-in.ts';
import { reminderKey } from './keys.ts';
import { read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

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

/**
 * The mail that somebody gets in place of its recipient, without what they have been told already (a deputy may also be the manager);
 * undefined where that leaves nothing. One id for one stand-in, so that doing it twice does it once.
 */
export async function inPlaceOf(
  table: Table,
  mail: Mail,
  to: Contact,
  lines: MailLine[],
): Promise<Mail | undefined> {
  const untold: MailLine[] = [];
  for (const line of lines) {
    const told = await read(table, 'reminder', reminderKey({ ...line, recipientId: to.id }));
    if (!told) untold.push(line);
  }
  return untold.length > 0 ? partOf(mail, inPlaceId(mail.id, to.id), to.id, untold) : undefined;
}

/** The mail in which some lines of another wait by themselves. One id for one division, so that doing it twice does it once. */
export const asideFrom = (mail: Mail, lines: MailLine[]): Mail => ({
  ...partOf(mail, asideId(mail.id, mail.lines.length - lines.length), mail.recipientId, lines),
  ...(mail.possibleDuplicate ? { possibleDuplicate: true } : {}),
});

const partOf = ({ nightId, plannedOn }: Mail, id: string, recipientId: string, lines: MailLine[]): Mail => ({
  id,
  nightId,
  plannedOn,
  recipientId,
  state: 'PENDING',
  lines,
  attempt: 0,
});

const onlyNew = { ConditionExpression: 'attribute_not_exists(pk)' };

/** A mail that repeats another's reminders to somebody who has not had them, with a ledger row for each. The deadlines have moved on already. */
export const redirecting = (table: Table, mail: Mail): Write[] => [
  { Put: { TableName: table.name, Item: toItem('mail', mail), ...onlyNew } },
  ...ledgerRows(table, mail).map((Put) => ({ Put: { ...Put, ...onlyNew } })),
];

/** A mail that takes over some of another's reminders, whose ledger rows then name it. */
export const dividing = (table: Table, mail: Mail): Write[] => [
  { Put: { TableName: table.name, Item: toItem('mail', mail), ...onlyNew } },
  ...ledgerRows(table, mail).map((Put) => ({ Put })),
];

const ledgerRows = (table: Table, { id: mailId, recipientId, plannedOn, lines }: Mail) =>
  lines.map((line) => ({
    TableName: table.name,
    Item: toItem('reminder', { ...line, recipientId, plannedOn, mailId }),
  }));
