import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Day } from '../domain/day.ts';
import { type Mail, neverTells } from '../domain/mail.ts';
import type { PlannedReminder } from '../domain/night.ts';
import { cancellation } from './cancellation.ts';
import { agendaEntry, deadlineKey, mailKey, reminderKey } from './keys.ts';
import { read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const transactionLimit = 100;
const perLine = 2;
const perMail = 3;

/**
 * The most lines one mail can carry. Each takes two of a transaction's hundred, when it is planned (its deadline and its place in the
 * ledger) and when it is claimed (its deadline and its owner); the claim takes three more: the mail, its recipient, and to whom mail goes.
 */
export const mostLines = Math.floor((transactionLimit - perMail) / perLine);

/** A reminder with the day its deadline is next looked at once this one is saved, and the edition of the stage plans that says so. */
export type Advance = PlannedReminder & { nextActionOn: Day; edition: number };

/**
 * Plans one mail: the mail, a ledger row for each of its lines, and each deadline moved on, in one transaction, so that a
 * reminder is either planned and on its way or not planned at all. Planned twice at once, one wins. A ledger row whose mail dropped its
 * reminder (its recipient lost the role, and has it again) is taken over.
 *
 * @returns the positions of lines that no longer hold (someone changed the deadline, or another run planned it); empty when planned
 */
export async function planMail(
  table: Table,
  mail: Mail,
  reminders: Advance[],
  over: ReadonlyMap<number, string> = new Map(),
): Promise<number[]> {
  const writes: Write[] = [
    {
      Put: {
        TableName: table.name,
        Item: toItem('mail', mail),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...reminders.flatMap((each, index) => [
      advance(table, each),
      ledgerRow(table, mail, each, over.get(index)),
    ]),
  ];
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: writes }));
    return [];
  } catch (error) {
    // A reply that was lost looks like a fault, and tried again like a refusal; the mail itself tells.
    if (await read(table, 'mail', mailKey(mail.id))) return [];
    const cancelled = cancellation(error);
    if (!cancelled?.conditionFailed.length) throw error;
    const stale = [
      ...new Set(cancelled.conditionFailed.map((position) => Math.floor((position - 1) / perLine))),
    ];
    const dropped = await droppedBefore(
      table,
      reminders,
      stale.filter((index) => !over.has(index)),
    );
    return dropped.size > 0 ? planMail(table, mail, reminders, new Map([...over, ...dropped])) : stale;
  }
}

/** Of some reminders, those whose ledger row names a mail that dropped them, with that mail's id. What cannot be read is not taken over. */
async function droppedBefore(
  table: Table,
  reminders: Advance[],
  positions: number[],
): Promise<Map<number, string>> {
  const dropped = new Map<number, string>();
  for (const index of positions) {
    const earlier = await mailOf(table, reminders[index]!).catch(() => undefined);
    if (earlier && neverTells(earlier, reminders[index]!.line)) dropped.set(index, earlier.id);
  }
  return dropped;
}

async function mailOf(table: Table, { line, recipient }: Advance): Promise<Mail | undefined> {
  const row = await read(table, 'reminder', reminderKey({ ...line, recipientId: recipient.id }));
  return row && read(table, 'mail', mailKey(row.mailId));
}

// A run that still goes by earlier stage plans must not undo what one with the present plans has worked out.
function advance(table: Table, { deadline, line, nextActionOn, edition }: Advance): Write {
  const { agendaPk, agendaSk } = agendaEntry(deadline.ownerId, nextActionOn, deadline.id);
  return {
    Update: {
      TableName: table.name,
      Key: deadlineKey(deadline),
      UpdateExpression:
        'SET settledThrough.#role = :through, nextActionOn = :on, agendaPk = :pk, agendaSk = :sk, stagesEdition = :edition, plans = plans + :one',
      ConditionExpression:
        'revision = :revision AND version = :version AND #state = :open AND settledThrough.#role = :was AND (attribute_not_exists(stagesEdition) OR stagesEdition <= :edition)',
      ExpressionAttributeNames: { '#role': line.role, '#state': 'state' },
      ExpressionAttributeValues: {
        ':through': line.stageOn,
        ':on': nextActionOn,
        ':pk': agendaPk,
        ':sk': agendaSk,
        ':edition': edition,
        ':one': 1,
        ':revision': line.revision,
        ':version': deadline.version,
        ':open': 'open',
        ':was': deadline.settledThrough[line.role],
      },
    },
  };
}

function ledgerRow(table: Table, mail: Mail, { line, recipient }: Advance, over?: string): Write {
  const row = { ...line, recipientId: recipient.id, plannedOn: mail.plannedOn, mailId: mail.id };
  return {
    Put: {
      TableName: table.name,
      Item: toItem('reminder', row),
      ...(over
        ? { ConditionExpression: 'mailId = :over', ExpressionAttributeValues: { ':over': over } }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  };
}
