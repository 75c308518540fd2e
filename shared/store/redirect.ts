import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { type Contact, isLive } from '../domain/contact.ts';
import type { Mail, MailLine } from '../domain/mail.ts';
import type { Reminder } from '../domain/reminder.ts';
import { asideId, inPlaceId } from '../domain/stand-in.ts';
import { mailKey, reminderKey } from './keys.ts';
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

/** A mail that takes the place of another, and the writes that make it so. */
export type InPlace = { mail: Mail; writes: Write[] };

/**
 * The mail that somebody gets in place of its recipient, with a ledger row for each of its lines; the deadlines have moved on already.
 * It is without what they have been told already (a deputy may also be the manager); undefined where that leaves nothing. What was
 * meant for them before and never arrived (it came back, or was passed on to somebody else) they have not been told. One id for one
 * stand-in, so that doing it twice does it once.
 */
export async function inPlaceOf(
  table: Table,
  mail: Mail,
  to: Contact,
  lines: MailLine[],
): Promise<InPlace | undefined> {
  const untold: { line: MailLine; instead: Reminder | undefined }[] = [];
  for (const line of lines) {
    const row = await read(table, 'reminder', reminderKey({ ...line, recipientId: to.id }));
    if (!row || (await neverArrived(table, row, mail))) untold.push({ line, instead: row });
  }
  if (untold.length === 0) return undefined;
  const theirs = partOf(
    mail,
    inPlaceId(mail.id, to.id),
    to.id,
    untold.map(({ line }) => line),
    isLive(to),
  );
  const rows = ledgerRows(table, theirs).map((Put, index) => ({
    Put: { ...Put, ...asItWas(untold[index]!.instead) },
  }));
  return { mail: theirs, writes: [newMail(table, theirs), ...rows] };
}

async function neverArrived(table: Table, { mailId }: Reminder, inPlaceOf: Mail): Promise<boolean> {
  if (mailId === inPlaceOf.id) return true;
  const state = (await read(table, 'mail', mailKey(mailId)))?.state;
  return state === 'SUPERSEDED' || state === 'SUPPRESSED' || state === 'BOUNCED';
}

// The same row can be written by two at once: the one that comes second finds that the row has changed, and decides again.
const asItWas = (row: Reminder | undefined) =>
  row
    ? { ConditionExpression: 'mailId = :mailId', ExpressionAttributeValues: { ':mailId': row.mailId } }
    : onlyNew;

/** The mail in which some lines of another wait by themselves. One id for one division, so that doing it twice does it once. */
export const asideFrom = (mail: Mail, lines: MailLine[]): Mail => ({
  ...partOf(mail, asideId(mail.id, mail.lines.length - lines.length), mail.recipientId, lines, false),
  ...(mail.possibleDuplicate ? { possibleDuplicate: true } : {}),
});

const partOf = (
  { nightId, plannedOn, asked }: Mail,
  id: string,
  recipientId: string,
  lines: MailLine[],
  canLeave: boolean,
): Mail => ({
  id,
  nightId,
  plannedOn,
  recipientId,
  state: 'PENDING',
  lines,
  attempt: 0,
  ...(asked ? { asked } : {}),
  ...(canLeave ? {} : { cannotLeave: true }),
});

const onlyNew = { ConditionExpression: 'attribute_not_exists(pk)' };

const newMail = (table: Table, mail: Mail): Write => ({
  Put: { TableName: table.name, Item: toItem('mail', mail), ...onlyNew },
});

/** A mail that takes over some of another's reminders, whose ledger rows then name it. */
export const dividing = (table: Table, mail: Mail): Write[] => [
  newMail(table, mail),
  ...ledgerRows(table, mail).map((Put) => ({ Put })),
];

const ledgerRows = (table: Table, { id: mailId, recipientId, plannedOn, lines }: Mail) =>
  lines.map((line) => ({
    TableName: table.name,
    Item: toItem('reminder', { ...line, recipientId, plannedOn, mailId }),
  }));
